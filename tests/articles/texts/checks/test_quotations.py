"""Quotations: found between marks of every kind, and in a text whatever its marks."""

import pytest

from articles.texts.checks.quotations import has_marks, holds, quotations, spoken
from articles.texts.paragraphs import paragraphs


def quoted(html: str) -> list[str]:
    (paragraph,) = paragraphs(html)
    return quotations(paragraph)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>He said, “we can still count.” Then</p>", ["we can still count."]),
        ('<p>He said, "we can still count" and "so on".</p>', ["we can still count"]),
        ("<p>Он сказал: «мы ещё считаем».</p>", ["мы ещё считаем"]),
        ("<p>Er sagte: „wir zählen noch“.</p>", ["wir zählen noch"]),
        ("<p>«Он сказал: „мы ещё считаем“, — и ушёл»</p>", ["мы ещё считаем", "Он сказал: „мы ещё считаем“, — и ушёл"]),
        ("<p>газета «Новое время»</p>", []),
        ("<p>He said <q>we still count</q>.</p>", ["we still count"]),
        ("<blockquote><p>We still count.</p></blockquote>", ["We still count."]),
        ("<p>an opening “that is never closed</p>", []),
        ("<p>5” and 6” and so on and on”</p>", []),
    ],
)
def test_what_stands_between_marks_is_found(html: str, found: list[str]) -> None:
    assert quoted(html) == found


@pytest.mark.parametrize(
    ("text", "quotation", "held"),
    [
        ("We can «still» count, he said", "We can still count.", True),
        ("we can still\u00a0count", "“We can still count”", True),
        ("we can count", "we can still count", False),
        ("еще считаем мы", "Ещё считаем мы!", True),
        ("nobody knows, and nobody asks, what it costs", "nobody knows … what it costs", True),
        ("nobody knows what it costs", "nobody knows why [the war] costs", False),
        ("nobody knows what it costs", "nobody knows what [the war] it costs", True),
        ("accountants still", "count ants still", False),
    ],
)
def test_case_marks_and_spaces_do_not_matter(text: str, quotation: str, held: bool) -> None:
    assert holds(spoken(text), quotation) is held


def test_any_mark_counts_but_an_apostrophe() -> None:
    assert [has_marks(paragraph) for paragraph in paragraphs("<p>‘so’</p><p>don't</p><p>«да»</p>")] == [
        True,
        False,
        True,
    ]
