"""What readers' templates need to print a value in the language of the page. None of it asks the database."""

import re

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, pgettext, to_locale

from articles.texts.paragraphs import in_block
from authors import languages

register = template.Library()

# OpenGraph wants a territory with every language (ogp.me, "og:locale").
TERRITORIES = {"en": "en_US", "ru": "ru_RU"}

FIRST_TAG = re.compile(r"<([a-z0-9]+)")
# The tags that open a paragraph, up to the last one that may hold a link.
HOLDS_A_LINK = re.compile(
    r"^(?:\s*<(?:ul|ol|li|blockquote|table|thead|tbody|tr|div)\b[^>]*>)*\s*<(?:p|h[2-4]|li|blockquote|caption|th|td)\b[^>]*>"
)
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


def typeset_piece(tag, piece, address=""):
    """Return one piece of a text (see ``articles.texts.paragraphs.pieces``) as printed, a paragraph at its address.

    Notes say that they are notes (WAI-ARIA 1.2, role note), and tables can scroll.
    """
    if tag:
        piece = in_block(tag, piece)
    if tag and address:
        piece = FIRST_TAG.sub(rf'<\1 id="{address}"', piece, count=1)
    return mark_safe(_for_readers(piece))  # noqa: S308 - cleaned by articles.texts.html at release


@register.filter
def placed(passage):
    """Return a Passage (articles/reading/passages.py) as printed: its addresses, and a link to itself in it."""
    before = format_html_join("", '<div class="place" id="{}"></div>', ([one] for one in passage.before))
    if not passage.addresses:
        return before + typeset_piece(passage.tag, passage.html)
    first, *others = passage.addresses
    # Translators: a link, named for those who cannot see that it stands beside the paragraph.
    label = gettext("Paragraph %(number)s") % {"number": passage.number}
    itself = format_html('<a class="itself" href="#{}" aria-label="{}"></a>', first, label)
    html = HOLDS_A_LINK.sub(
        lambda opened: opened.group() + itself, typeset_piece(passage.tag, passage.html, first), count=1
    )
    for address in others:  # passages that are one paragraph in this language
        html = f'<div id="{address}">{html}</div>'
    return before + mark_safe(html)  # noqa: S308 - made by typeset_piece


@register.filter
def peeked(peek):
    """Return what a Peek shows, as printed; addresses are its own page's."""
    return mark_safe("\n".join(typeset_piece(tag, piece) for tag, piece in peek.pieces))  # noqa: S308 - made there


def _for_readers(html):
    return TABLE.sub(_scrolling, html).replace("<small", '<small role="note"')


def _scrolling(table):
    closing, tag, label = table.group(1), table.group(), gettext("Table")  # xgettext looks into no f-string
    return f"{tag}</div>" if closing else f'<div class="table" role="group" tabindex="0" aria-label="{label}">{tag}'
