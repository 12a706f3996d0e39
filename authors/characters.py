"""Characters that no text of ours may carry: they cannot be read, stored everywhere, or trusted."""

import re
import unicodedata

# Controls other than tab and line ends; lone surrogates; line and paragraph separators; embeddings, overrides and
# isolates of direction (UAX #9: they make a text read otherwise than it is written); the byte order mark inside a
# text; noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_CONTROLS = {0: "NULL", 7: "BELL", 8: "BACKSPACE", 11: "LINE TABULATION", 12: "FORM FEED", 13: "CARRIAGE RETURN"}
_CONTROLS |= {27: "ESCAPE", 127: "DELETE", 133: "NEXT LINE"}


def forbidden(text):
    """Return the (offset, character) pairs of a text that must not be there, in order."""
    # None of them counts as printable, so that nearly every text can be let pass without a look at each character.
    if text.replace("\n", "").isprintable():
        return []
    return [(found.start(), found[0]) for found in _FORBIDDEN.finditer(text)]


def describe(character):
    """Return "U+202E RIGHT-TO-LEFT OVERRIDE"; a character without a name is described by its kind."""
    code = ord(character)
    kinds = {"Cc": "CONTROL CHARACTER", "Cs": "LONE SURROGATE"}
    kind = kinds.get(unicodedata.category(character), "NONCHARACTER")
    return f"U+{code:04X} {_CONTROLS.get(code) or unicodedata.name(character, kind)}"
