"""The header of a document: who signs, name and role by turns."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.texts.document import NO_ROLE, Signature
from articles.texts.markers import unescape
from articles.texts.outlet_link import language_of_link
from articles.texts.problems import quote
from authors.names import fold

LONGEST_NAME = 200
LONGEST_ROLE = 500


def read(header, following, report):
    """Return the signatures before the first marker and their lines (tuples), noting what is wrong with them.

    ``header`` is a list of Line; ``following`` the Line of the first marker.
    """
    blocks = [line for line in header if not _misplaced_link(line, report)]
    if not blocks:
        report.refuse(following.number, _("the name of an author"), quote(following.text))
    if len(blocks) % 2:
        expected = _("a role, or “-”, after the name %(name)s") % {"name": quote(blocks[-1].text)}
        report.refuse(blocks[-1].number, expected, quote(following.text))
    signatures, numbers, seen = [], [], {}
    for name, role in zip(blocks[::2], blocks[1::2], strict=False):
        if name.text == NO_ROLE:
            report.refuse(name.number, _("a name before the role"), quote(name.text))
            continue
        first = seen.setdefault(fold(unescape(name.text)), name.number)
        if first != name.number:
            found = _("%(name)s again, after line %(line)d") % {"name": quote(name.text), "line": first}
            report.refuse(name.number, _("each author once"), found)
        _measure(name, LONGEST_NAME, report)
        _measure(role, LONGEST_ROLE, report)
        signatures.append(Signature(unescape(name.text), "" if role.text == NO_ROLE else unescape(role.text)))
        numbers.append(name.number)
    return tuple(signatures), tuple(numbers)


def _misplaced_link(line, report):
    if not language_of_link(line.text):
        return False
    report.refuse(line.number, _("a name or a role"), _("the link line %(line)s") % {"line": quote(line.text)})
    return True


def _measure(line, longest, report):
    if len(unescape(line.text)) > longest:
        expected = ngettext("at most %(count)d character", "at most %(count)d characters", longest) % {"count": longest}
        report.refuse(line.number, expected, quote(line.text))
