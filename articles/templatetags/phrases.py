"""Sentences about another language, whole for each: a language's name is inflected in them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language_info, gettext, ngettext

from articles.templatetags.reading import dated
from authors.languages import codes

register = template.Library()


@register.filter
def translated_from(code):
    """Return "Translated from English": a whole phrase, because a language's name is inflected in it."""
    phrases = {"en": gettext("Translated from English"), "ru": gettext("Translated from Russian")}
    return phrases.get(code) or gettext("Translation")


@register.filter
def original_in_words(code):
    """Return "Russian": the language a text was written in, for readers of the page; "both" has words of its own."""
    if code not in codes():
        return gettext("Written in both languages")
    return get_language_info(code)["name_translated"]


@register.filter
def changed_since(count, code):
    """Return "3 paragraphs have changed in the English text since this translation", whole for the same reason."""
    phrases = {
        "en": ngettext(
            "%(count)d paragraph has changed in the English text since this translation",
            "%(count)d paragraphs have changed in the English text since this translation",
            count,
        ),
        "ru": ngettext(
            "%(count)d paragraph has changed in the Russian text since this translation",
            "%(count)d paragraphs have changed in the Russian text since this translation",
            count,
        ),
    }
    other = ngettext(
        "%(count)d paragraph has changed in the original text since this translation",
        "%(count)d paragraphs have changed in the original text since this translation",
        count,
    )
    return phrases.get(code, other) % {"count": count}


@register.filter
def changed_here(change, code):
    """Return what became of the source of one paragraph since its translation, whole for the same reason."""
    phrases = {
        ("changed", "en"): gettext("The English paragraph has changed since this translation."),
        ("changed", "ru"): gettext("The Russian paragraph has changed since this translation."),
        ("added", "en"): gettext("The English paragraph was added after this translation."),
        ("added", "ru"): gettext("The Russian paragraph was added after this translation."),
        ("removed", "en"): gettext("The English paragraph was taken out after this translation."),
        ("removed", "ru"): gettext("The Russian paragraph was taken out after this translation."),
    }
    others = {
        "changed": gettext("The original paragraph has changed since this translation."),
        "added": gettext("The original paragraph was added after this translation."),
        "removed": gettext("The original paragraph was taken out after this translation."),
    }
    return phrases.get((change, code)) or others[change]


@register.filter
def paragraph_in(number, code):
    """Return "Paragraph 3 in English", whole for the same reason."""
    phrases = {"en": gettext("Paragraph %(number)s in English"), "ru": gettext("Paragraph %(number)s in Russian")}
    other = gettext("Paragraph %(number)s in another language")
    return phrases.get(code, other) % {"number": number}


@register.filter
def corrected_on(edition):
    """Return "The English text was corrected on 3 May 2026.", whole for the same reason."""
    phrases = {
        "en": gettext("The English text was corrected on {day}."),
        "ru": gettext("The Russian text was corrected on {day}."),
    }
    other = gettext("The text was corrected in another language on {day}.")
    return format_html(phrases.get(edition.language, other), day=dated(edition.published_at))
