"""A line for a list of references in Russian, by the model of ГОСТ Р 7.0.5-2008 (§7, §10 on electronic resources)."""

import re

from articles.texts.citation.reference import one_line

MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
LANGUAGES = {"en": "англ.", "ru": "рус."}
AT_THE_HEAD = 3  # four authors and more stand after the title (ГОСТ 7.80-2000, §5.2); all of them are named
ENDS = (".", "?", "!", "…")


def line(reference):
    """Return the line: Тимофеев И., Чарап С. Заглавие [Электронный ресурс] // Сайт. 2026. 23 ноября. Редакция 1. URL: …

    It ends with the address, so that a reader can add the day of reading: " (дата обращения: 24.11.2026)."
    """
    head = reference.authors if len(reference.authors) <= AT_THE_HEAD else ()
    day = reference.published
    source = f"{_ended(one_line(reference.site))} {day.year}. {day.day} {MONTHS[day.month - 1]}"
    return " ".join(
        [
            *([_ended(", ".join(map(_family_first, head)))] if head else []),
            f"{one_line(reference.title)} [Электронный ресурс]",
            *_responsibility(reference, () if head else reference.authors),
            f"// {source}. Редакция {reference.number}. URL: {reference.address}",
        ]
    )


def _responsibility(reference, authors):
    """Give what stands after the title: " : пер. с англ." or " / authors ; пер. с англ.: translators ; ред.: editors".

    Names follow a colon, in the nominative: nobody can inflect them by rule.
    """
    original = LANGUAGES.get(reference.original_language, "")
    translated = f"пер. с {original}" if original else "пер."
    if reference.original_language and not reference.translators:
        yield f": {translated}"
    hands = [
        ", ".join(map(_initials_first, authors)),
        _hand(translated, reference.translators),
        _hand("ред.", reference.editors),
    ]
    if named := " ; ".join(hand for hand in hands if hand):
        yield f"/ {named}"


def _hand(role, names):
    return f"{role}: {', '.join(map(_initials_first, names))}" if names else ""


def _family_first(name):
    return one_line(f"{name.family} {initials(name.given)}")


def _initials_first(name):
    return one_line(f"{initials(name.given)} {name.family}")


def initials(given):
    """Return the initials of given names: "Иван Николаевич" → "И. Н.", "Жан-Поль" → "Ж.-П."."""
    words = re.split(r"[\s.]+", given)
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words if word.strip("-"))


def _ended(text):
    return text if text.endswith(ENDS) else f"{text}."
