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
from articles.texts.paragraphs import in_block
from articles.texts.typography import typeset_html, typeset_text
from authors import languages
from authors.pictures import address_of

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


def typeset_piece(tag, piece, address, language):
    """Return one piece of a text (see ``articles.texts.paragraphs.pieces``) as it is set in a language, notes in place.

    ``address`` is the paragraph's on its page; "" for none.
    """
    return mark_safe(_for_readers(_addressed(tag, piece, address, language)))  # noqa: S308 - cleaned at release


@register.filter
def set_out(passages):
    """Return Passages (articles/reading/passages.py) as readers see them, in the language of the page.

    A dict: ``passages`` are (Passage, HTML) pairs, ``notes`` is the list of the notes, which are gathered at the end.
    """
    language, printed, notes = get_language(), [], []
    for passage in passages:
        html, found = gathered(_located(passage, language), len(notes) + 1, reference)
        printed.append((passage, mark_safe(_for_readers(html))))  # noqa: S308 - cleaned at release
        notes += found
    return {"passages": printed, "notes": endnotes(notes, language)}


@register.filter
def placed(passage):
    """Return a Passage as printed on a page that has both languages: notes in their places."""
    return mark_safe(_for_readers(_located(passage, get_language())))  # noqa: S308 - cleaned at release


@register.filter
def peeked(peek):
    """Return what a Peek shows, as printed; addresses are its own page's."""
    return mark_safe("\n".join(typeset_piece(tag, piece, "", peek.language) for tag, piece in peek.pieces))  # noqa: S308


def _located(passage, language):
    """Return a Passage's HTML with its addresses, and a link to itself in it."""
    before = "".join(f'<div class="place" id="{address}"></div>' for address in passage.before)
    if not passage.addresses:
        return before + _addressed(passage.tag, passage.html, "", language)
    first, *others = passage.addresses
    # Translators: a link, named for those who cannot see that it stands beside the paragraph.
    label = gettext("Paragraph %(number)s") % {"number": passage.number}
    itself = format_html('<a class="itself" href="#{}" aria-label="{}"></a>', first, label)
    html = _addressed(passage.tag, passage.html, first, language)
    html = HOLDS_A_LINK.sub(lambda opened: opened.group() + itself, html, count=1)
    for address in others:  # passages that are one paragraph in this language
        html = f'<div id="{address}">{html}</div>'
    return before + html


def _addressed(tag, piece, address, language):
    if tag:
        piece = in_block(tag, piece)
    if tag and address:
        piece = FIRST_TAG.sub(rf'<\1 id="{address}"', piece, count=1)
    return typeset_html(piece, language)


def _for_readers(html):
    return TABLE.sub(_scrolling, html).replace("<small", '<small role="note"')


def _scrolling(table):
    closing, tag, label = table.group(1), table.group(), gettext("Table")  # xgettext looks into no f-string
    return f"{tag}</div>" if closing else f'<div class="table" role="group" tabindex="0" aria-label="{label}">{tag}'
