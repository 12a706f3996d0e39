"""References for tests, and reading back what is written: each format by an outside reader of it."""

import json
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import bibtexparser
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from articles.texts.citation.reference import Name, Reference

# pylatexenc takes \textasciicircum for a modifier letter; LaTeX prints the sign of ASCII.
MACROS = get_default_latex_context_db()
MACROS.add_context_category("ascii", prepend=True, macros=[MacroTextSpec("textasciicircum", "^")])
PRINTER = LatexNodes2Text(math_mode="verbatim", latex_context=MACROS)

PACT = Reference(
    key="pact-en-2",
    language="en",
    title="The Pact",
    authors=(Name("Timofeev", "Ivan"), Name("Charap", "Samuel")),
    translators=(),
    editors=(),
    published=date(2019, 6, 3),
    number=2,
    site="Diptych",
    address="https://diptych.example/en/articles/pact/",
)
PAKT = replace(
    PACT,
    key="pact-ru-2",
    language="ru",
    title="Пакт",
    authors=(Name("Тимофеев", "Иван Николаевич"), Name("Чарап", "Сэмюэл")),
    site="Диптих",
    address="https://diptych.example/ru/articles/pakt/",
)
RAND, INSTITUTE = Name("RAND Corporation", is_organization=True), Name("Институт мира и права", is_organization=True)


def bibtex(text: str) -> dict:
    """The type, key and fields of the one entry in a BibLaTeX file, as LaTeX prints them; names as (family, given)."""
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert library.failed_blocks == []
    [entry] = library.blocks
    fields = {field.key: field.value for field in entry.fields}
    for name, value in fields.items():
        if name in ("author", "translator", "editor"):
            assert not any(one.jr for one in value)
            value = [(printed(" ".join([*one.von, *one.last])), printed(" ".join(one.first))) for one in value]
        fields[name] = printed(value) if isinstance(value, str) and name != "url" else value
    return {"type": entry.entry_type, "key": entry.key} | fields


def printed(latex: str) -> str:
    """Text in LaTeX as it is printed."""
    return PRINTER.latex_to_text(latex)


def ris(text: str) -> dict:
    """The fields of the one reference in a RIS file, by the names rispy has for the tags."""
    [reference] = rispy.loads(text, newline="\r\n")
    return reference


def csl(text: str) -> dict:
    """The one item of a CSL-JSON file."""
    [item] = json.loads(text)
    return item


def openurl(text: str) -> list[tuple[str, str]]:
    """The keys and values of a COinS title, in order."""
    return parse_qsl(text, strict_parsing=True)
