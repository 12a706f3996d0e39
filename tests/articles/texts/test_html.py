"""HTML: an allow list, kept to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.texts.html import bad_links, clean, is_absolute, links, paragraphs_to_html, tags


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        "<h2>A</h2><h3>B</h3><h4>C</h4>",
        '<p lang="ru">Да, <span lang="en">yes</span></p>',
        '<p><a href="https://example.org/" hreflang="ru">link</a></p>',
        '<p><a href="mailto:desk@example.org">mail</a></p>',
        '<ol start="3"><li><p>three</p></li></ol>',
        "<ul><li>one</li></ul><hr><blockquote><p>quoted</p></blockquote>",
        "<p><em>a</em><strong>b</strong><i>c</i><b>d</b><cite>e</cite><q>f</q>H<sub>2</sub>O<sup>3</sup><br>g</p>",
        '<p><abbr title="Russian International Affairs Council">RIAC</abbr></p>',
        '<p>a <small>note, <a href="https://example.org/">there</a></small></p>',
        '<table><tbody><tr><th scope="row">a</th><td colspan="2" rowspan="2">b</td></tr></tbody></table>',
    ],
)
def test_what_the_list_names_stays_as_it_is(html: str) -> None:
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ("<style>p { color: red }</style><p>a</p>", "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href=" java\nscript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href="data:text/html,x">a</a></p>', "<p><a>a</a></p>"),
        ('<p onclick="alert(1)" style="color: red" class="x" id="y">a</p>', "<p>a</p>"),
        ('<a href="https://a.example" target="_blank" rel="x">a</a>', '<a href="https://a.example">a</a>'),
        ('<p><img src="x" onerror="alert(1)">a</p>', "<p>a</p>"),
        ('<iframe src="https://a.example"></iframe><object></object>', ""),
        ("<svg><script>alert(1)</script></svg>", ""),
        ("<h1>a</h1>", "a"),
        ("<div><p>a</p></div>", "<p>a</p>"),
        ("<!-- note --><p>a</p>", "<p>a</p>"),
        ("<p>a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("<p>и\u0306</p>", "<p>й</p>"),
        ("<p></p>", ""),
        ("<p><br></p>", ""),
        (" \n ", ""),
    ],
)
def test_what_it_does_not_name_goes(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned


PIECES = (
    *("<p>", "</p>", "<script>", "</script>", "<a href='javascript:x'>", "</a>", "<svg>", "<math>", "<style>"),
    *("<table>", "<td>", "<!--", "-->", "<p><br></p>", "&lt;", "&amp;lt;", "<em", ">", '"', "а", "e\u0301", " "),
)
MARK_UP = st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join)


@given(MARK_UP)
def test_cleaning_again_changes_nothing(html: str) -> None:
    once = clean(html)
    assert clean(once) == once


@given(MARK_UP)
def test_no_script_survives_whatever_is_written(html: str) -> None:
    assert tags(clean(html)) & {"script", "style", "svg", "math", "img"} == set()
    assert [address for address, _ in links(clean(html)) if address.startswith("javascript")] == []


def test_paragraphs_become_html_with_their_signs_escaped() -> None:
    assert paragraphs_to_html(["a < b & c", "«д»"]) == "<p>a &lt; b &amp; c</p>\n<p>«д»</p>"


def test_the_tags_of_a_text_are_named_and_a_language_with_them() -> None:
    assert tags('<p lang="ru">a <em>b</em></p><p>c</p>') == {"p[lang]", "p", "em"}


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://example.org/a?b#c", "mailto:desk@example.org", "https://пример.рф/"]
)
def test_an_address_that_can_be_followed_from_anywhere(address: str) -> None:
    assert is_absolute(address)


@pytest.mark.parametrize(
    "address",
    ["", "/relative", "relative", "#part", "//example.org", "javascript:x", "ftp://a.example", "https://", "http://["],
)
def test_an_address_that_cannot(address: str) -> None:
    assert not is_absolute(address)


def test_bad_links_are_named_with_their_text_in_order() -> None:
    html = (
        '<p><a href="/about">About <em>us</em></a>, <a href="https://example.org">fine</a>, '
        '<a href="javascript:x">run</a>, <a>nowhere</a></p>'
    )
    assert bad_links(html) == [("/about", "About us"), ("javascript:x", "run"), ("", "nowhere")]


def test_links_that_are_never_closed_count_as_well() -> None:
    assert bad_links('<p><a href="/x">one<a href="/y">two') == [("/x", "one"), ("/y", "two")]
