"""Snippets: where a text says what somebody looked for, with the words marked. Cut from plain text, safe as HTML."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from articles.texts.stems import WORD, stem

LENGTH = 260  # characters: three lines under a headline
BEFORE = 60  # characters of them before the first word that was found


def marked(text, wanted, language):
    """Return a plain text as HTML in which every word with a stem among ``wanted`` stands in a ``mark`` element."""
    pieces, done = [], 0
    for start, end in _hits(text, wanted, language):
        pieces += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308 - escaped piece by piece, just here


def snippet(texts, wanted, language):
    """Return a passage of the first plain text with words of ``wanted``, marked: the one with the most different ones.

    When none of the texts has any, it is the beginning of the first.
    """
    texts = [" ".join(text.split()) for text in texts]
    found = [(text, hits) for text in texts if (hits := _hits(text, wanted, language))]
    text, hits = found[0] if found else (texts[0], [])
    begin = max(_fullest(text, hits, language) - BEFORE, 0)
    begin, end = _to_words(text, begin, min(begin + LENGTH, len(text)))
    passage = marked(text[begin:end].strip(" ,;:–—-"), wanted, language)
    before, after = "…" if begin else "", "…" if end < len(text) else ""
    return mark_safe(f"{before}{passage}{after}")  # noqa: S308 - `marked` has escaped it


def _hits(text, wanted, language):
    """Return the (start, end) of every word that was looked for."""
    return [word.span() for word in WORD.finditer(text) if stem(word[0], language) in wanted]


def _fullest(text, hits, language):
    """Return the place of the hit from which a snippet's length holds the most different words; the first such."""
    best, place, last = 0, 0, 0
    found = [stem(text[start:end], language) for start, end in hits]
    for first, (start, _end) in enumerate(hits):
        while last < len(hits) and hits[last][0] < start + LENGTH - 2 * BEFORE:
            last += 1
        different = len(set(found[first:last]))
        if different > best:
            best, place = different, start
    return place


def _to_words(text, begin, end):
    """Return the bounds moved inwards to the ends of words, unless one word fills them."""
    if begin:
        begin = max(text.find(" ", begin, end) + 1, begin)
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin) if " " in text[begin:end] else end
    return begin, end
