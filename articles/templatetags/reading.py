"""What readers' templates need to print a value in the language of the page. None of it asks the database."""

import re

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, pgettext, to_locale

from authors import languages

register = template.Library()

# OpenGraph wants a territory with every language (ogp.me, "og:locale").
TERRITORIES = {"en": "en_US", "ru": "ru_RU"}

INSIDE = re.compile(r"<(/?)(blockquote|ul|ol|table)\b[^>]*>|<p(?=[ >])")


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
def translated_from(code):
    """Return "Translated from English": a whole phrase, because a language's name is inflected in it."""
    phrases = {"en": gettext("Translated from English"), "ru": gettext("Translated from Russian")}
    return phrases.get(code) or gettext("Translation")


@register.filter
def signed_as(edition, role):
    """Return an edition's signatures of one role, in order."""
    return [line for line in edition.bylines.all() if line.role == role]


@register.filter
def day(moment):
    """Return a date or moment as a day in words: "13 June 2019", "13 июня 2019 г."."""
    # Translators: a date in Django's format letters; day before month, as in the other languages of the site.
    return date_format(_local(moment), pgettext("format of a day", "j F Y")) if moment else ""


@register.filter
def dated(moment):
    """Return a date or moment as a day in words inside a ``time`` element that machines can read."""
    return format_html('<time datetime="{}">{}</time>', f"{_local(moment):%Y-%m-%d}", day(moment)) if moment else ""


def _local(moment):
    return timezone.localtime(moment) if hasattr(moment, "tzinfo") else moment


@register.filter
def held_today(affiliations):
    """Return the posts that are held today."""
    today = timezone.localdate()
    return [post for post in affiliations if post.held_on(today)]


@register.filter
def og_locale(code):
    return TERRITORIES.get(code) or to_locale(code)


@register.filter
def picture_address(name):
    """Return the address of a picture from its name in the media folder."""
    return f"{settings.MEDIA_URL}{name}"


@register.filter
def typeset(html):
    """Return an edition's HTML, cleaned at release, with an address on every paragraph and tables that can scroll.

    Only paragraphs of the text itself are numbered (``id="p1"``), not those inside a quotation, a list or a table.
    """
    depth = number = 0

    def mark(match):
        nonlocal depth, number
        closing, element = match.group(1), match.group(2)
        if element is None:
            if depth:
                return match.group()
            number += 1
            return f'<p id="p{number}"'
        depth += -1 if closing else 1
        if element == "table":
            label = gettext("Table")
            opened = f'<div class="table" role="group" tabindex="0" aria-label="{label}">{match.group()}'
            return f"{match.group()}</div>" if closing else opened
        return match.group()

    return mark_safe(INSIDE.sub(mark, html))  # noqa: S308 - cleaned by articles.texts.html at release
