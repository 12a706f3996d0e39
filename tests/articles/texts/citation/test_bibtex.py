"""BibLaTeX: what an entry says, and how names and signs that mean something to TeX are written."""

from dataclasses import replace

import pytest
from django.conf import settings

from articles.texts.citation.bibtex import LANGUAGES, escaped, write
from articles.texts.citation.reference import Name
from tests.articles.texts.citation.references import INSTITUTE, PACT, PAKT, RAND, bibtex


def test_an_entry_says_who_what_when_and_which_edition() -> None:
    assert write(PACT) == (
        "@online{pact-en-2,\n"
        "  author = {Timofeev, Ivan and Charap, Samuel},\n"
        "  title = {The Pact},\n"
        "  date = {2019-06-03},\n"
        "  organization = {Diptych},\n"
        "  version = {2},\n"
        "  url = {https://diptych.example/en/articles/pact/},\n"
        "  langid = {english},\n"
        "}\n"
    )


def test_a_translation_names_its_translators_and_the_language_of_the_original() -> None:
    translated = replace(PAKT, translators=(Name("Бобров", "Борис"),), editors=(RAND,), original_language="en")
    assert write(translated) == (
        "@online{pact-ru-2,\n"
        "  author = {Тимофеев, Иван Николаевич and Чарап, Сэмюэл},\n"
        "  translator = {Бобров, Борис},\n"
        "  editor = {{RAND Corporation}},\n"
        "  title = {Пакт},\n"
        "  date = {2019-06-03},\n"
        "  organization = {Диптих},\n"
        "  version = {2},\n"
        "  url = {https://diptych.example/ru/articles/pakt/},\n"
        "  langid = {russian},\n"
        "  origlanguage = {english},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Timofeev", "Ivan"), "Timofeev, Ivan"),
        (Name("van der Berg", "Jan"), "van der Berg, Jan"),
        (Name("Smith, Jr.", "John"), "{Smith, Jr.}, John"),
        (Name("Strange", "Jonathan and Arabella"), "Strange, {Jonathan and Arabella}"),
        (Name("AND", "X"), "{AND}, X"),
        (Name("Ab_c", "D"), r"{Ab\_c}, D"),
        (Name("Andersen", "Andy"), "Andersen, Andy"),
        (Name("Королёва-Андреева", "Анна"), "Королёва-Андреева, Анна"),
        (Name("Voltaire"), "{Voltaire}"),
        (RAND, "{RAND Corporation}"),
        (INSTITUTE, "{Институт мира и права}"),
        (Name("Research & Development", is_organization=True), r"{Research \& Development}"),
    ],
)
def test_a_name_is_never_parted_where_it_should_not_be(name: Name, written: str) -> None:
    assert f"  author = {{{written} and Charap, Samuel}},\n" in write(replace(PACT, authors=(name, PACT.authors[1])))


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("R&D: 100% of $5, #tag snake_case", r"R\&D: 100\% of \$5, \#tag snake\_case"),
        ("{[", r"\lbrace{}["),
        ("}", r"\rbrace{}"),
        (r"C:\x~^y", r"C:\textbackslash{}x\textasciitilde{}\textasciicircum{}y"),
        ("a -- b --- c - d", "a -{}- b -{}-{}- c - d"),
        ("``a''", r"\textasciigrave{}\textasciigrave{}a'{}'"),
        ("«Ёлка» — “fir” 😀", "«Ёлка» — “fir” 😀"),
        (" two\n lines\u2028here ", "two lines here"),
    ],
)
def test_a_text_is_printed_letter_by_letter(text: str, tex: str) -> None:
    assert escaped(text) == tex


def test_an_odd_brace_ends_no_entry() -> None:
    entry = write(replace(PACT, title="Half } of { it {"))
    assert entry.count("{") == entry.count("}")
    assert bibtex(entry)["title"] == "Half } of { it {"


def test_a_text_without_authors_has_an_entry_too() -> None:
    assert "author" not in bibtex(write(replace(PACT, authors=())))


@pytest.mark.parametrize("code", [code for code, _ in settings.LANGUAGES])
def test_every_language_of_the_site_has_a_name_for_babel(code: str) -> None:
    assert f"  langid = {{{LANGUAGES[code]}}},\n" in write(replace(PACT, language=code))
