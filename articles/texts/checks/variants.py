"""Variants: what the short text says and the full text does not."""

from django.utils.translation import gettext_lazy as _

from articles.texts.checks.facts import Facts
from articles.texts.checks.finding import SHORT, Finding
from articles.texts.checks.names import Names, names
from articles.texts.checks.passages import running_text
from articles.texts.checks.quotations import holds, quotations, spoken
from authors.languages import name as language_name

MESSAGES = {
    "figure": _("%(language)s: paragraph %(paragraph)d of the short text says “%(found)s”; the full text does not."),
    "date": _(
        "%(language)s: paragraph %(paragraph)d of the short text says “%(found)s”; the full text has no such date."
    ),
    "quotation": _(
        "%(language)s: paragraph %(paragraph)d of the short text quotes “%(found)s”; the full text does not."
    ),
    "name": _("%(language)s: paragraph %(paragraph)d of the short text names “%(found)s”; the full text does not."),
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
        Finding(
            code,
            blocking,
            language,
            SHORT,
            number,
            MESSAGES[code],
            {"language": language_name(language), "paragraph": number, "found": written},
        )
        for code, blocking, number, written in sorted(dict.fromkeys(found), key=lambda one: one[2])
    ]
