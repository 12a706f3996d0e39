"""Blocks: a text taken apart as it is read."""

import pytest

from articles.texts.blocks import Block, blocks, plain_text


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("", []),
        ("<p>Раз.</p>\n<p>Два.</p>", [Block("p", "Раз."), Block("p", "Два.")]),
        ("<p> a &amp; b &lt; c </p>", [Block("p", "a & b < c")]),
        ("<p>a <em>b</em> c</p>", [Block("p", "a b c", plain=False)]),
        ('<p lang="ru">Да</p>', [Block("p", "Да", plain=False)]),
        ("<p>a<br>b</p>", [Block("p", "a\nb", plain=False)]),
        ("<p>a <small>b <em>c</em></small>, d</p>", [Block("p", "a [b c], d", plain=False)]),
        ("<p>да<small>нет</small></p>", [Block("p", "да [нет]", plain=False)]),
        ("<p><small>a</small></p>", [Block("p", "[a]", plain=False)]),
        ("<h2>Head</h2><p>Text</p>", [Block("h2", "Head"), Block("p", "Text")]),
        ("<p></p><p> </p><p>a</p>", [Block("p", "a")]),
        ("<blockquote><p>Quoted</p></blockquote>", [Block("p", "Quoted")]),
        ("bare", [Block("", "bare")]),
    ],
)
def test_a_text_is_taken_apart_into_its_blocks(html: str, found: list[Block]) -> None:
    assert blocks(html) == found


def test_items_of_a_list_are_blocks() -> None:
    assert [(block.tag, block.text) for block in blocks("<ul><li>one</li><li>two</li></ul>")] == [
        ("li", "one"),
        ("li", "two"),
    ]


def test_cells_of_a_table_are_blocks() -> None:
    html = "<table><caption>Votes</caption><tbody><tr><th>Year</th><td>2016</td></tr></tbody></table>"
    assert [(block.tag, block.text) for block in blocks(html)] == [
        ("caption", "Votes"),
        ("th", "Year"),
        ("td", "2016"),
    ]


def test_a_no_break_space_at_an_edge_is_the_text_s_own() -> None:
    assert blocks("<p>&nbsp;a</p>") == [Block("p", "\u00a0a")]


def test_a_plain_text_has_a_blank_line_between_blocks() -> None:
    assert plain_text("<h2>Заголовок</h2><p>Текст <em>здесь</em>.</p>") == "Заголовок\n\nТекст здесь."
