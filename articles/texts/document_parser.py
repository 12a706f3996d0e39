"""Reading a document: bytes in, a Document and warnings out, or every reason why not."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.texts import front_matter, sections, signatures
from articles.texts.document import Document
from articles.texts.lines import read_lines
from articles.texts.markers import FENCE, MARKERS
from articles.texts.outlet_link import OutletLink
from articles.texts.problems import DocumentRefused, Problem, Remark, Report, quote

__all__ = ["DocumentRefused", "Parsed", "Problem", "Remark", "parse"]


@dataclass(frozen=True)
class Parsed:
    """A document read from a file, and what to warn the editor of (tuple of Remark, in the order of the lines).

    ``lines`` says on which line something stands: a key of the front matter as written, a signature by its number
    from 0, the link line of a variant.
    """

    document: Document
    warnings: tuple[Remark, ...]
    lines: dict[str | int, int]


def parse(data, filename):
    """Return what a file says (Parsed), in NFC.

    ``data`` is the whole file (bytes); ``filename`` is for messages, which are in the active language. Raises
    DocumentRefused listing every problem found.
    """
    report = Report(filename)
    lines = read_lines(data, report)
    if not lines:
        report.settle()
    entries, rest = front_matter.read(lines, report)
    blocks = _blocks(rest, report)
    first = next((index for index, line in enumerate(blocks) if line.text in MARKERS), None)
    if first is None:
        if rest or not report.problems:
            expected = _("a section, opened by one of the lines %(markers)s")
            expected %= {"markers": ", ".join(map(quote, MARKERS))}
            report.refuse(lines[-1].number, expected, _("the end of the file"))
        report.settle()
    language, _variant = MARKERS[blocks[first].text]
    front_matter.agree(entries, language, report)
    signed, numbers = signatures.read(blocks[:first], blocks[first], report)
    found = sections.read(blocks[first:], report)
    _warn(language, entries, found, report)
    warnings = report.settle()
    variants = {variant: section for variant, (_opening, section, _link) in found.items()}
    values = {key: entry.value for key, entry in entries.items()}
    places = {key: entry.line for key, entry in entries.items()} | dict(enumerate(numbers))
    places |= {variant: link.number for variant, (_opening, _section, link) in found.items() if link}
    return Parsed(Document(language, values, signed, **variants), warnings, places)


def _blocks(lines, report):
    """Return the lines that are not blank, noting those that stand too close and fences where none belong."""
    blocks, runs = [], 0
    for before, line in zip([None, *lines], lines, strict=False):
        adjacent = before is not None and not before.blank and not line.blank
        runs = runs + 1 if adjacent else 0
        if runs == 1:  # one message for a whole run of lines
            report.refuse(line.number, _("a blank line between blocks"), quote(line.text))
        if line.text == FENCE:
            expected = _("front matter only from the first line of the file (“\\---” for a paragraph)")
            report.refuse(line.number, expected, quote(line.text))
        elif not line.blank:
            blocks.append(line)
    return blocks


def _warn(language, entries, found, report):
    if not front_matter.in_language(entries, "title", language):
        report.remark(1, _("no title: the article cannot be released until it has one"))
    if "date" not in entries:
        report.remark(1, _("no date"))
    if len(found) == 2 and found["short"][1].paragraphs == found["full"][1].paragraphs:
        report.remark(found["full"][0].number, _("the full version repeats the short version word for word"))
    if front_matter.in_language(entries, "page_url", language):
        return
    for _opening, _section, line in found.values():
        link = OutletLink.parse(line.text) if line else None
        if link and not link.url:
            message = _("the link to %(outlet)s has no address") % {"outlet": quote(link.outlet)}
            report.remark(line.number, message)
