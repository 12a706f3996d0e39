"""Paragraphs: what a translation is made of, and what readers can point at."""

import re
import unicodedata

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.passages import passages
from articles.templatetags.passages import set_out
from articles.texts.html import clean
from articles.texts.paragraphs import Paragraph, keys, paragraphs, pieces
from articles.texts.places import own_places

SCRAPS = [
    *("<p>", "</p>", "<h2>", "</h2>", "<h3>", "</h3>", "<h4>", "</h4>", "<ul>", "</ul>", "<ol start=3>", "</ol>"),
    *("<li>", "</li>", "<blockquote>", "</blockquote>", "<table>", "<tr>", "<td colspan=2>", "</table>", "<caption>"),
    *("<hr>", "<br>", "<em>", "</em>", "<abbr title='a > b < c \"d\" <p>'>", "</abbr>", "<span lang=ru>", "</span>"),
    *("<script>", "<div>", "<!-- <p> -->", " ", "\n", "\u00a0", "&nbsp;", "слово", "word", "&lt;p&gt;", "a < b", "<"),
]
any_html = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join).map(clean)


def typeset(html: str) -> str:
    """A text as readers see it, without the links of its paragraphs to themselves."""
    text = set_out(passages(html, own_places(len(paragraphs(html)))))
    whole = "".join([*(piece for _passage, piece in text["passages"]), text["notes"]])
    return re.sub(r'<a class="itself"[^>]*></a>', "", whole)


def shapes(html: str) -> list[tuple[int, str, str]]:
    return [(found.number, found.tag, found.text) for found in paragraphs(html)]


def test_a_paragraph_has_number_tag_html_and_text() -> None:
    assert paragraphs('<p lang="ru">Да,<br>нет</p>\n<h2>Next &amp; <em>last</em></h2>') == [
        Paragraph(1, "p", '<p lang="ru">Да,<br>нет</p>', "Да,\nнет"),
        Paragraph(2, "h2", "<h2>Next &amp; <em>last</em></h2>", "Next & last"),
    ]


def test_lists_quotations_and_tables_count_as_one() -> None:
    html = (
        "<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul><blockquote><p>d</p><h3>e</h3></blockquote>"
        "<table><caption>f</caption><tbody><tr><th>g</th><td><p>h</p></td></tr></tbody></table><p>i</p>"
    )
    assert shapes(html) == [
        (1, "ul", "a\n\nb\n\nc"),
        (2, "blockquote", "d\n\ne"),
        (3, "table", "f\n\ng\n\nh"),
        (4, "p", "i"),
    ]


def test_rules_white_space_and_blocks_without_a_word_are_no_paragraphs() -> None:
    html = "\n<hr>\n<p></p><p>&nbsp;</p><p><br></p><ul><li></li></ul><br> <em> </em><p>a</p>\n<hr>"
    assert shapes(html) == [(1, "p", "a")]
    assert paragraphs("") == []


def test_text_that_stands_in_no_block_counts_as_a_paragraph() -> None:
    assert paragraphs("Stray <em>words</em>\n<p>a</p> more<br>of it<hr>and more") == [
        Paragraph(1, "p", "<p>Stray <em>words</em></p>", "Stray words"),
        Paragraph(2, "p", "<p>a</p>", "a"),
        Paragraph(3, "p", "<p>more<br>of it</p>", "more\nof it"),
        Paragraph(4, "p", "<p>and more</p>", "and more"),
    ]


def test_blocks_inside_stray_text_do_not_count_again() -> None:
    assert paragraphs("<em>a<p>b</p></em><p>c</p>") == [
        Paragraph(1, "p", "<div><em>a<p>b</p></em></div>", "a\n\nb"),
        Paragraph(2, "p", "<p>c</p>", "c"),
    ]


def test_a_digest_is_sixteen_digits_of_the_html() -> None:
    # printf '<p>Text</p>' | sha256sum
    assert paragraphs("<p>Text</p>")[0].digest == "0a54a3613949de4b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<ul>\n <li>a</li>\n</ul>", "<ul><li>a</li></ul>"),
        ("<p>one\n  two</p>", "<p>one two</p>"),
        ("<p> one<br> two </p>", "<p>one<br>two</p>"),
        ("Stray", "<p>Stray</p>"),
        ("<p>й</p>", unicodedata.normalize("NFD", "<p>й</p>")),
    ],
)
def test_white_space_that_shows_nowhere_is_no_change(one: str, other: str) -> None:
    assert paragraphs(one)[0].digest == paragraphs(other)[0].digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>one two</p>", "<p>onetwo</p>"),
        ("<p><em>one</em> two</p>", "<p><em>one</em>two</p>"),
        ("<p>one two</p>", "<p>one\u00a0two</p>"),
        ("<p>one</p>", "<p>One</p>"),
        ("<p>one</p>", "<h2>one</h2>"),
        ("<p>one</p>", "<p><em>one</em></p>"),
        ('<p><a href="https://a.example/">one</a></p>', '<p><a href="https://b.example/">one</a></p>'),
        ("<ul><li>one</li></ul>", "<ol><li>one</li></ol>"),
    ],
)
def test_whatever_readers_get_otherwise_is_a_change(one: str, other: str) -> None:
    assert paragraphs(one)[0].digest != paragraphs(other)[0].digest


def test_keys_tell_repeated_paragraphs_apart() -> None:
    assert keys(["a", "b", "a", "a", "b"]) == ["a", "b", "a.2", "a.3", "b.2"]
    assert keys(iter([])) == []


@given(st.lists(st.sampled_from(["a", "b", "c"])))
def test_keys_are_unique_and_keep_the_digest(digests: list[str]) -> None:
    found = keys(digests)
    assert len(set(found)) == len(found)
    assert [key.split(".")[0] for key in found] == digests


@given(any_html)
def test_pieces_are_the_whole_text(html: str) -> None:
    assert "".join(piece for _, piece in pieces(html)) == html


@given(any_html)
def test_paragraphs_are_numbered_from_one_and_never_empty(html: str) -> None:
    found = paragraphs(html)
    assert [paragraph.number for paragraph in found] == list(range(1, len(found) + 1))
    assert all(paragraph.text for paragraph in found)


@given(any_html)
def test_no_word_stands_outside_the_paragraphs(html: str) -> None:
    words = "".join(re.findall(r"\w", re.sub(r"<[^>]*>", "", html).replace("&nbsp;", "")))
    text = "".join(paragraph.text for paragraph in paragraphs(html))
    assert "".join(re.findall(r"\w", text.replace("<", "lt").replace(">", "gt"))) == words


@given(any_html)
def test_readers_can_point_at_each_of_them(html: str) -> None:
    page = re.sub(r"\u00a0|<wbr>", "", typeset(html))
    assert re.findall(r' id="p(\d+)"', page) == [str(paragraph.number) for paragraph in paragraphs(html)]
    for paragraph in paragraphs(html):
        opened, rest = re.match(r"<([a-z0-9]+)(.*)", paragraph.html.replace("&nbsp;", ""), re.DOTALL).groups()
        assert f'<{opened} id="p{paragraph.number}"{rest.split("<table")[0]}'[:40] in page


def test_every_kind_of_paragraph_has_an_address(language: str) -> None:
    html = "<h2>a</h2><p>b</p><hr><p></p><ul><li><p>c</p></li></ul><blockquote><p>d</p></blockquote>stray<p>e</p>"
    with translation.override(language):
        assert typeset(html) == (
            '<h2 id="p1">a</h2><p id="p2">b</p><hr><p></p><ul id="p3"><li><p>c</p></li></ul>'
            '<blockquote id="p4"><p>d</p></blockquote><p id="p5">stray</p><p id="p6">e</p>'
        )


@pytest.mark.parametrize(("name", "label"), [("en", "Table"), ("ru", "Таблица")])
def test_a_table_has_its_address_inside_what_scrolls(name: str, label: str) -> None:
    table = "<tbody><tr><td>1</td></tr></tbody></table>"
    scrolling = f'<div class="table" role="group" tabindex="0" aria-label="{label}">'
    with translation.override(name):
        assert typeset(f"<table>{table}<ul><li><table>{table}</li></ul>") == (
            f'{scrolling}<table id="p1">{table}</div><ul id="p2"><li>{scrolling}<table>{table}</div></li></ul>'
        )


@pytest.mark.parametrize(
    ("name", "label", "heading", "back"),
    [
        ("en", "Note 1", "Notes", "Back to where note 1 stands in the text"),
        ("ru", "Примечание 1", "Примечания", "К тексту: место, к которому относится примечание 1"),
    ],
)
def test_notes_are_numbered_in_the_text_and_listed_after_it(name: str, label: str, heading: str, back: str) -> None:
    with translation.override(name):
        assert typeset('<p>a <small lang="de">b</small></p><p>c</p>') == (
            f'<p id="p1">a<sup class="ref"><a href="#note-1" id="ref-1" role="doc-noteref" aria-label="{label}">1</a>'
            '</sup></p><p id="p2">c</p>\n<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n'
            f'<h2 id="notes">{heading}</h2>\n<ol>\n<li id="note-1" lang="de"><p>b <a class="back" href="#ref-1" '
            f'role="doc-backlink" lang="{name}" aria-label="{back}">↩\ufe0e</a></p></li>\n</ol>\n</section>'
        )
