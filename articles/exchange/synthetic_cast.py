"""The people, organizations and topics of made-up articles, and their way into the database."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from articles.exchange import synthetic_words as words
from articles.models import Topic
from authors.languages import column
from authors.models import Affiliation, Author, Organization

LANGUAGES = ("en", "ru")
SERIES_EVERY = 20  # topics: the last of each score is a series


@dataclass(frozen=True)
class Named:
    """Somebody or something with a slug and a name in both languages; of a person, the parts of it."""

    slug: str
    names: tuple
    parts: tuple = ()


def town(number):
    """Return the name of a town in both languages; there are as many as three syllables make."""
    base, found = len(words.SYLLABLES), []
    for _ in range(3):
        number, place = divmod(number, base)
        found.append(words.SYLLABLES[place])
    return tuple("".join(side).capitalize() for side in zip(*found, strict=True))


def _both(pattern, *pairs):
    return tuple(pattern.format(*side) for side in zip(*pairs, strict=True))


TOWNS = [town(number * 67) for number in range(12)]
AUTHORS = [
    Named(f"{given[0]}-{family[0]}".lower(), _both("{} {}", given, family), (given, family))
    for family in words.FAMILY
    for given in words.GIVEN
]
ORGANIZATIONS = [
    Named(f"house-{number}", _both("{}, {}", kind, place))
    for number, (place, kind) in enumerate(((place, kind) for place in TOWNS for kind in words.INSTITUTIONS), start=1)
]
OUTLETS = [
    Named(f"review-{number}", _both("{}: {}", place, words.OUTLET)) for number, place in enumerate(TOWNS, start=1)
]
TOPICS = [
    Named(f"subject-{number}", _both("{}: {}", field, region))
    for number, (field, region) in enumerate(
        ((field, region) for region in words.REGIONS for field in words.FIELDS), start=1
    )
]


@transaction.atomic
def save_cast():
    """Save everybody and everything that made-up articles name; nothing when they are there already."""
    if Author.objects.with_slug(AUTHORS[0].slug).exists():
        return
    houses = Organization.objects.bulk_create(
        Organization(slug=one.slug, **_columns("name", one.names)) for one in [*ORGANIZATIONS, *OUTLETS]
    )
    people = Author.objects.bulk_create(_author(one) for one in AUTHORS)
    Affiliation.objects.bulk_create(
        post for number, person in enumerate(people) for post in _posts(person, number, houses[: len(ORGANIZATIONS)])
    )
    Topic.objects.bulk_create(
        Topic(slug=one.slug, is_series=number % SERIES_EVERY == 0, **_columns("name", one.names))
        for number, one in enumerate(TOPICS, start=1)
    )


def _author(one):
    given, family = one.parts
    return Author(slug=one.slug, **_columns("given_name", given), **_columns("family_name", family))


def _posts(person, number, houses):
    """Yield the posts of a person: one for good, every third had another one before."""
    changed = date(2010 + number % 10, 1, 1) if number % 3 == 0 else None
    names = [words.POSTS[(number + place) % len(words.POSTS)] for place in range(2)]
    places = [houses[number % len(houses)], houses[(number * 7 + 1) % len(houses)]]
    if changed:
        yield Affiliation(
            author=person, organization=places[1], until=changed, order=1, **_columns("position", names[1])
        )
    yield Affiliation(author=person, organization=places[0], since=changed, **_columns("position", names[0]))


def _columns(field, pair):
    return {column(field, code): text for code, text in zip(LANGUAGES, pair, strict=True)}
