"""Number words: a text with "half a million" and «двадцать первый век» written in digits."""

import re

from articles.texts.checks.numerals import number

_WORD = re.compile(r"[^\W\d_]+")
_AND = re.compile(r"\sand\s|[\s-]")

# Russian writes "five-year" as one word: the number, an ending, and a second part that is left standing.
_COMPOUND = re.compile(
    r"\b(дву|тр|четыр|пят|шест|сем|восьм|девят|десят|двадцат|тридцат)(?:[её]?х|[ёи])"
    r"(?=(?:лет|днев|час|месяч|крат|процент|миллион|миллиард|тысяч|сторон)\w)",
    re.IGNORECASE,
)
_BEGINNINGS = {"дву": 2, "тр": 3, "четыр": 4, "пят": 5, "шест": 6, "сем": 7, "восьм": 8, "девят": 9, "десят": 10}
_BEGINNINGS |= {"двадцат": 20, "тридцат": 30}

# What is said without a number, or with a fraction.
_PHRASES = {
    "en": [
        (r"\b(\w+)\s+and\s+a\s+half\b", r"\1.5"),
        (r"\bhalf\s+a\s+(?=million|billion|trillion)", "0.5 "),
        (r"\b(?:an?|the|per)\s+(?=(?:hundred|thousand|million|billion|trillion)\b)", "1 "),
        (r"\bhalf\b", "50 %"),
        (r"\bquarters?\b", "25 %"),
    ],
    "ru": [
        (r"\b(\w+)\s+с\s+половиной\b", r"\1,5"),
        (r"\bпол(?=(?:миллион|миллиард)а\b)", "0,5 "),
        (r"\bполтор(?:а|ы|ых)\b", "1,5"),
        (r"(?<!\d)(?<!\d\s)\b(?=(?:миллион|миллиард|тысяч)(?:а|у|ы|е|ом|ами|ов)?\b)", "1 "),
        (r"\bполовин\w\b", "50 %"),
        (r"\bчетверт[ьи]\b", "25 %"),
    ],
}
_COMPILED = {
    language: [(re.compile(pattern, re.IGNORECASE), digits) for pattern, digits in phrases]
    for language, phrases in _PHRASES.items()
}


def in_digits(text, language):
    """Return a plain text with its number words in digits: "21 век", "0.5 million", "5-летний"; the rest as it was."""
    text = _COMPOUND.sub(lambda found: f"{_BEGINNINGS[found[1].lower()]} ", text) if language == "ru" else text
    text = _in_digits(text, language)
    for phrase, digits in _COMPILED.get(language, ()):
        text = phrase.sub(digits, text)
    return text


def _in_digits(text, language):
    written, end, total, last = [], 0, 0, 0  # `total`: of the number that is being read, `last`: its last word's value
    for word in _WORD.finditer(text):
        value = number(word[0].lower(), language)
        if value is None:
            continue
        gap = text[end : word.start()]
        if (
            total
            and _AND.fullmatch(gap)
            and ((total < 10 and value == 100) or value < last >= 100 or value < 10 < last >= 20)
        ):
            total = total * 100 if value == 100 else total + value
        else:
            written += [str(total) if total else "", gap]
            total = value
        last, end = value, word.end()
    return "".join([*written, str(total) if total else "", text[end:]])
