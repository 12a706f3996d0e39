"""The archive: everything published in a language, newest first."""

from django.http import Http404
from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.reading.page import page_everywhere
from articles.reading.paging import page_of


def archive(request, language):
    live = Edition.objects.live(language)
    editions, following = page_of(live.with_bylines(), request.GET.get("after", ""))
    return TemplateResponse(
        request,
        "articles/archive.html",
        {
            "page": page_everywhere("archive", language),
            "editions": editions,
            "following": following,
            "years": live.years(),
        },
    )


def year(request, language, year):
    live = Edition.objects.live(language)
    editions, following = page_of(live.published_in_year(year).with_bylines(), request.GET.get("after", ""))
    if not editions:
        raise Http404(f"{year}: nothing was published")
    return TemplateResponse(
        request,
        "articles/year.html",
        {
            "page": page_everywhere("year", language, year),
            "year": year,
            "editions": editions,
            "following": following,
            "years": live.years(),
        },
    )
