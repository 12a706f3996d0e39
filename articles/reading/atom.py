"""Atom written for co-authored texts: every author, contributors apart, the whole text, the language."""

from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from articles.models.roles import Role


class CommentaryFeed(Atom1Feed):
    """Django's Atom generator with what a co-authored, bilingual text needs (RFC 4287)."""

    def add_item_elements(self, handler, item):
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", attrs={"href": item["link"], "rel": "alternate", "hreflang": item["language"]})
        if item["outlet_url"]:
            handler.addQuickElement("link", attrs={"href": item["outlet_url"], "rel": "related"})
        handler.addQuickElement("id", item["unique_id"])
        handler.addQuickElement("published", rfc3339_date(item["pubdate"]))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        for line in item["people"]:
            # §4.2.1 and §4.2.3: translators and editors contribute, they are not the authors.
            element = "author" if line.role == Role.AUTHOR else "contributor"
            handler.startElement(element, {})
            handler.addQuickElement("name", line.name)
            handler.endElement(element)
        for category in item["categories"]:
            handler.addQuickElement("category", attrs={"term": category})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        handler.addQuickElement("content", item["content"], {"type": "html", "xml:lang": item["language"]})
