"""Form: what can be wrong with a text, title, name or picture whatever it says."""

import pytest
from django.utils import translation

from articles.texts.checks.form import form_of_name, form_of_picture, form_of_text, form_of_title
from articles.texts.paragraphs import paragraphs


def found(html: str, language: str) -> list[tuple]:
    return [(one.code, one.blocking, one.paragraph) for one in form_of_text(paragraphs(html), language, "full")]


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        ('<p>a</p><p><a href="https://x.org/"> </a>b</p>', [("link_empty", True, 2)]),
        ('<p><a href="https://x.org/">x</a></p>', []),
        ("<h2>a</h2><p>b</p><h3>c</h3><p>d</p><h4>e</h4><h2>f</h2>", []),
        ("<h3>a</h3>", [("heading", False, 1)]),
        ("<h2>a</h2><h4>b</h4><h3>c</h3>", [("heading", False, 2)]),
        ("<p>Ch\u0430r\u0430p</p>", [("mixed", False, 1)]),
        ("<p>b\u200bc</p>", [("invisible", False, 1)]),
        ("", []),
    ],
)
def test_a_text_is_looked_through(html: str, codes: list[tuple], language: str) -> None:
    assert [one for one in found(html, language) if one[0] != "lang"] == codes


def test_links_that_say_nothing_and_foreign_words_warn() -> None:
    assert found('<p><a href="https://x.org/">here</a> is правда</p>', "en") == [
        ("link_text", False, 1),
        ("lang", False, 1),
    ]
    assert found('<p><a href="https://x.org/">здесь</a> The Sunday Times</p>', "ru") == [
        ("link_text", False, 1),
        ("lang", False, 1),
    ]


def test_a_title_is_at_most_a_headline_long(language: str) -> None:
    assert form_of_title("я" * 110, language) == []
    (finding,) = form_of_title("я" * 111, language)
    assert (finding.code, finding.blocking, finding.paragraph) == ("title_length", False, None)
    assert "111" in str(finding)


def test_look_alikes_in_titles_and_names_block_and_are_named(language: str) -> None:
    for form in (form_of_title, form_of_name):
        (finding,) = form("Samuel \u0421harap", language)
        assert (finding.code, finding.blocking) == ("mixed", True)
        assert "“\u0421harap”" in str(finding)
        assert "U+0421 CYRILLIC CAPITAL LETTER ES" in str(finding)
        (finding,) = form("Samuel Cha\u00adrap", language)
        assert (finding.code, finding.blocking) == ("invisible", True)
        assert "U+00AD SOFT HYPHEN" in str(finding)


def test_a_word_of_two_alphabets_that_may_be_meant_warns(language: str) -> None:
    assert [(one.code, one.blocking) for one in form_of_title("Шлите SMSки", language)] == [("mixed", False)]


@pytest.mark.parametrize(
    ("alt", "codes"),
    [
        ("Two ministers at a table", []),
        ("", [("alt", True)]),
        (" \u00a0", [("alt", True)]),
        ("IMG_2031", [("alt_file", False)]),
        ("table.jpg", [("alt_file", False)]),
    ],
)
def test_a_picture_needs_words(alt: str, codes: list[tuple], language: str) -> None:
    assert [(one.code, one.blocking) for one in form_of_picture(alt, language)] == codes


def test_findings_speak_the_language_of_whoever_reads_them() -> None:
    (finding,) = form_of_text(paragraphs("<p>a</p><h4>b</h4>"), "ru", "short")
    assert str(finding) == "Русский, short text, paragraph 2: the first heading is of level 4; expected level 2."
    with translation.override("ru"):
        assert str(finding) == "Русский, краткий текст, абзац 2: первый заголовок — уровня 4, а должен быть уровня 2."
