"""What readers' templates need to print a value in the language of the page. None of it asks the database."""

import re

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, pgettext, to_locale

from articles.templatetags.endnotes import endnotes, reference
from articles.texts.notes import gathered
from articles.texts.paragraphs import in_block, pieces
from articles.texts.typography import typeset_html, typeset_text
from authors import languages
from authors.pictures import address_of

register = template.Library()

# OpenGraph wants a territory with every language (ogp.me, "og:locale").
TERRITORIES = {"en": "en_US", "ru": "ru_RU"}

FIRST_TAG = re.compile(r"<([a-z0-9]+)")
TABLE = re.compile(r"<(/?)table\b[^>]*>")


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
def day(moment):
    """Return a date or moment as a day in words: "13 June 2019", "13 июня 2019 г."."""
    # Translators: a date in Django's format letters; day before month, as in the other languages of the site.
    return date_format(_local(moment), pgettext("format of a day", "j F Y")) if moment else ""


@register.filter
def dated(moment):
    """Return a date or moment as a day in words inside a ``time`` element that machines can read."""
    if not moment:
        return ""
    words = typeset_line(day(moment))
    return format_html('<time datetime="{}">{}</time>', f"{_local(moment):%Y-%m-%d}", words)


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
    return address_of(name)


@register.filter
def typeset_line(text, language=None):
    """Return a plain text (a title, a name, a note) as it is set in a language, by default that of the page."""
    return typeset_text(str(text), language or get_language()) if text else ""


@register.filter
def typeset(html):
    """Return an edition's HTML, cleaned at release, as readers see it.

    It is set in the language of the page (articles/texts/typography.py), every paragraph has an address, tables can
    scroll, and notes are gathered at the end. What counts as a paragraph, articles/texts/paragraphs.py says: the third
    one has ``id="p3"``, be it a list.
    """
    number, typeset_pieces, notes = 0, [], []
    for tag, piece in pieces(html):
        number += bool(tag)
        piece, found = gathered(_addressed(tag, piece, f"p{number}", get_language()), len(notes) + 1, reference)
        typeset_pieces.append(piece)
        notes += found
    return mark_safe("".join([*map(_for_readers, typeset_pieces), endnotes(notes, get_language())]))  # noqa: S308 - cleaned at release


def typeset_piece(tag, piece, address, language):
    """Return one piece of a text (see ``articles.texts.paragraphs.pieces``) as printed, notes in their places."""
    return mark_safe(_for_readers(_addressed(tag, piece, address, language)))  # noqa: S308 - cleaned at release


@register.filter
def placed(paragraph, language):
    """Return a paragraph (dict of number and clean HTML) with its address on a page that has both languages."""
    html = FIRST_TAG.sub(rf'<\1 id="{language}-p{paragraph["number"]}"', paragraph["html"], count=1)
    return mark_safe(_for_readers(typeset_html(html, language)))  # noqa: S308 - cleaned where the rows are made


def _addressed(tag, piece, address, language):
    if tag:
        piece = FIRST_TAG.sub(rf'<\1 id="{address}"', in_block(tag, piece), count=1)
    return typeset_html(piece, language)


def _for_readers(html):
    return TABLE.sub(_scrolling, html).replace("<small", '<small role="note"')


def _scrolling(table):
    closing, tag, label = table.group(1), table.group(), gettext("Table")  # xgettext looks into no f-string
    return f"{tag}</div>" if closing else f'<div class="table" role="group" tabindex="0" aria-label="{label}">{tag}'
