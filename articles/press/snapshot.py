"""A snapshot: all that a manuscript says, as plain values that can be kept, compared and put back."""

from datetime import date

from modeltranslation.translator import translator

from articles.models import Article, Byline, Topic
from authors.languages import codes, column
from authors.models import Author, Organization

EMPTY = {"fields": {}, "topics": [], "bylines": []}
_NO_TEXT = {"id", "version", "modified_at", "made_with"}


def field_names():
    """Return the names of the manuscript's own columns, every language's among them, in the model's order."""
    translated = translator.get_options_for_model(Article).all_fields
    return [field.name for field in Article._meta.concrete_fields if field.name not in {*_NO_TEXT, *translated}]


def snapshot(article):
    """Return a dict of fields (column → text, date as ISO 8601, outlet as slug), topics (slugs) and bylines (dicts).

    ``article`` must be as the database has it: bylines and topics are read from there.
    """
    return {
        "fields": {name: plain(getattr(article, name)) for name in field_names()},
        "topics": sorted(topic.slug for topic in article.topics.all()),
        "bylines": [_byline(line) for line in article.bylines.select_related("author", "organization")],
    }


def plain(value):
    """Return a field's value as JSON holds it; a text that is not there is an empty one."""
    if value is None:
        return ""
    if isinstance(value, Organization):
        return value.slug
    return value.isoformat() if isinstance(value, date) else str(value)


def put_back(article, content):
    """Write a snapshot over an article that exists, in memory and with its topics and bylines in the database.

    The caller saves the article. Raises DoesNotExist when a person, organization or topic of the snapshot is gone.
    """
    fields = dict(content["fields"])
    outlet, day = fields.pop("outlet"), fields.pop("outlet_date")
    article.outlet = Organization.objects.get_by_natural_key(outlet) if outlet else None
    article.outlet_date = date.fromisoformat(day) if day else None
    for name, value in fields.items():
        setattr(article, name, value)
    article.topics.set([Topic.objects.get_by_natural_key(slug) for slug in content["topics"]])
    article.bylines.all().delete()
    for line in content["bylines"]:
        who = {
            "author": Author.objects.get_by_natural_key(line["author"]) if line["author"] else None,
            "organization": Organization.objects.get_by_natural_key(line["organization"])
            if line["organization"]
            else None,
        }
        Byline.objects.create(article=article, **(line | who))


def _byline(line):
    return {
        "position": line.position,
        "role": str(line.role),
        "language": line.language,
        "author": line.author.slug if line.author else "",
        "organization": line.organization.slug if line.organization else "",
        **{column("credit_line", code): getattr(line, column("credit_line", code)) or "" for code in codes()},
    }
