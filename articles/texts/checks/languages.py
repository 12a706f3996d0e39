"""Languages: what one language of a text says and the other does not."""

from django.utils.translation import gettext_lazy as _

from articles.texts.checks.facts import Facts
from articles.texts.checks.finding import FULL, cut, finding
from articles.texts.checks.links import addresses, lead_alike
from articles.texts.checks.people import unnamed
from articles.texts.checks.quotations import FEWEST_WORDS_SAID, has_marks, quotations
from authors.languages import name as language_name

MESSAGES = {
    "figure": _("%(place)s: “%(found)s” is missing in the other language (%(other)s)."),
    "date": _("%(place)s: the date “%(found)s” is missing in the other language (%(other)s)."),
    "link": _("%(place)s: the link to “%(found)s” is missing in the other language (%(other)s)."),
    "name": _("%(place)s: the name “%(found)s” seems to be missing in the other language (%(other)s)."),
    "quotation": _(
        "%(place)s: “%(found)s” is quoted; the same paragraph in the other language (%(other)s) quotes nobody."
    ),
}
DIFFERS = _("%(place)s: “%(found)s”; the same paragraph in the other language (%(other)s): “%(other_found)s”.")


def language_against_language(one, language, other, other_language, variant=FULL):
    """Return the Findings on two languages of one variant against each other, in reading order.

    Both texts are lists of Paragraphs; where one is empty there is nothing to compare. All findings warn, but for an
    amount that both languages give in the same paragraph with different magnitudes («1,5 млрд», "1.5 million"). What
    differs within one paragraph is one finding, on the first language.
    """
    if not (one and other):
        return []
    here, there = _Side(one, language, variant), _Side(other, other_language, variant)
    mine, theirs, pairs = here.missing_in(there), there.missing_in(here), []
    if len(one) == len(other):  # only then is a paragraph's translation known by its number
        pairs = list(_pairs(mine, theirs))
        mine, theirs = [*mine, *here.unquoted_in(there)], [*theirs, *there.unquoted_in(here)]
    mine, theirs = ([what for what in side if all(what not in pair for pair in pairs)] for side in (mine, theirs))
    found = [
        *(here.differing(there, *pair) for pair in pairs),
        *(here.missing(there, *what) for what in mine),
        *(there.missing(here, *what) for what in theirs),
    ]
    return sorted(found, key=lambda finding: finding.paragraph)


def _pairs(mine, theirs):
    """Yield what is missing on both sides and belongs together: one amount in two magnitudes, or all that is amiss."""
    for what in mine:
        code, number, value = what
        same_place = [other for other in theirs if other[:2] == (code, number)]
        scaled = [other for other in same_place if _differ_in_scale(value, other[2])]
        alone = len(same_place) == 1 == sum(other[:2] == (code, number) for other in mine)
        if scaled or (alone and code in ("figure", "date")):
            yield what, (scaled or same_place)[0]


def _differ_in_scale(one, other):
    scales = [getattr(value, "scale", 0) for value in (one, other)]
    return all(scales) and scales[0] != scales[1] and not one.mantissas.isdisjoint(other.mantissas)


class _Side:
    """One language of the text, and what it states."""

    def __init__(self, paragraphs, language, variant):
        self.paragraphs, self.language, self.variant = paragraphs, language, variant
        self.facts = Facts(paragraphs, language)
        self.links = [(part.number, address) for part in paragraphs for address in addresses(part)]

    def missing_in(self, other):
        """Return (code, paragraph number, Quantity or Date or str) for all that the other side lacks."""
        figures = [("figure", *figure) for figure in self.facts.figures if not other.facts.state(figure[1])]
        dates = [("date", *date) for date in self.facts.dates if not other.facts.date_possible(date[1])]
        links = [
            ("link", number, address)
            for number, address in self.links
            if not any(lead_alike(address, known) for _, known in other.links)
        ]
        russian = (self.language, other.language) == ("ru", "en")  # the other way round nothing tells persons apart
        people = unnamed(self.paragraphs, other.paragraphs) if russian else ()
        return [*figures, *dates, *links, *(("name", *person) for person in people)]

    def unquoted_in(self, other):
        """Return the quotations in this form that the same paragraph of the other side leaves without any marks.

        More cannot be compared: what one language quotes at length may be half reported in the other.
        """
        return [
            ("quotation", part.number, words)
            for part, translation in zip(self.paragraphs, other.paragraphs, strict=True)
            for words in quotations(part, FEWEST_WORDS_SAID)[:1]
            if not has_marks(translation)
        ]

    def missing(self, other, code, number, value):
        return self._finding(code, number, MESSAGES[code], other, found=cut(getattr(value, "written", value)))

    def differing(self, other, mine, theirs):
        code, number, value = mine
        blocking = _differ_in_scale(value, theirs[2])
        found = {"found": value.written, "other_found": theirs[2].written}
        return self._finding(f"{code}_differs", number, DIFFERS, other, blocking=blocking, **found)

    def _finding(self, code, number, message, other, *, blocking=False, **params):
        params["other"] = language_name(other.language)
        return finding(code, message, self.language, self.variant, number, blocking=blocking, **params)
