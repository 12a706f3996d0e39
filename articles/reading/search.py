"""Search: texts of a language by words, phrases and exclusions, narrowed down by who, what and when."""

from django.template.response import TemplateResponse

from articles.models.search_hits import MOST_COUNTED, first_that_finds
from articles.reading.search_request import SearchRequest
from articles.reading.search_results import Results, results
from articles.texts.keyboard import on_the_other_keyboard
from articles.texts.query import LONGEST, MOST_WORDS, Query, Unreadable, read, shown
from authors.languages import others


def search(request, language):
    asked = SearchRequest.sent(request.GET, language)
    problem, query, found = "", Query(language), Results()
    try:
        query = asked.query
    except Unreadable as reason:
        problem = reason.reason
    else:
        if query or asked.filters:
            found = results(asked, query)
    context = {
        "page": asked.page(),
        "q": shown(asked.q),
        "problem": problem,
        "longest": LONGEST,
        "most_words": MOST_WORDS,
        "most_counted": MOST_COUNTED,
        "asked": bool(query or asked.filters),
        "found": found,
        "filters": _filters(asked, found),
        "narrowing": found.to_narrow(asked),
        "following": asked.address(after=found.following) if found.following else "",
        "suggestion": _suggestion(asked) if query and not found.hits else None,
    }
    # A search that only excludes is a question we do not answer, not a mistake in the address.
    status = 400 if problem and problem != "only_without" else 200
    return TemplateResponse(request, "articles/search.html", context, status=status)


def _filters(asked, found):
    """Return the filters that are on: dicts of kind, value, name and the address of the search without it."""
    names = found.names()
    return [
        {"kind": kind, "value": value, "name": names.get((kind, value), value), "without": asked.address(**{kind: ""})}
        for kind, value in asked.filters.items()
    ]


def _suggestion(asked):
    """Return another search that finds something where this one does not: a dict of q, language, address; or None.

    The same words without filters or in another language, or what the same keys give on the other keyboard.
    """
    typed, other = shown(asked.q), on_the_other_keyboard(shown(asked.q))
    tried = [(typed, asked.language)] if asked.filters else []
    tried += [(other, code) for code in (asked.language, *others(asked.language)) if other]
    tried += [(typed, code) for code in others(asked.language)]
    queries = [_readable(q, code) for q, code in tried]
    readable = [number for number, query in enumerate(queries) if query]
    if not readable:
        return None
    found = first_that_finds([queries[number] for number in readable])
    if found is None:
        return None
    q, code = tried[readable[found]]
    return {"q": q, "language": code, "address": SearchRequest(code, q).address(), "other_words": q != typed}


def _readable(q, language):
    try:
        return read(q, language)
    except Unreadable:
        return None
