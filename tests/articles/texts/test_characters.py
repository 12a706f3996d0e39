"""Forbidden characters: found wherever they hide, and named."""

import pytest

from articles.texts.document_parser import DocumentRefused, parse
from authors.characters import describe, forbidden

FORBIDDEN = {
    "\x00": "U+0000 NULL",
    "\x07": "U+0007 BELL",
    "\x0b": "U+000B LINE TABULATION",
    "\x0c": "U+000C FORM FEED",
    "\x1b": "U+001B ESCAPE",
    "\x1f": "U+001F CONTROL CHARACTER",
    "\x7f": "U+007F DELETE",
    "\x85": "U+0085 NEXT LINE",
    "\x9b": "U+009B CONTROL CHARACTER",
    "\u2028": "U+2028 LINE SEPARATOR",
    "\u2029": "U+2029 PARAGRAPH SEPARATOR",
    "\u202a": "U+202A LEFT-TO-RIGHT EMBEDDING",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\u2069": "U+2069 POP DIRECTIONAL ISOLATE",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\ufdd0": "U+FDD0 NONCHARACTER",
    "\ufffe": "U+FFFE NONCHARACTER",
    "\U0010ffff": "U+10FFFF NONCHARACTER",
    "\ud800": "U+D800 LONE SURROGATE",
}


@pytest.mark.parametrize(("character", "description"), FORBIDDEN.items(), ids=FORBIDDEN.values())
def test_a_forbidden_character_is_found_and_named(character: str, description: str) -> None:
    assert forbidden(f"да{character}no") == [(2, character)]
    assert describe(character) == description


@pytest.mark.parametrize(
    ("character", "description"), [pair for pair in FORBIDDEN.items() if pair[0] not in ("\x00", "\ud800")]
)
def test_a_document_that_has_one_is_refused(character: str, description: str) -> None:
    with pytest.raises(DocumentRefused) as refusal:
        parse(f"Имя\n\n-\n\nКраткая версия\n\nда{character}нет{character}".encode(), "ru.txt")
    assert [str(problem) for problem in refusal.value.errors] == [
        f"ru.txt:7: expected readable characters; found {description} at character 3 of the line"
    ]


def test_ordinary_text_has_none() -> None:
    text = "Tab\t, no-break\u00a0space, «ёлочки», soft\u00adhyphen, e\u0301, 👩\u200d🚀, עברית\u200f, “—…”\n"
    assert forbidden(text) == []
