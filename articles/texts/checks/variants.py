"""Variants: what the short text says and the full text does not."""

from django.utils.translation import gettext_lazy as _

from articles.texts.checks.facts import Facts
from articles.texts.checks.finding import SHORT, cut, finding
from articles.texts.checks.names import Names, names
from articles.texts.checks.passages import running_text
from articles.texts.checks.quotations import holds, quotations, spoken

MESSAGES = {
    "figure": _("%(place)s: the full text does not say “%(found)s”."),
    "date": _("%(place)s: the full text does not give the date “%(found)s”."),
    "quotation": _("%(place)s: the full text does not hold the quotation “%(found)s”."),
    "name": _("%(place)s: the full text does not name “%(found)s”."),
}


def short_against_full(short, full, language):
    """Return the Findings on a short text against the full text of the same language, in reading order.

    Both are lists of Paragraphs. Where one of them is empty there is nothing to compare. Figures and dates that the
    full text lacks block; quotations and names warn.
    """
    if not (short and full):
        return []
    facts, stated = Facts(short, language), Facts(full, language)
    told = spoken("\n".join(running_text(paragraph) for paragraph in full))
    named = Names(full, language)
    found = [
        *(
            ("figure", figure.firm, number, figure.written)
            for number, figure in facts.figures
            if not stated.state(figure)
        ),
        *(
            ("date", not stated.has_parts_of(date), number, date.written)
            for number, date in facts.dates
            if not stated.date_stated(date)
        ),
        *(
            ("quotation", False, part.number, words)
            for part in short
            for words in quotations(part)
            if not holds(told, words)
        ),
        *(
            ("name", False, part.number, name)
            for part in short
            for name in names(part, language)
            if not named.include(name)
        ),
    ]
    return [
        finding(code, MESSAGES[code], language, SHORT, number, blocking=blocking, found=cut(written))
        for code, blocking, number, written in sorted(dict.fromkeys(found), key=lambda one: one[2])
    ]
