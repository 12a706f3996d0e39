"""What a document says, as the columns of an article."""

from dataclasses import dataclass
from datetime import date

from articles.exchange.problems import problem
from articles.models import Topic
from articles.texts import front_matter
from articles.texts.html import paragraphs_to_html
from articles.texts.outlet_link import OutletLink
from authors.languages import codes, column
from authors.models import Organization
from authors.slugs import free_slug

# Front-matter key → field of the article, for keys that differ from language to language and those that do not.
TRANSLATED = {"title": "title", "slug": "slug", "page_url": "full_text_url"}
PLAIN = {"source_url": "source_url"}


@dataclass(frozen=True)
class Fields:
    """Columns to set (name → value) and topics to add."""

    columns: dict
    topics: list


def read_fields(document, names, place):
    """Return the Fields of a document; an outlet or topic not known yet is made. Raises DocumentRefused."""
    matter, language = document.front_matter, document.language
    columns = {
        column(field, code): value
        for key, field in TRANSLATED.items()
        for code in codes()
        if (value := matter.get(f"{key}.{code}") or (matter.get(key) if code == language else None))
    }
    columns |= {field: matter[key] for key, field in PLAIN.items() if key in matter}
    if "date" in matter:
        columns["outlet_date"] = date.fromisoformat(matter["date"])
    for variant, section in (("short", document.short), ("full", document.full)):
        columns[column(f"{variant}_text", language)] = paragraphs_to_html(section.paragraphs) if section else ""
        columns[column(f"{variant}_link", language)] = section.link if section else ""
    if outlet := matter.get("outlet") or _outlet_of_links(document):
        columns["outlet"] = _outlet(outlet, names, language, place)
    topics = [_topic(name, names, language) for name in front_matter.topics(matter.get("topic", ""))]
    return Fields(columns, topics)


def _outlet_of_links(document):
    lines = [section.link for section in (document.full, document.short) if section and section.link]
    return next((OutletLink.parse(line).outlet for line in lines), "")


def _outlet(name, names, language, place):
    found = names.organization(name)
    if len(found) > 1:
        slugs = ", ".join(sorted(one.slug for one in found))
        raise problem(place, f"one outlet named “{name}”", slugs, "outlet", "full", "short")
    if found:
        return next(iter(found))
    slug = free_slug(name, lambda slug: Organization.objects.with_slug(slug).exists(), "organization")
    made = Organization.objects.create(slug=slug, **{column("name", language): name})
    names.add(made)
    return made


def _topic(name, names, language):
    if known := names.topic(name):
        return known
    slug = free_slug(name, lambda slug: Topic.objects.with_slug(slug).exists(), "topic")
    made = Topic.objects.create(slug=slug, **{column("name", language): name})
    names.add_topic(made)
    return made
