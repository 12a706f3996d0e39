"""Notes: taken out of a text and numbered, without losing a word of it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from articles.texts.html import clean
from articles.texts.notes import Note, gathered

SCRAPS = [
    *("<p>", "</p>", "<small>", "</small>", "<em>", "</em>", '<a href="https://example.org/">', "</a>", "<br>"),
    *("<ul><li>", "</li></ul>", " ", "\u00a0", "word", "слово", '<small lang="en">', "&amp;", "<table>", "</table>"),
]
texts = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join).map(clean)


def numbered(note: Note) -> str:
    return f"[{note.number}]"


def test_a_number_stands_where_a_note_was_close_to_its_word() -> None:
    html = '<p>a <small>b <em>c</em></small>, d<small lang="ru">е</small><small>f</small></p>'
    assert gathered(html, 3, numbered) == (
        "<p>a[3], d[4][5]</p>",
        [Note(3, "", "b <em>c</em>"), Note(4, ' lang="ru"', "е"), Note(5, "", "f")],
    )


def test_a_note_a_number_could_not_replace_stays() -> None:
    for html in (
        '<p><a href="https://example.org/">a <small>b</small></a></p>',
        "<p>a <small> </small></p>",
        "<small><p>a</p></small>",
    ):
        assert gathered(html, 1, numbered) == (html, [])


def test_of_notes_within_notes_the_inner_one_is_taken_out() -> None:
    assert gathered("<p><small>a <small>b</small></small></p>", 1, numbered) == (
        "<p><small>a[1]</small></p>",
        [Note(1, "", "b")],
    )


def letters(html: str) -> list[str]:
    return sorted(re.sub(r"<[^>]*>|\W", "", html))


@given(texts)
def test_every_word_stands_in_the_text_or_in_a_note(html: str) -> None:
    text, notes = gathered(html, 1, lambda note: "")
    assert letters(text + "".join(note.html for note in notes)) == letters(html)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
