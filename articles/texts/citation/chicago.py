"""A line for a bibliography in English, after The Chicago Manual of Style (17th ed., 14.205–14.210, on websites)."""

from articles.texts.citation.reference import one_line

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LANGUAGES = {"en": "English", "ru": "Russian"}
QUOTES_INSIDE = str.maketrans("“”", "‘’")  # 14.94: within quotation marks, single ones
ENDS = (".", "?", "!", "…")


def line(reference):
    """Return the line: Timofeev, Ivan, and Samuel Charap. “Title.” Site, November 23, 2026. Edition 1. Address."""
    day = reference.published
    parts = [
        *_authors(reference.authors),
        f"“{_ended(one_line(reference.title).translate(QUOTES_INSIDE))}”",
        *_hands(reference),
        f"{one_line(reference.site)}, {MONTHS[day.month - 1]} {day.day}, {day.year}.",
        f"Edition {reference.number}.",
        f"{reference.address}.",
    ]
    return " ".join(parts)


def _authors(authors):
    """Give the authors, all of them, the first with the family name before the given one (14.76)."""
    if authors:
        yield _ended(_listed([authors[0].inverted, *(name.natural for name in authors[1:])]))


def _hands(reference):
    if reference.translators:
        yield _ended(f"Translated by {_listed([name.natural for name in reference.translators])}")
    elif reference.original_language:
        source = LANGUAGES.get(reference.original_language)
        yield f"Translated from {source}." if source else "Translated."
    if reference.editors:
        yield _ended(f"Edited by {_listed([name.natural for name in reference.editors])}")


def _listed(names):
    if len(names) < 2:
        return "".join(names)
    # 6.19: in a series a comma stands before "and" too; 14.76: after an inverted name it does anyway.
    comma = "," if len(names) > 2 or "," in names[0] else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def _ended(text):
    return text if text.endswith(ENDS) else f"{text}."
