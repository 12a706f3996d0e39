"""The archive: everything published in a language, newest first."""

from django.http import Http404
from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.reading.page import further, page_everywhere
from articles.reading.paging import page_of


def archive(request, language):
    live = Edition.objects.live(language)
    after = request.GET.get("after", "")
    editions, following = page_of(live.for_lists(), after)
    return TemplateResponse(
        request,
        "articles/archive.html",
        {
            "page": further(page_everywhere("archive", language), after),
            "editions": editions,
            "following": following,
            "years": live.years(),
        },
    )


def year(request, language, year):
    live = Edition.objects.live(language)
    after = request.GET.get("after", "")
    editions, following = page_of(live.published_in_year(year).for_lists(), after)
    if not editions:
        raise Http404(f"{year}: nothing was published")
    return TemplateResponse(
        request,
        "articles/year.html",
        {
            "page": further(page_everywhere("year", language, year), after),
            "year": year,
            "editions": editions,
            "following": following,
            "years": live.years(),
        },
    )
