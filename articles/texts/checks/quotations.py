"""Quotations: what a text puts between quotation marks."""

import re

from articles.texts.checks.passages import marked_quotations, running_text

FEWEST_WORDS = 3  # fewer are a term or irony rather than somebody's words
FEWEST_WORDS_SAID = 6  # fewer may be a title, which one language quotes and another sets in italics

# What each mark that closes may have been opened by. In German and Polish „…“ or „…”, and Russian has „…“ within «…».
_OPENED_BY = {"”": "“„", "“": "„", "»": "«", '"': '"'}
_DEEPEST = 8  # quotations within quotations; further out nobody looks for the one that is closed
_MARK = re.compile('[“”«»„"]')
_ANY_MARK = re.compile(r"[“”«»„\"‘‹]|(?<!\w)'")
_CUT = re.compile(r"\[[^\][]{0,80}\]|…|\.\.\.|<[…. ]{1,5}>")
_WORD = re.compile(r"\w+")


def quotations(paragraph, fewest_words=FEWEST_WORDS):
    """Return the quotations of a Paragraph (str, without marks) that hold so many words, inner ones apart."""
    found = [*_between_marks(running_text(paragraph)), *marked_quotations(paragraph)]
    return [quotation for quotation in dict.fromkeys(found) if len(_WORD.findall(quotation)) >= fewest_words]


def has_marks(paragraph):
    """Say whether a Paragraph quotes anything at all; single marks, as the British use them, count."""
    return bool(_ANY_MARK.search(running_text(paragraph)) or marked_quotations(paragraph))


def _between_marks(text):
    opened = []  # (mark, where its words begin), the innermost last
    for mark in _MARK.finditer(text):
        places = range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1)
        closed = next((place for place in places if opened[place][0] in _OPENED_BY.get(mark[0], "")), None)
        if closed is not None and not _opens(mark, text):
            yield text[opened[closed][1] : mark.start()]
            del opened[closed:]
        elif mark[0] in "«„“" or _opens(mark, text):
            opened.append((mark[0], mark.end()))


def _opens(mark, text):
    """Say whether a mark that may both open and close stands as one that opens: after space, before ink."""
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] in '"“' and (not before or before.isspace() or before in "([—–«“„") and not after.isspace()


def spoken(text):
    """Return a plain text as quotations are compared: its words in small letters, a space around each."""
    return f" {' '.join(_WORD.findall(text.casefold().replace('ё', 'е')))} "


def holds(text, quotation):
    """Say whether a text, as ``spoken`` gives it, holds a quotation: each part, if words were left out or put in."""
    return all(spoken(part) in text for part in _CUT.split(quotation) if _WORD.search(part))
