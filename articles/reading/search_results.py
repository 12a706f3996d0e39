"""A page of hits: each with its words marked, and by what they can be narrowed down."""

from dataclasses import dataclass

from articles.models.edition import Edition
from articles.models.roles import Role
from articles.models.search_hits import MOST_COUNTED, find
from articles.models.search_terms import filter_term
from articles.reading.subjects import found_by_slugs, name_in
from articles.texts.snippets import marked, snippet

HITS_A_PAGE = 10


@dataclass(frozen=True)
class Hit:
    edition: Edition
    title: str
    authors: list
    snippet: str


@dataclass(frozen=True)
class Results:
    """The hits of one page, how many there are in all (up to MOST_COUNTED), and the cursor of the next page or ""."""

    hits: tuple = ()
    total: int = 0
    following: str = ""

    @property
    def more_than_counted(self):
        return self.total > MOST_COUNTED

    def names(self):
        """Return the names of the filters by (kind, slug) that hold for these hits. What is not published has none."""
        return {(kind, value): name for kind, value, name in self._facets()}

    def to_narrow(self, asked):
        """Return what the hits can be narrowed down by: dicts of kind and choices (dicts of name and address)."""
        groups = {}
        for kind, value, name in self._facets():
            if not getattr(asked, kind):
                groups.setdefault(kind, {})[value] = {"name": name, "address": asked.address(**{kind: value})}
        return [{"kind": kind, "choices": list(choices.values())} for kind, choices in sorted(groups.items())]

    def _facets(self):
        for hit in self.hits:
            edition = hit.edition
            for line in edition.bylines.all():
                if line.role != Role.EDITOR:
                    yield ("author" if line.author else "organization"), line.who.slug, line.name
            for topic in edition.topics.all():
                yield "topic", topic.slug, name_in(topic, edition.language)
            yield "year", f"{edition.first_published_at.year:04}", f"{edition.first_published_at.year}"


def results(asked, query):
    """Return the Results of a SearchRequest whose Query is read; none for filters that name nothing of ours."""
    filters = [filter_term("year", asked.year)] if asked.year else []
    if asked.slugs:
        known = found_by_slugs(asked.slugs)
        if known.keys() != asked.slugs.keys():
            return Results()
        filters += [filter_term(kind, key) for kind, key in known.items()]
    found = find(query, filters, after=asked.place, length=HITS_A_PAGE + 1)
    shown = found[:HITS_A_PAGE]
    following = f"{shown[-1].place}.{shown[-1].row}" if len(found) > HITS_A_PAGE else ""
    return Results(tuple(_hit(edition, query) for edition in shown), found[0].total if found else 0, following)


def _hit(edition, query):
    wanted, language = query.telling, edition.language
    return Hit(
        edition,
        title=marked(edition.title, wanted, language),
        authors=[marked(line.name, wanted, language) for line in edition.bylines.all() if line.role == Role.AUTHOR],
        snippet=snippet([edition.plain_text, edition.standfirst], wanted, language) if query else edition.excerpt,
    )
