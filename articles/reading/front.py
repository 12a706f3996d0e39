"""The front page, and the door that sends a reader to it in the right language."""

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from articles.models.edition import Edition
from articles.reading.page import page_everywhere
from articles.reading.structured_data import graph, publisher, website
from authors.languages import codes

NEWEST = 13  # one text in front, twelve below: a page to look over, not an archive


def choose_language(request):
    """Send a reader to the front page in the language their browser asks for first. Chosen once, never stored."""
    response = HttpResponseRedirect(reverse("front", args=[preferred(request.headers.get("Accept-Language", ""))]))
    add_never_cache_headers(response)
    return response


def preferred(accept_language):
    """Return the best of our languages for an Accept-Language header (RFC 9110 §12.5.4), the first one by default."""
    for wanted, quality in parse_accept_lang_header(accept_language.lower()[:500]):
        if not quality:  # "not acceptable"
            continue
        try:
            found = get_supported_language_variant(wanted)
        except LookupError:
            continue
        if found in codes():
            return found
    return codes()[0]


def front(request, language):
    newest = list(Edition.objects.live(language).newest_first().for_lists()[:NEWEST])
    return TemplateResponse(
        request,
        "articles/front.html",
        {
            "page": page_everywhere("front", language, default=reverse("choose_language")),
            "lead": newest[0] if newest else None,
            "editions": newest[1:],
            "structured_data": graph(website(language), publisher(language)),
        },
    )
