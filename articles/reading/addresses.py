"""Which addresses there are: those of what is public, those that lead on, and those of what has been withdrawn."""

from collections import defaultdict
from itertools import groupby
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from articles.models.edition import Edition
from articles.reading.editions import later_chapters
from articles.reading.paging import later_parts
from articles.reading.sitemap import parts
from articles.reading.subjects import PAGES, editions_on_page, public_subjects
from authors.languages import codes

FILES = ("cite_bib", "cite_ris", "cite_json")
LISTS = ("authors", "organizations", "topics")


def public_addresses(at=None):
    """Yield the path, with the query of a list's later part, of everything that answers 200 at a moment.

    ``at`` is an aware datetime, by default now. Search and the choice of a language are no pages of their own.
    """
    at = at or timezone.now()
    yield from (reverse("sitemap"), reverse("robots"))
    yield from (reverse("sitemap_part", args=[number]) for number in parts(at).page_range)
    if settings.SECURITY_CONTACT:
        yield reverse("security")
    for language in codes():
        yield from _of_the_site(language, at)
        for kind in LISTS:
            yield from _of_subjects(language, kind, at)
    yield from _of_texts(at)


def _of_the_site(language, at):
    live = Edition.objects.live(language, at)
    yield from (reverse(view, args=[language]) for view in ("front", "about", *LISTS, "atom", "json"))
    yield from _paged(reverse("archive", args=[language]), live)
    for year in live.years():
        yield from _paged(reverse("year", args=[language, year]), live.published_in_year(year))


def _of_subjects(language, kind, at):
    for subject in public_subjects(kind, language, at):
        its = editions_on_page(kind, subject, language, at)
        in_order = kind == "topics" and subject.is_series
        yield from _paged(reverse(PAGES[kind], args=[language, subject.slug]), its, newest_first=not in_order)
        yield from (reverse(view, args=[language, kind, subject.slug]) for view in ("atom_about", "json_about"))


def _paged(path, editions, **order):
    yield path
    yield from _parts(path, later_parts(editions, **order))


def _parts(path, cursors):
    return (f"{path}?{urlencode({'after': after})}" for after in cursors)


def _of_texts(at):
    numbers = defaultdict(list)
    for one in Edition.objects.published(at).latest_first().values_list("article_id", "language", "number"):
        numbers[one[:2]].append(one[2])
    texts = Edition.objects.live(at=at).order_by("article_id").with_what_it_has()
    for article, live in groupby(texts, key=lambda one: one.article_id):
        live = list(live)
        for text in live:
            yield from _of_text(text, live, numbers[article, text.language])


def _of_text(text, live, numbers):
    address = [text.language, text.slug]
    yield from (reverse(view, args=address) for view in ("article", "share_image", *FILES))
    if text.has_short:
        yield reverse("short", args=address)
    for twin in live:
        shared = (twin.has_full and text.has_full) or (twin.has_short and text.has_short)
        if twin.language != text.language and shared:
            yield reverse("parallel", args=[*address, twin.language])
    history = reverse("editions", args=address)
    yield history
    yield from _parts(history, later_chapters(numbers))
    for number in numbers:
        yield from (reverse(view, args=[*address, number]) for view in ("edition", *FILES))


def moved_addresses(at=None):
    """Yield (path, new path) for every article's page under a slug of before; what is below it moved along."""
    for language, slug, now in _former(at or timezone.now()):
        if now:
            yield reverse("article", args=[language, slug]), reverse("article", args=[language, now])


def withdrawn_addresses(at=None):
    """Yield (path of a page that answers 410, whether everything below it does)."""
    at = at or timezone.now()
    for language, slug, now in _former(at):
        if not now:
            yield reverse("article", args=[language, slug]), True
            yield from ((reverse(view, args=[language, slug]), False) for view in ("short", "editions"))
            for other in codes():
                if other != language:
                    yield reverse("parallel", args=[language, slug, other]), False
    live = _live_slugs(at)
    gone = Edition.objects.withdrawn(at).order_by("pk").values_list("article_id", "language", "number")
    for article, language, number in gone:
        if (article, language) in live:
            yield reverse("edition", args=[language, live[article, language], number]), True


def _former(at):
    """Yield (language, slug, slug now or "") for every slug that was public and is no more."""
    live = _live_slugs(at)
    used = {(language, slug) for (_article, language), slug in live.items()}
    ever = Edition.objects.ever_public(at).order_by("published_at", "number", "pk")
    latest = {one[:2]: one[2] for one in ever.values_list("language", "slug", "article_id")}
    for (language, slug), article in latest.items():
        if (language, slug) not in used:
            yield language, slug, live.get((article, language), "")


def _live_slugs(at):
    rows = Edition.objects.live(at=at).values_list("article_id", "language", "slug")
    return {(article, language): slug for article, language, slug in rows}
