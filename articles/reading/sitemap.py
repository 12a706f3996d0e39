"""For robots: the sitemap with every language's twin, what may be crawled, whom to tell of a hole."""

from itertools import groupby

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models.edition import Edition
from articles.reading.page import absolute
from authors.languages import codes

ARTICLES_A_FILE = 10_000  # sitemaps.org allows 50,000 addresses a file: an article has one a language


def sitemap(request):
    """Answer the sitemap: the addresses themselves, or an index of its parts when there are too many for one file."""
    numbers = parts().page_range
    if len(numbers) > 1:
        addresses = [absolute(reverse("sitemap_part", args=[number])) for number in numbers]
        return TemplateResponse(request, "sitemap_index.xml", {"parts": addresses}, content_type="application/xml")
    return part(request, 1)


def part(request, page):
    all_of_it = parts()
    if page not in all_of_it.page_range:
        raise Http404(f"sitemap: expected a part from 1 to {all_of_it.num_pages}; found {page}")
    articles = list(all_of_it.page(page).object_list)
    live = Edition.objects.live().of_articles(*articles).for_addresses()
    groups = [list(group) for _, group in groupby(live, key=lambda edition: edition.article_id)]
    entries = [entry for group in groups for entry in _entries(group)]
    if page == 1:
        fronts = {code: absolute(reverse("front", args=[code])) for code in codes()}
        default = absolute(reverse("choose_language"))
        entries = [{"address": a, "twins": fronts, "default": default} for a in fronts.values()] + entries
    return TemplateResponse(request, "sitemap.xml", {"entries": entries}, content_type="application/xml")


def parts(at=None):
    """Return the Paginator of the articles (keys) that are live at a moment: a page of it is a file of the sitemap."""
    articles = Edition.objects.live(at=at).order_by("article_id").values_list("article_id", flat=True).distinct()
    return Paginator(articles, ARTICLES_A_FILE)


def _entries(editions):
    twins = {edition.language: absolute(edition.get_absolute_url()) for edition in editions}
    default = twins.get(editions[0].original_language) or next(iter(twins.values()))
    for edition in editions:
        address = twins[edition.language]
        yield {"address": address, "twins": twins, "default": default, "changed": edition.updated_at}


def robots(request):
    closed = [f"Disallow: /{part}/" for part in ("admin", "preview", "signoff")]
    lines = ["User-agent: *", *closed, f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security(request):
    """Answer whom to tell of a security hole (RFC 9116)."""
    if not settings.SECURITY_CONTACT:
        raise Http404("SECURITY_CONTACT is not set")
    expires = timezone.now().replace(microsecond=0, second=0, minute=0, hour=0) + settings.SECURITY_TXT_LIFE
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}",
        f"Preferred-Languages: {', '.join(codes())}",
        f"Canonical: {absolute(reverse('security'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
