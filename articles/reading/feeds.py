"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, whole texts with every author, for the site or one subject of it."""

import json as json_format
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.models.edition import Edition
from articles.models.edition_fetching import printed_bylines
from articles.reading.atom import atom_feed
from articles.reading.json_feed import json_feed
from articles.reading.page import site_name
from articles.reading.subjects import PAGES, editions_about, find, name_in, subject_page

NEWEST = 20


@dataclass(frozen=True)
class Feed:
    """What a feed is made of: ``home`` is the path of the page it follows, ``editions`` are its newest, live ones.

    ``twins`` are the editions of the same texts that are live in other languages.
    """

    language: str
    title: str
    home: str
    editions: list
    twins: list

    def twins_of(self, edition):
        """Return the editions of a text that are live in other languages."""
        return [one for one in self.twins if one.article_id == edition.article_id]


def atom(request, language, kind="", slug=""):
    written = atom_feed(_feed(language, kind, slug), request.path)
    return HttpResponse(written, content_type="application/atom+xml; charset=utf-8")


def json(request, language, kind="", slug=""):
    written = json_feed(_feed(language, kind, slug), request.path)
    return HttpResponse(json_format.dumps(written, ensure_ascii=False), content_type="application/feed+json")


def _feed(language, kind, slug):
    if not kind:
        return _newest(language, site_name(language), reverse("front", args=[language]), Edition.objects.live(language))
    subject = find(kind, slug)
    name = name_in(subject, language)
    with override(language):
        title = _("%(subject)s at %(site)s") % {"subject": name, "site": site_name(language)}
    home = reverse(PAGES[kind], args=[language, slug])
    feed = _newest(language, title, home, editions_about(kind, subject, language))
    if not (name and feed.editions):
        subject_page(kind, subject, language)  # raises Http404 where there is no page for a feed to follow
    return feed


def _newest(language, title, home, editions):
    """Return the Feed of the newest of these editions, in three queries."""
    newest = editions.newest_first()[:NEWEST]
    everywhere = list(Edition.objects.live().of_the_articles_of(newest).with_outlet().newest_first())
    mine = [one for one in everywhere if one.language == language]
    prefetch_related_objects(mine, printed_bylines(), "topics")
    twins = sorted((one for one in everywhere if one.language != language), key=lambda one: one.language)
    return Feed(language, title, home, mine, twins)
