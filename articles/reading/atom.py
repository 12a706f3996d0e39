"""Atom written for co-authored texts: every author, contributors apart, the whole text, its other languages."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from articles.models.roles import Role
from articles.reading.entry_ids import entry_id, tag
from articles.reading.json_feed import topic_names
from articles.reading.page import absolute
from articles.reading.signatory_data import page_of_signatory
from articles.texts.absolute_links import with_absolute_links

# What our pages are sent as. With its charset a twin's link is also told from the entry's own by readers that take the
# last link to a page of type "text/html" for the entry's, as others take the first.
PAGE = "text/html; charset=utf-8"
NEVER = datetime.fromtimestamp(0, UTC)


def atom_feed(feed, path):
    """Return a Feed (articles/reading/feeds.py) that stands at a path as an Atom document (str)."""
    written = CommentaryFeed(
        title=feed.title,
        link=absolute(feed.home),
        description="",
        language=feed.language,
        feed_url=absolute(path),
        feed_guid=tag(f"{feed.language}{feed.home}"),
    )
    for edition in feed.editions:
        address = absolute(edition.get_absolute_url())
        written.add_item(
            title=edition.title,
            link=address,
            description=edition.excerpt,
            unique_id=entry_id(edition),
            pubdate=edition.first_published_at,
            updateddate=edition.updated_at,
            people=list(edition.bylines.all()),
            content=with_absolute_links(edition.html("full"), address),
            language=edition.language,
            twins=feed.twins_of(edition),
            outlet_url=edition.outlet_url("full"),
            categories=topic_names(edition),
        )
    return written.writeString("utf-8")


class CommentaryFeed(Atom1Feed):
    """Django's Atom generator with what a co-authored, bilingual text needs (RFC 4287)."""

    def latest_post_date(self):
        # Django says "now" of a feed without entries: it would be another document each time it is asked for.
        return super().latest_post_date() if self.items else NEVER

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:  # W3C WebSub §4
            handler.addQuickElement("link", attrs={"rel": "hub", "href": settings.WEBSUB_HUB})

    def add_item_elements(self, handler, item):
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", attrs={"href": item["link"], "rel": "alternate", "hreflang": item["language"]})
        for twin in item["twins"]:  # §4.2.7.2: several alternates, if type or hreflang differ
            address = absolute(twin.get_absolute_url())
            attributes = {"href": address, "rel": "alternate", "type": PAGE, "hreflang": twin.language}
            handler.addQuickElement("link", attrs=attributes)
        if item["outlet_url"]:
            handler.addQuickElement("link", attrs={"href": item["outlet_url"], "rel": "related"})
        handler.addQuickElement("id", item["unique_id"])
        handler.addQuickElement("published", rfc3339_date(item["pubdate"]))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        for line in item["people"]:
            _write_person(handler, line)
        for category in item["categories"]:
            handler.addQuickElement("category", attrs={"term": category})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        handler.addQuickElement("content", item["content"], {"type": "html", "xml:lang": item["language"]})


def _write_person(handler, line):
    # §4.2.1 and §4.2.3: translators and editors contribute, they are not the authors.
    element = "author" if line.role == Role.AUTHOR else "contributor"
    handler.startElement(element, {})
    handler.addQuickElement("name", line.name)
    if page := page_of_signatory(line):
        handler.addQuickElement("uri", page)
    handler.endElement(element)
