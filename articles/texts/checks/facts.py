"""Facts: the figures and dates that a text states, and whether another text states them too."""

from articles.texts.checks.dates import dates, months
from articles.texts.checks.number_words import in_digits
from articles.texts.checks.passages import running_text
from articles.texts.checks.quantities import PLAIN, blank, quantities


class Facts:
    """What paragraphs (a list of Paragraphs) state in one language.

    ``figures`` and ``dates`` are (paragraph number, Quantity or Date) pairs in reading order. Number words are no
    figures: they only let a text hold a figure that another one writes in digits.
    """

    def __init__(self, paragraphs, language):
        self.figures, self.dates, self._readings, self._known_dates, self.months = [], [], set(), [], set()
        for paragraph in paragraphs:
            text = running_text(paragraph)
            days, figures = _facts(text, language)
            self.dates += [(paragraph.number, date) for date in days]
            self.figures += [(paragraph.number, figure) for figure in figures]
            self._know(days, figures)
            self._know(*_facts(in_digits(text, language), language))
            self.months |= months(text, language)
            self.months |= {month for date in days for _, month, _ in date.readings}

    def _know(self, days, figures):
        self._known_dates += days
        self._readings.update(*(figure.readings for figure in figures))
        self._readings |= {
            (PLAIN, part) for date in days for year, _, day in date.readings for part in (year, day) if part
        }

    def state(self, figure):
        """Say whether a Quantity of another text is stated here, in figures, in words or as part of a date."""
        return not self._readings.isdisjoint(figure.readings)

    def date_stated(self, date):
        """Say whether all that another text's Date says is said here: at once, or day and year apart."""
        return any(date.is_stated_by(known) for known in self._known_dates) or (
            self.date_possible(date) and self.has_parts_of(date)
        )

    def date_possible(self, date):
        """Say whether a Date here, or a month named here, may be another text's Date said less exactly."""
        return any(date.agrees(known) for known in self._known_dates) or any(
            day is None and month in self.months for _, month, day in date.readings
        )

    def has_parts_of(self, date):
        """Say whether year, month and day of another text's Date are all to be found here, together or apart."""
        return any(
            month in self.months and all((PLAIN, part) in self._readings for part in (year, day) if part)
            for year, month, day in date.readings
        )


def _facts(text, language):
    days = dates(text, language)
    return days, quantities(blank(text, [(date.start, date.end) for date in days]), language)
