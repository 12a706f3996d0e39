"""Pages that a mirror has of its own: the choice of a language, moves, and what stands in for search."""

from collections import defaultdict
from dataclasses import replace

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from articles.models.edition import Edition
from articles.reading.page import absolute, page_everywhere
from authors.languages import codes, name
from config.mirror.pages import bodies_of, file_of


def front_door():
    """Return (file, bodies) of the page at ``/``, which the site answers with a redirection to a language."""
    languages = [{"code": code, "name": name(code)} for code in codes()]
    html = render_to_string(
        "mirror/choose_language.html",
        {"language": languages[0]["code"], "languages": languages, "canonical": absolute("/")},
    )
    return "index.html", bodies_of(html)


def moves(moved, addresses):
    """Yield (file, bodies) of pages that lead on to where a text is now, for hosts that cannot redirect.

    ``moved`` are (path, new path); ``addresses`` are all of what is public, among them those below a new path.
    """
    olds = defaultdict(list)
    for old, new in moved:
        olds[new].append(old)
    for address in addresses if olds else ():
        new = "/".join(address.split("/")[:4]) + "/"  # /<language>/articles/<slug>/
        if new in olds and address.endswith("/"):
            for old in olds[new]:
                yield file_of(old + address.removeprefix(new)), bodies_of(_moved(address))


def _moved(address):
    language = address.split("/")[1]
    with override(language):
        context = {"language": language, "address": address, "canonical": absolute(address)}
        return render_to_string("mirror/moved.html", context)


def instead_of_search(language, index=""):
    """Yield (file, bodies) of the pages at the address of search: a way to the site's own, and every text by year.

    ``index`` is the path of the script that searches the mirror itself, or "".
    """
    home = reverse("search", args=[language])
    live = Edition.objects.live(language)
    texts, years = live.newest_first().without_texts().with_bylines(), live.years()
    page = replace(page_everywhere("search", language), listed=False, indexed=False)
    context = {"page": page, "there": absolute(home), "years": years, "index": index}
    yield file_of(home), _rendered("mirror/search.html", language, context)
    for year in years:
        listed = context | {"year": year, "editions": texts.published_in_year(year)}
        yield file_of(f"{home}{year}/"), _rendered("mirror/year.html", language, listed)


def _rendered(template, language, context):
    with override(language):
        return bodies_of(render_to_string(template, context))
