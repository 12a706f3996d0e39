"""Typography at render: what is set, in which places, and that no word is ever another one for it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.html import clean
from articles.texts.typography import typeset_html, typeset_text

SIGNS = [
    *" \"'-–—.,:;!?()«»„“”‘’…/&<>№§%0123456789é☂",
    *(
        " - ",
        " -- ",
        "...",
        "\u00a0",
        "\n",
        " в ",
        " же ",
        "А. ",
        "Б",
        "т. ",
        "г. ",
        "слово",
        "a",
        "word",
        "Mr. ",
        "5 ",
    ),
    *("https://example.org/a-b/--/...?x=1&y=2", "a@example.org", "XIX-XX", "1941-1945", "10 000"),
]
TAGS = [
    *("<p>", "</p>", "<em>", "</em>", '<span lang="en">', '<span lang="ru">', "</span>", "<br>", "&amp;", "&nbsp;"),
    *(
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        '<abbr title="a > \' b - c">',
        "</abbr>",
        '<a href="https://example.org/?a-b">',
    ),
    *("</a>", "<small>", "</small>", "<td>", "<table>", "</table>"),
]
lines = st.lists(st.sampled_from(SIGNS), max_size=25).map("".join)
texts = st.lists(st.sampled_from(SIGNS + TAGS), max_size=30).map("".join).map(clean)


def seen(text: str) -> str:
    """A text with what cannot be told from a space by eye made visible."""
    return text.replace("\u00a0", "·")


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("Он был в США и не ждал, что о том же скажут у нас.", "Он был в·США и·не·ждал, что о·том·же скажут у·нас."),
        ("Если бы да кабы, знает ли он?", "Если·бы да·кабы, знает·ли он?"),
        ("Москва — столица", "Москва·— столица"),
        ("Москва - столица, -- сказал он...", "Москва·— столица,·— сказал он…"),
        ("— Да", "—·Да"),
        ("И. Н. Тимофеев, Чарап С. и Иванов И. И.", "И.·Н.·Тимофеев, Чарап С. и·Иванов·И.·И."),
        ("13 июня 2019 г. в г. Москве", "13·июня 2019·г. в·г.·Москве"),
        ("В 2019 г. Россия", "В·2019·г. Россия"),
        ("5 млн человек, 10 000 руб., 7 %, № 5, § 3", "5·млн человек, 10·000·руб., 7·%, №·5, §·3"),
        ("31 в матче, 10 с лишним", "31 в·матче, 10 с·лишним"),
        ("т. е. в 1941-1945 гг., XIX-XX вв., до н. э.", "т.·е. в·1941–1945·гг., XIX–XX·вв., до·н.·э."),
        ('"Газета "Правда"", - писал он', "«Газета „Правда“»,·— писал он"),
        ("«Газета «Правда»» и “ещё”", "«Газета „Правда“» и·«ещё»"),
        ("О'Нил и д'Артаньян", "О’Нил и·д’Артаньян"),
    ],
)
def test_russian_is_set_as_russian_books_are(stored: str, read: str) -> None:
    assert seen(typeset_text(stored, "ru")) == read


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("\"It's 'quite' so,\" he said.", "“It’s ‘quite’ so,” he said."),
        ('"She said "no" to it"', "“She said ‘no’ to it”"),
        ("the authors' '90s, 'tis rock 'n' roll", "the authors’ ’90s, ’tis rock ’n’ roll"),
        ('"A quotation of two paragraphs opens both.', "“A quotation of two paragraphs opens both."),
        ("one - two -- three...", "one·– two·— three…"),
        ("pages 10-12, 2014-18, a score of 3-1, 50-50", "pages 10–12, 2014–18, a score of 3-1, 50-50"),
        ("13 June 2019, June 13, 5 million, 10 000, 7 km", "13·June 2019, June·13, 5·million, 10·000, 7·km"),
        ("Dr. Smith, J. R. R. Tolkien, the U.S. Senate", "Dr.·Smith, J.·R.·R.·Tolkien, the U.S. Senate"),
        ("World War II, Article 5, p. 12, No. 3. No. Then", "World War·II, Article·5, p.·12, No.·3. No. Then"),
        ("a word — and another", "a word·— and another"),
    ],
)
def test_english_is_set_as_english_books_are(stored: str, read: str) -> None:
    assert seen(typeset_text(stored, "en")) == read


@pytest.mark.parametrize(
    "text",
    [
        "2019-06-13, +7 495 123-45-67, С-400, COVID-19, F-16, ISBN 978-5-17-118366-0",
        "https://example.org/a--b/1-2... and a-b--c@example.org, doi 10.1000/182-190",
        "5'10\" tall",
        'a mark " alone',
        "10 - 5",
    ],
)
def test_what_may_be_something_else_is_left_alone(text: str, language: str) -> None:
    assert typeset_text(text, language).replace("\u00a0", " ") == text


def test_a_passage_in_another_language_is_set_in_that_one() -> None:
    html = '<p>Он сказал: "<span lang="en">"Yes" - no</span>" - и ушёл</p>'
    assert seen(typeset_html(html, "ru")) == ('<p>Он сказал: «<span lang="en">“Yes”·– no</span>»·— и·ушёл</p>')


def test_a_line_runs_through_the_tags_within_it() -> None:
    html = '<p>в <a href="https://example.org/">Москве</a> "<em>там</em>" - да</p><p>"открыто</p><p>и "тут"</p>'
    assert seen(typeset_html(html, "ru")) == (
        '<p>в·<a href="https://example.org/">Москве</a> «<em>там</em>»·— да</p><p>"открыто</p><p>и·«тут»</p>'
    )


def test_tags_attributes_and_code_stay_as_they_are() -> None:
    html = '<p><abbr title="a > b - c &quot;d&quot;">a</abbr> <code>"a" - b...</code> &lt;&amp;&gt;</p>'
    assert typeset_html(html, "en") == html


def test_a_long_address_may_be_broken_after_its_slashes() -> None:
    assert typeset_html("<p>https://example.org/one/two?x=1&amp;y=2/</p>", "en") == (
        "<p>https://example.org/<wbr>one/<wbr>two?<wbr>x=1&amp;<wbr>y=2/</p>"
    )
    assert typeset_html("<p>https://example.org/a</p>", "en") == "<p>https://example.org/a</p>"


def test_a_language_without_rules_of_its_own_keeps_its_marks() -> None:
    assert seen(typeset_text('Er sagte: "Ja" — 5 %', "de")) == 'Er sagte: "Ja"·— 5·%'


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


@given(lines)
def test_no_letter_or_digit_of_a_text_changes(line: str) -> None:
    for language in ("en", "ru", "de"):
        once = typeset_text(line, language)
        assert letters(once) == letters(line)
        assert typeset_text(once, language) == once


@given(texts)
def test_no_tag_letter_or_digit_of_a_page_changes(html: str) -> None:
    for language in ("en", "ru"):
        once = typeset_html(html, language)
        bare = once.replace("<wbr>", "")
        assert re.findall(r"<[^>]*>", bare) == re.findall(r"<[^>]*>", html)
        assert letters(bare) == letters(html.replace("&nbsp;", ""))
        assert re.findall(r"&(?!amp;|lt;|gt;)", re.sub(r"<[^>]*>", "", bare)) == []
        assert typeset_html(once, language) == once
