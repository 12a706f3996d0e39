"""Made-up bilingual articles in any number: the same ones for the same seed. For scale, never for reading."""

import random
from datetime import UTC, datetime, timedelta

from articles.exchange import synthetic_words as words
from articles.exchange.synthetic_cast import AUTHORS, ORGANIZATIONS, OUTLETS, TOPICS, town
from articles.texts.document import Document, Section, Signature

LANGUAGES = ("en", "ru")
TOWNS = len(words.SYLLABLES) ** 3
PARAGRAPHS, SENTENCES = (8, 12), (3, 5)  # at least and at most: about 350 words, a short commentary
# An archive of twenty years, whatever the number of texts; it ends at a fixed moment, so that it is always the same.
NEWEST, YEARS = datetime(2025, 1, 1, tzinfo=UTC), timedelta(days=20 * 365.25)
KEY = "common-view-"  # and the number


def key_of(number):
    return f"{KEY}{number}"


def moment_of(number, count):
    """Return when number (from 1) of so many articles was published: the first one last, in even steps, UTC."""
    return NEWEST - timedelta(seconds=number * YEARS.total_seconds() // count)


def synthetic_pairs(numbers, seed):
    """Yield a pair of Documents, the original first, for every number; equal seeds give equal documents."""
    for number in numbers:
        # Every article has its own source of chance, so that any of them can be made without those before it.
        yield _pair(number, random.Random(f"{seed}/{number}"))  # noqa: S311  (repeatable on purpose)


def _pair(number, source):
    field, region = _often(source, words.FIELDS), source.choice(words.REGIONS)
    people = _several(source, AUTHORS, source.choice((2, 2, 2, 3)))
    signatories = [person.names for person in people]
    if source.random() < 0.05:
        signatories.append(_often(source, ORGANIZATIONS).names)
    roles = [source.choice((*words.POSTS, ("", ""))) for _ in signatories]  # without one, the posts held are printed
    topics = _several(source, TOPICS, source.choice((1, 2)))
    outlet = _often(source, OUTLETS) if source.random() < 0.3 else None
    text = [[_sentence(source) for _ in range(source.randint(*SENTENCES))] for _ in range(source.randint(*PARAGRAPHS))]
    titles = (
        f"{field[0]}, {region[0]}: A Common View, No. {number}",
        f"{field[1]}, {region[1]}: общий взгляд, № {number}",
    )
    written = []
    for side, language in enumerate(LANGUAGES):
        paragraphs = tuple(" ".join(sentence[side] for sentence in sentences) for sentences in text)
        matter = {"title": titles[side], "slug": key_of(number), "topic": ", ".join(one.names[side] for one in topics)}
        if outlet:
            matter["outlet"] = outlet.names[side]
        signatures = zip(signatories, roles, strict=True)
        written.append(
            Document(
                language=language,
                front_matter=matter,
                signatures=tuple(Signature(names[side], role[side]) for names, role in signatures),
                short=Section(paragraphs[:2]),
                full=Section(paragraphs),
            )
        )
    if source.random() < 0.4:
        written.reverse()
    written[1].front_matter["translation_of"] = key_of(number)
    return tuple(written)


def _sentence(source):
    subject, predicate = source.choice(words.SUBJECTS), source.choice(words.PREDICATES)
    year, where = source.randint(1990, 2024), source.random() < 0.5 and town(_rank(source, TOWNS))
    sides = []
    for side in range(len(LANGUAGES)):
        place = f" {words.IN_TOWN[side].format(where[side])}" if where else ""
        sides.append(f"{subject[side]} {predicate[side].format(year=year)}{place}.")
    return sides


def _often(source, things):
    """Return one of some things, the first of them much oftener than the last: as words and authors go."""
    return things[_rank(source, len(things))]


def _several(source, things, number):
    found = {}
    while len(found) < number:
        rank = _rank(source, len(things))
        found[rank] = things[rank]
    return list(found.values())


def _rank(source, number):
    return int((number + 1) ** source.random()) - 1
