"""Languages: what one language of a text says and the other does not."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from articles.texts.checks.facts import Facts
from articles.texts.checks.finding import FULL, cut, finding
from articles.texts.checks.links import Destinations, addresses
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
    mine, theirs, rescaled, alone = here.missing_in(there), there.missing_in(here), [], []
    if len(one) == len(other):  # only then is a paragraph's translation known by its number
        rescaled = [pair for pair in _rescaled(here, there) if pair[0] in mine or pair[1] in theirs]
        mine, theirs = _without(mine, rescaled), _without(theirs, rescaled)
        alone = _alone(mine, theirs)
        mine = [*_without(mine, alone), *here.unquoted_in(there)]
        theirs = [*_without(theirs, alone), *there.unquoted_in(here)]
    found = [
        *(here.differing(there, *pair, blocking=True) for pair in rescaled),
        *(here.differing(there, *pair) for pair in alone),
        *(here.missing(there, *what) for what in mine),
        *(there.missing(here, *what) for what in theirs),
    ]
    return sorted(found, key=lambda finding: finding.paragraph)


def _rescaled(here, there):
    """Yield what both sides say in one paragraph, with the same digits but as thousands, millions, billions or more."""
    amounts = {
        (number, mantissa): ("figure", number, figure)
        for number, figure in there.facts.figures
        if figure.scale and not here.facts.state(figure, number)
        for mantissa in figure.mantissas
    }
    for number, figure in here.facts.figures:
        if figure.scale and not there.facts.state(figure, number):
            for mantissa in figure.mantissas:
                if (number, mantissa) in amounts:
                    yield ("figure", number, figure), amounts[number, mantissa]


def _alone(mine, theirs):
    """Yield the pairs of figures, or of dates, that are all that is amiss in their paragraph on either side."""
    places = defaultdict(lambda: ([], []))
    for side, missing in enumerate((mine, theirs)):
        for what in missing:
            if what[0] in ("figure", "date"):
                places[what[:2]][side].append(what)
    return [(ours[0], others[0]) for ours, others in places.values() if len(ours) == len(others) == 1]


def _without(missing, pairs):
    paired = {what for pair in pairs for what in pair}
    return [what for what in missing if what not in paired]


def _written(value):
    return getattr(value, "written", value)


class _Side:
    """One language of the text, and what it states."""

    def __init__(self, paragraphs, language, variant):
        self.paragraphs, self.language, self.variant = paragraphs, language, variant
        self.facts = Facts(paragraphs, language)
        self.links = [(part.number, address) for part in paragraphs for address in addresses(part)]
        self.destinations = Destinations([address for _number, address in self.links])

    def missing_in(self, other):
        """Return (code, paragraph number, Quantity or Date or str) for all that the other side lacks."""
        figures = [("figure", *figure) for figure in self.facts.figures if not other.facts.state(figure[1])]
        dates = [("date", *date) for date in self.facts.dates if not other.facts.date_possible(date[1])]
        links = [("link", *link) for link in self.links if not other.destinations.include(link[1])]
        russian = (self.language, other.language) == ("ru", "en")  # the other way round nothing tells persons apart
        people = unnamed(self.paragraphs, other.paragraphs) if russian else ()
        found = [*figures, *dates, *links, *(("name", *person) for person in people)]
        return list({(code, number, _written(value)): (code, number, value) for code, number, value in found}.values())

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
        return self._finding(code, number, MESSAGES[code], other, found=cut(_written(value)))

    def differing(self, other, mine, theirs, *, blocking=False):
        code, number, value = mine
        found = {"found": value.written, "other_found": theirs[2].written}
        return self._finding(f"{code}_differs", number, DIFFERS, other, blocking=blocking, **found)

    def _finding(self, code, number, message, other, *, blocking=False, **params):
        params["other"] = language_name(other.language)
        return finding(code, message, self.language, self.variant, number, blocking=blocking, **params)
