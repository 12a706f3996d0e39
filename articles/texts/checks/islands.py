"""Islands: words in a foreign script that no ``lang`` attribute announces (WCAG 2.2, 3.1.2)."""

import re

from articles.texts.checks.passages import passages
from articles.texts.checks.scripts import CYRILLIC, LATIN, foreign_to

_WORDS = {LATIN: r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’-]*", CYRILLIC: r"[Ѐ-ԯ][Ѐ-ԯ.'’-]*"}
_GAP = r"[ \u00a0&]{1,3}"
_RUNS = {alphabet: re.compile(rf"{word}(?:{_GAP}{word})*") for alphabet, word in _WORDS.items()}
_IN_MARKS = re.compile(r"[“„«\"]\Z")
LONG = 3  # words in a row; fewer, outside quotation marks, are names of firms and things, which need no announcement


def unannounced(paragraph, language):
    """Return the runs of words (str) of a Paragraph in the other script than its language's, where ``lang`` is missing.

    In Russian these are three Latin words in a row, or two in quotation marks; in English any Cyrillic word.
    """
    alphabet = foreign_to(language)
    if not alphabet:
        return []
    found = []
    for passage in passages(paragraph.html):
        if not passage.language:
            for run in _RUNS[alphabet].finditer(passage.text):
                words = len(run[0].split())
                quoted = _IN_MARKS.search(passage.text[max(0, run.start() - 1) : run.start()])
                if words >= LONG or (quoted and words > 1) or (alphabet == CYRILLIC and len(run[0]) > 1):
                    found.append(run[0].rstrip(".,:"))
    return found
