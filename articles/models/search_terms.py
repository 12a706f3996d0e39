"""What search knows of an edition: the stems of its words, each with the best place it stands in, and its filters."""

from articles.models.roles import Role
from articles.texts.blocks import plain_text
from articles.texts.stems import stems
from authors.languages import codes, localized

# Where a word stands, the best place first. A text's rank is the worst place that any of the words looked for needs.
TITLE, BYLINE, STANDFIRST, TEXT = PLACES = range(4)

# A tsvector of PostgreSQL holds a megabyte, each term with a few bytes of its own: what of an endless text does not fit
# is not indexed, on either database. Words come before pairs.
MOST_BYTES = 600_000
A_TERM = 8


def term(stem, place):
    """Return the term for a stem that stands in a place or a better one: "1реформ"."""
    return f"{place}{stem}"


def pair_term(first, second):
    """Return the term for two words side by side: phrases are found by their pairs, not by reading texts."""
    return f"{first}_{second}"


def filter_term(kind, value):
    """Return the term for a filter: "author@12" (a primary key), "year@2019" (UTC)."""
    return f"{kind}@{value}"


def texts_of(edition):
    """Return the texts of an edition by place, as lists: names in every spelling on record, credit lines and all."""
    signed = [line for line in edition.bylines.all() if line.role != Role.EDITOR]
    byline = [
        text for line in signed for text in (line.name, *spellings(line.author or line.organization), line.credit_line)
    ]
    short = plain_text(edition.short_html) if edition.short_html != edition.full_html else ""
    outlet = [edition.outlet_name, *spellings(edition.outlet)]
    return [[edition.title], byline, [edition.standfirst], [edition.plain_text, short, *outlet]]


def spellings(who):
    """Return the names of an author or organization (or None) in every language, and its aliases.

    Columns only, none of the model's own methods: a migration's models have none.
    """
    if who is None:
        return []
    person = hasattr(who, "orcid")
    full = ("given_name", "patronymic", "family_name")
    forms = [("display_name",), ("given_name", "family_name"), full] if person else [("name",), ("short_name",)]
    names = [
        " ".join(filter(None, (localized(who, field, code) for field in form))) for form in forms for code in codes()
    ]
    return [name for name in dict.fromkeys([*names, *who.aliases.splitlines()]) if name]


def terms_and_phrases(edition):
    """Return an edition's terms (a sorted list) and, for phrases, its stems in order: one line a text, " a b c "."""
    lines = [[stems(text, edition.language) for text in texts if text] for texts in texts_of(edition)]
    best, pairs = {}, {}
    for place, texts in zip(PLACES, lines, strict=True):
        for text in texts:
            for one in text:
                best.setdefault(one, place)
            pairs |= dict.fromkeys(map(pair_term, text, text[1:]))
    words = [term(one, scope) for one, place in best.items() for scope in PLACES[place:]]
    sequences = [f" {' '.join(text)} " for texts in lines for text in texts]
    return sorted({*_filters(edition), *_fitting([*words, *pairs])}), "\n".join(sequences)


def _fitting(terms):
    """Yield as many terms as fit into an index entry."""
    size = 0
    for one in terms:
        size += len(one.encode()) + A_TERM
        if size > MOST_BYTES:
            return
        yield one


def _filters(edition):
    signed = [line for line in edition.bylines.all() if line.role != Role.EDITOR]
    found = {("author", line.author_id) for line in signed} | {
        ("organization", line.organization_id) for line in signed
    }
    found |= {("organization", edition.outlet_id)} | {("topic", topic.pk) for topic in edition.topics.all()}
    found |= {("year", f"{edition.first_published_at.year:04}")}
    return {filter_term(kind, value) for kind, value in found if value is not None}
