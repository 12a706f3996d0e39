"""What a manuscript says otherwise than an edition, word by word."""

from django.utils.translation import gettext_lazy as _

from articles.models import Edition
from articles.texts.blocks import plain_text
from articles.texts.word_diff import SAME, word_diff

LINES = [
    ("title", _("Title")),
    ("standfirst", _("Standfirst")),
    ("slug", _("Slug")),
    ("short_link", _("Link under the short text")),
    ("full_link", _("Link under the full text")),
    ("full_text_url", _("Complete text at the outlet")),
    ("translation_note", _("Note on the translation")),
]
TEXTS = [("short_html", _("Short text")), ("full_html", _("Full text"))]


def comparison(edition, printed):
    """Return the (label, word diff) pairs of all that differs between an edition (or None) and a Content."""
    edition = edition or Edition()
    pairs = [(label, getattr(edition, name), printed.fields[name]) for name, label in LINES]
    pairs += [(label, plain_text(getattr(edition, name)), plain_text(printed.fields[name])) for name, label in TEXTS]
    before = [(line.name, line.credit_line) for line in edition.bylines.all()] if edition.pk else []
    after = [(line["name"], line["credit_line"]) for line in printed.bylines]
    pairs.append((_("Byline"), _signatures(before), _signatures(after)))
    diffs = [(label, word_diff(old, new)) for label, old, new in pairs]
    return [(label, diff) for label, diff in diffs if any(kind != SAME for kind, _ in diff)]


def _signatures(lines):
    return "\n".join(f"{name}, {credit}" if credit else name for name, credit in lines)
