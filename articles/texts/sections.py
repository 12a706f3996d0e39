"""The sections of a document: a marker, its paragraphs, the link line under them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.texts import outlet_link
from articles.texts.document import Section
from articles.texts.front_matter import LONGEST
from articles.texts.markers import MARKERS, marker, unescape
from articles.texts.outlet_link import OutletLink, language_of_link
from articles.texts.problems import quote


def read(blocks, report):
    """Return the sections by variant, noting what is wrong with them: {"short": (marker's Line, Section, link's Line)}.

    ``blocks`` is a list of Line that begins with a marker. The link's Line is None when there is no link.
    """
    starts = [index for index, line in enumerate(blocks) if line.text in MARKERS]
    sections = {}
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        opening, content = blocks[start], blocks[start + 1 : end]
        if not _in_place(opening, blocks[0], sections, report):
            continue
        following = quote(blocks[end].text) if end < len(blocks) else _("the end of the file")
        link = next((line for line in content if language_of_link(line.text)), None)
        paragraphs = content[: content.index(link)] if link else content
        if link:
            _check_link(link, MARKERS[opening.text][0], report)
            _check_end(content[len(paragraphs) + 1 :], report)
        if not paragraphs:
            expected = _("a paragraph after %(marker)s") % {"marker": quote(opening.text)}
            report.refuse(opening.number, expected, quote(link.text) if link else following)
        texts = tuple(unescape(line.text) for line in paragraphs)
        variant = MARKERS[opening.text][1]
        sections[variant] = opening, Section(texts, link.text if link else ""), link
    return sections


def _in_place(opening, first, sections, report):
    """Say whether a section's content is worth reading; note what is wrong with where its marker stands."""
    language, variant = MARKERS[opening.text]
    if language != MARKERS[first.text][0]:
        expected = _("section markers in the language of the first, %(marker)s") % {"marker": quote(first.text)}
        report.refuse(opening.number, expected, quote(opening.text))
    elif variant in sections:
        found = _("it again, after line %(line)d") % {"line": sections[variant][0].number}
        report.refuse(opening.number, _("%(marker)s only once") % {"marker": quote(opening.text)}, found)
    elif variant == "short" and sections:
        expected = _("%(short)s before %(full)s")
        expected %= {"short": quote(opening.text), "full": quote(marker(language, "full"))}
        found = _("it after line %(line)d") % {"line": sections["full"][0].number}
        report.refuse(opening.number, expected, found)
    return variant not in sections


def _check_link(link, language, report):
    parsed = OutletLink.parse(link.text)
    if language_of_link(link.text) != language:
        expected = _("a link line like %(example)s") % {"example": quote(outlet_link.EXAMPLES[language])}
        report.refuse(link.number, expected, quote(link.text))
    elif len(link.text) > outlet_link.LONGEST:
        report.refuse(link.number, _at_most(outlet_link.LONGEST), quote(link.text))
    elif parsed is None:
        expected = _("an address that begins with https:// or http://, and nothing after it")
        report.refuse(link.number, expected, quote(link.text))
    elif len(parsed.outlet) > LONGEST["outlet"]:
        report.refuse(link.number, _at_most(LONGEST["outlet"]), quote(parsed.outlet))


def _at_most(longest):
    return ngettext("at most %(count)d character", "at most %(count)d characters", longest) % {"count": longest}


def _check_end(rest, report):
    """Note the first block that follows the link line inside its section."""
    if rest:
        expected = _("a section marker or the end of the file after the link line (“\\” first makes it a paragraph)")
        report.refuse(rest[0].number, expected, quote(rest[0].text))
