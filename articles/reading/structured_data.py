"""Structured data: what a page says of its text to machines (schema.org, as JSON-LD 1.1 in a script element)."""

import json

from django.urls import reverse
from django.utils.safestring import mark_safe

from articles.models.roles import Role
from articles.reading.corrections import corrections
from articles.reading.page import absolute
from articles.reading.subjects import PAGES

# Inside a script element only "</script" and "<!--" end or alter it, and U+2028 and U+2029 end a line of JavaScript;
# escaped in JSON's own way they mean the same (RFC 8259 §7; HTML, "Restrictions for contents of script elements").
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def article_data(edition, notes):
    """Return an edition as an OpinionNewsArticle (a dict): authors in the order of the byline, its corrections dated.

    ``notes`` are the editions whose notes stand on its page. A slip of the pen does not move ``dateModified``.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "url": absolute(edition.get_absolute_url()),
        "headline": edition.title,
        "inLanguage": edition.language,
        "datePublished": edition.first_published_at.isoformat(),
        "dateModified": edition.updated_at.isoformat(),
        "version": edition.number,
        "author": [_signatory(line) for line in edition.bylines.all() if line.role == Role.AUTHOR],
    }
    corrected = [_correction(one) for one in corrections(notes)]
    return data | ({"correction": corrected} if corrected else {})


def script(data):
    """Return a value as JSON that can stand inside a script element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped just here


def _signatory(line):
    kind = "authors" if line.author else "organizations"
    address = absolute(reverse(PAGES[kind], args=[line.edition.language, line.who.slug]))
    return {"@type": "Person" if line.author else "Organization", "name": line.name, "url": address}


def _correction(edition):
    return {
        "@type": "CorrectionComment",
        "text": edition.change_note,
        "datePublished": edition.published_at.isoformat(),
    }
