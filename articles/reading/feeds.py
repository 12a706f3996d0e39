"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, whole texts with every author, for the site or one subject of it."""

import json as json_format

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models.edition import Edition
from articles.models.roles import Role
from articles.reading.atom import CommentaryFeed
from articles.reading.page import absolute
from articles.reading.subjects import PAGES, editions_about, find, name_in, subject_page

NEWEST = 20


def atom(request, language, kind="", slug=""):
    title, home, editions = _subject(language, kind, slug)
    feed = CommentaryFeed(
        title=title,
        link=absolute(home),
        description="",
        language=language,
        feed_url=absolute(request.path),
        feed_guid=_tag(f"{language}{home}"),
    )
    for edition in editions:
        feed.add_item(
            title=edition.title,
            link=absolute(edition.get_absolute_url()),
            description=edition.excerpt,
            unique_id=entry_id(edition),
            pubdate=edition.first_published_at,
            updateddate=edition.updated_at,
            people=list(edition.bylines.all()),
            content=edition.html("full"),
            language=language,
            outlet_url=edition.outlet_url("full"),
            categories=_topics(edition),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def json(request, language, kind="", slug=""):
    title, home, editions = _subject(language, kind, slug)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": absolute(home),
        "feed_url": absolute(request.path),
        "language": language,
        "items": [_item(edition) for edition in editions],
    }
    return HttpResponse(json_format.dumps(feed, ensure_ascii=False), content_type="application/feed+json")


def _item(edition):
    item = {
        "id": entry_id(edition),
        "url": absolute(edition.get_absolute_url()),
        "title": edition.title,
        "content_html": edition.html("full"),
        "summary": edition.excerpt,
        "date_published": edition.first_published_at.isoformat(),
        "date_modified": edition.updated_at.isoformat(),
        "language": edition.language,
        "authors": [_person(line) for line in edition.bylines.all() if line.role == Role.AUTHOR],
        "tags": _topics(edition),
    }
    return item | ({"external_url": edition.outlet_url("full")} if edition.outlet_url("full") else {})


def _person(line):
    kind = "authors" if line.author else "organizations"
    return {"name": line.name, "url": absolute(reverse(PAGES[kind], args=[line.edition.language, line.who.slug]))}


def _topics(edition):
    names = [name_in(topic, edition.language) for topic in edition.topics.all()]
    return [name for name in names if name]


def _subject(language, kind, slug):
    """Return the title of a feed, the path of the page it belongs to, and its editions."""
    if not kind:
        home, editions = reverse("front", args=[language]), Edition.objects.live(language)
        title = str(settings.SITE_NAME)
    else:
        subject = find(kind, slug)
        home = subject_page(kind, subject, language).path
        editions = editions_about(kind, subject, language)
        title = _("%(subject)s at %(site)s") % {"subject": name_in(subject, language), "site": settings.SITE_NAME}
    return title, home, editions.newest_first().for_reading()[:NEWEST]


def entry_id(edition):
    """Return an id that stays through corrections, moves and new titles (RFC 4151)."""
    return _tag(f"{edition.language}/articles/{edition.key}")


def _tag(rest):
    # The host and the year the scheme began; both must never change again, whatever the site's address becomes.
    host = settings.SITE_URL.partition("://")[2].partition(":")[0]
    return f"tag:{host},2026:{rest}"
