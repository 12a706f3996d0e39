"""What an exact text says otherwise than one that somebody has seen, word by word."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.admin.comparison import LINES, TEXTS
from articles.models import ExactText
from articles.texts.blocks import plain_text
from articles.texts.html import links
from articles.texts.word_diff import word_diff


@dataclass(frozen=True)
class Difference:
    """One part of a text that differs: its label, and the word diff; without one, only what no word shows."""

    label: str
    diff: list


def differences(seen, after):
    """Return the Differences of an exact text (see ``Content.signed``) from the one that is kept under a digest.

    None when that one has not been kept: then nobody can say what has changed.
    """
    before = ExactText.objects.kept(seen)
    if before is None:
        return None
    pairs = [(label, before[name], after[name]) for name, label in LINES if name in after]
    for name, label in TEXTS:
        pairs += _of_text(label, before[name], after[name])
    pairs.append((_("Byline"), _signatures(before), _signatures(after)))
    return [
        Difference(label, word_diff(old, new) if new is not None else []) for label, old, new in pairs if old != new
    ]


def since(sheet, seen):
    """Return what a page says of the way to a Sheet from the text its author knows (a digest, or "").

    ``slip`` says that they have approved a text from which this one differs by a slip of the pen.
    """
    word = sheet.standing and sheet.standing.signoff
    slip = bool(word) and sheet.standing.approved and word.digest != sheet.digest
    known = word.digest if slip else seen
    seen_it = known in ("", sheet.digest) or (sheet.standing.approved and not slip)
    return {"slip": slip, "differences": [] if seen_it else differences(known, sheet.signed)}


def _of_text(label, before, after):
    words, addresses = (plain_text(before), plain_text(after)), (_links(before), _links(after))
    yield label, *words
    if addresses[0] != addresses[1]:
        yield _("Links"), *addresses
    elif before != after and words[0] == words[1]:
        yield label, before, None


def _links(html):
    return "\n".join(f"{text}: {address}" for address, text in links(html))


def _signatures(content):
    return "\n".join(f"{name}, {credit}" if credit else name for _role, name, credit in content["byline"])
