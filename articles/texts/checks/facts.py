"""Facts: the figures and dates that a text states, and whether another text states them too."""

from collections import defaultdict

from articles.texts.checks.dates import Calendar, dates, months
from articles.texts.checks.number_words import in_digits
from articles.texts.checks.passages import running_text
from articles.texts.checks.quantities import PLAIN, blank, quantities


class Facts:
    """What paragraphs (a list of Paragraphs) state in one language.

    ``figures`` and ``dates`` are (paragraph number, Quantity or Date) pairs in reading order. Number words are no
    figures: they only let a text hold a figure that another one writes in digits.
    """

    def __init__(self, paragraphs, language):
        self.figures, self.dates, self._readings, self._calendar = [], [], set(), Calendar()
        self._months, self._days, self._said_in = set(), set(), defaultdict(set)
        for paragraph in paragraphs:
            text = running_text(paragraph)
            days, figures = _facts(text, language)
            self.dates += [(paragraph.number, date) for date in days]
            self.figures += [(paragraph.number, figure) for figure in figures]
            self._know(days, figures, paragraph.number)
            if (spelled := in_digits(text, language)) != text:
                self._know(*_facts(spelled, language), paragraph.number)
            self._months |= months(text, language)

    def _know(self, days, figures, number):
        for date in days:
            self._calendar.add(date)
            self._months |= {month for _, month, _ in date.readings}
            self._days |= {day for _, _, day in date.readings}
        self._said_in[number].update(*(figure.readings for figure in figures))
        self._said_in[number] |= {
            (PLAIN, part) for date in days for year, _, day in date.readings for part in (year, day) if part
        }
        self._readings |= self._said_in[number]

    def state(self, figure, number=None):
        """Say whether a Quantity of another text is stated here, in figures, in words or as part of a date.

        With a paragraph's number: whether it is stated in that paragraph.
        """
        return not (self._readings if number is None else self._said_in[number]).isdisjoint(figure.readings)

    def date_stated(self, date):
        """Say whether all that another text's Date says is said here: at once, or day and year apart."""
        return self._calendar.holds(date) or (self.date_possible(date) and self.has_parts_of(date))

    def date_possible(self, date):
        """Say whether a Date here, or a month named here, may be another text's Date said less exactly."""
        return self._calendar.may_hold(date) or any(
            day is None and month in self._months and (not year or (PLAIN, year) in self._readings)
            for year, month, day in date.readings
        )

    def has_parts_of(self, date):
        """Say whether year, month and day of another text's Date are all to be found here, together or apart."""
        return any(
            month in self._months and (not day or day in self._days) and (not year or (PLAIN, year) in self._readings)
            for year, month, day in date.readings
        )


def _facts(text, language):
    days = dates(text, language)
    return days, quantities(blank(text, [(date.start, date.end) for date in days]), language)
