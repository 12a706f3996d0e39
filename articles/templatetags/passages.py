"""A text's passages as readers see them: set in their language, each at its address, notes gathered at the end."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from articles.templatetags.endnotes import endnotes, reference
from articles.texts.notes import gathered
from articles.texts.paragraphs import in_block
from articles.texts.typography import typeset_html

register = template.Library()

FIRST_TAG = re.compile(r"<([a-z0-9]+)")
# The tags that open a paragraph, up to the last one that may hold a link.
HOLDS_A_LINK = re.compile(
    r"^(?:\s*<(?:ul|ol|li|blockquote|table|thead|tbody|tr|div)\b[^>]*>)*\s*<(?:p|h[2-4]|li|blockquote|caption|th|td)\b[^>]*>"
)
TABLE = re.compile(r"<(/?)table\b[^>]*>")


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
