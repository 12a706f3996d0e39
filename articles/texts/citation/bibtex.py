"""BibLaTeX: an ``@online`` entry (the biblatex package, §2.1.1 "Regular Types", §2.2 "Entry Fields")."""

import re

from articles.texts.citation.reference import one_line

# What babel and polyglossia call our languages (biblatex §2.2.3, ``langid``).
LANGUAGES = {"en": "english", "ru": "russian"}
# All that TeX takes for a command, and what it makes another sign of. Braces are written as words: BibTeX and biber
# count them, escaped or not, so an odd one would swallow the rest of a file.
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\lbrace{}",
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
LIGATURES = re.compile(r"([-',])(?=\1)")  # "--" is set as a dash, "''" and ",," as quotation marks
# Outside braces a comma parts a name, and "and", in any case of letters, two names; some readers lose a command
# beside an "and". What stands in braces is one piece for all.
IN_BRACES = re.compile(r"[\\,]|\band\b", re.IGNORECASE)


def write(reference):
    """Return a reference as a BibLaTeX file (str) of one entry. Names of organizations stand in braces of their own."""
    fields = {
        "author": _names(reference.authors),
        "translator": _names(reference.translators),
        "editor": _names(reference.editors),
        "title": escaped(reference.title),
        "date": reference.published.isoformat(),
        "organization": escaped(reference.site),
        "version": str(reference.number),
        "url": reference.address,  # read verbatim (§2.2.1): nothing in it is escaped
        "langid": LANGUAGES.get(reference.language, ""),
        "origlanguage": LANGUAGES.get(reference.original_language, ""),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@online{{{reference.key},\n{''.join(lines)}}}\n"


def escaped(text):
    """Return a text as TeX prints it letter by letter; whatever it holds, its braces are balanced."""
    return LIGATURES.sub(r"\1{}", "".join(ESCAPES.get(sign, sign) for sign in one_line(text)))


def _names(names):
    return " and ".join(_name(name) for name in names)


def _name(name):
    if name.is_organization or not name.given:
        return f"{{{escaped(name.family)}}}"
    return f"{_part(name.family)}, {_part(name.given)}"


def _part(text):
    part = escaped(text)
    return f"{{{part}}}" if IN_BRACES.search(part) else part
