"""What readers' templates need to print a value in the language of the page. None of it asks the database."""

from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language, pgettext, to_locale

from articles.texts.typography import typeset_text
from authors import languages
from authors.pictures import address_of

register = template.Library()

# OpenGraph wants a territory with every language (ogp.me, "og:locale").
TERRITORIES = {"en": "en_US", "ru": "ru_RU"}


@register.filter
def localized(obj, field):
    """Return a translated field in the language of the page, "" where that language has none."""
    return languages.localized(obj, field, get_language())


@register.filter
def named(person):
    """Return a person's name in the language of the page."""
    return person.name(get_language())


@register.filter
def language_name(code):
    """Return a language's name in that language itself."""
    return languages.name(code)


@register.filter
def signed_as(edition, role):
    """Return an edition's signatures of one role, in order."""
    return [line for line in edition.bylines.all() if line.role == role]


@register.filter
def filed_under(edition, kind):
    """Return the topics of an edition that have a name in the language of the page: of one kind, topic or series."""
    return [one for one in edition.topics.all() if one.is_series == (kind == "series") and localized(one, "name")]


@register.filter
def day(moment):
    """Return a date or moment as a day in words: "13 June 2019", "13 июня 2019 г."."""
    return _day_in(_local(moment), get_language()) if moment else ""


@lru_cache(maxsize=1024)  # lists name a day at every text
def _day_in(date, language):
    # Translators: a date in Django's format letters; day before month, as in the other languages of the site.
    return date_format(date, pgettext("format of a day", "j F Y"))


@register.filter
def dated(moment):
    """Return a date or moment as a day in words inside a ``time`` element that machines can read."""
    if not moment:
        return ""
    words = typeset_line(day(moment))
    return format_html('<time datetime="{}">{}</time>', _local(moment).isoformat(), words)


def _local(moment):
    return timezone.localdate(moment) if hasattr(moment, "tzinfo") else moment


@register.filter
def og_locale(code):
    return TERRITORIES.get(code) or to_locale(code)


@register.filter
def picture_address(name):
    """Return the address of a picture from its name in the media folder."""
    return address_of(name)


@register.filter
def typeset_line(text, language=None):
    """Return a plain text (a title, a name, a note) as it is set in a language, by default that of the page."""
    return typeset_text(str(text), language or get_language()) if text else ""
