"""The parts of a manuscript, as a form sends some of them, as a snapshot has them, and as a form shows them."""

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.http import QueryDict

from articles.admin.byline_rows import rows_sent, write_rows
from articles.admin.numbers import is_number
from articles.models import Article, Topic
from articles.press.merge import BYLINES, TOPICS
from articles.press.snapshot import plain
from authors.models import Organization

OUTLET, OUTLET_DATE = "outlet", "outlet_date"


def parts_sent(sent):
    """Return name → value of what a form sent (QueryDict): texts as typed, the rest as a snapshot has it."""
    parts = {name: sent[name] for name in sent}
    if OUTLET in sent:
        parts[OUTLET] = next(iter(slugs(Organization, [sent[OUTLET]])), "")
    if OUTLET_DATE in sent:
        parts[OUTLET_DATE] = _day(sent[OUTLET_DATE])
    if TOPICS in sent:
        parts[TOPICS] = topics_sent(sent)
    if (rows := rows_sent(sent)) is not None:
        parts[BYLINES] = rows
    return parts


def topics_sent(sent):
    """Return the slugs of the topics that a form sent, as a snapshot has them."""
    return sorted(slugs(Topic, sent.getlist(TOPICS)))


def slugs(model, numbers):
    """Return the slugs of the rows of a model that are there under numbers (str)."""
    return [found.slug for found in model.objects.in_bulk(filter(is_number, numbers)).values()]


def initial(parts):
    """Return name → what a form shows for parts, without the signatures."""
    shown = {name: _shown(name, part) for name, part in parts.items() if name not in (BYLINES, TOPICS, OUTLET)}
    if TOPICS in parts:
        shown[TOPICS] = list(Topic.objects.filter(slug__in=parts[TOPICS]))
    if OUTLET in parts:
        shown[OUTLET] = Organization.objects.filter(slug=parts[OUTLET]).first()
    return shown


def rows(parts, article):
    """Return what the form of an article would send of the signatures in parts (QueryDict); None without any."""
    if BYLINES not in parts:
        return None
    sent = QueryDict(mutable=True)
    write_rows(sent, article, parts[BYLINES])
    return sent


def _day(typed):
    """Return a date as ISO 8601, or as it was typed if it is not finished."""
    try:
        return plain(DateField(required=False).clean(typed))
    except ValidationError:
        return typed


def _shown(name, text):
    try:
        return Article._meta.get_field(name).to_python(text) if text else text
    except ValidationError:
        return text
