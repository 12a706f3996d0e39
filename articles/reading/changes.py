"""What an edition says otherwise than the one before it, word by word and in plain words."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.texts.blocks import plain_text
from articles.texts.html import links
from articles.texts.word_diff import shortened, word_diff

LINES = [
    ("title", _("Title")),
    ("standfirst", _("Standfirst")),
    ("translation_note", _("Note on the translation")),
    ("short_link", _("Link under the short text")),
    ("full_link", _("Link under the full text")),
    ("full_text_url", _("Complete text at the outlet")),
]
TEXTS = [("short_html", _("Short text")), ("full_html", _("Full text"))]


@dataclass(frozen=True)
class Part:
    """A part of a text that is otherwise: its label and the word diff, empty when no word of it shows the change."""

    label: str
    diff: list


@dataclass(frozen=True)
class Chapter:
    """An edition in the history of its text, the one before it that can be read (or None), and what differs."""

    edition: Edition
    before: Edition | None = None
    parts: list = field(default_factory=list)

    @property
    def words_more(self):
        """How many words longer the text has become, as "+12" or "−3"; "" when it has not."""
        more = self.edition.word_count - self.before.word_count if self.before else 0
        return f"{'+' if more > 0 else '−'}{abs(more)}" if more else ""

    @property
    def title_before(self):
        return self.before.title if self.before and self.before.title != self.edition.title else ""

    @property
    def names_original(self):
        """Whether to say in which language the text was written: at first, and when that is said otherwise."""
        return self.before is None or self.before.original_language != self.edition.original_language


def chapter(edition, before):
    return Chapter(edition, before, changes(before, edition) if before else [])


def changes(before, after):
    """Return the Parts in which an edition differs from an earlier one of its language, in reading order.

    Both want their signatures at hand. Five thousand words that were rewritten throughout take a tenth of a second.
    """
    found = [(label, getattr(before, name), getattr(after, name)) for name, label in LINES]
    found.insert(2, (_("Byline"), _signatures(before), _signatures(after)))
    parts = [Part(label, _shown(old, new)) for label, old, new in found if old != new]
    repeated = before.full_repeats_short and after.full_repeats_short
    for name, label in TEXTS[:1] if repeated else TEXTS:
        parts += _of_text(label, getattr(before, name), getattr(after, name))
    return parts


def _of_text(label, before, after):
    words, addresses = (plain_text(before), plain_text(after)), (_links(before), _links(after))
    if words[0] != words[1]:
        yield Part(label, _shown(*words))
    if addresses[0] != addresses[1]:
        yield Part(_("Links"), _shown(*addresses))
    elif before != after and words[0] == words[1]:
        yield Part(label, [])


def _shown(before, after):
    return shortened(word_diff(before, after))


def _links(html):
    return "\n\n".join(f"{text}: {address}" for address, text in links(html))


def _signatures(edition):
    return "\n\n".join(_signature(line) for line in edition.bylines.all())


def _signature(line):
    name = f"{line.name}, {line.credit_line}" if line.credit_line else line.name
    return name if line.role == "author" else f"{name} ({line.get_role_display()})"
