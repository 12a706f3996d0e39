"""One language against the other: what is said in both must agree, whatever the formats."""

import pytest

from articles.texts.checks.languages import language_against_language
from articles.texts.paragraphs import paragraphs


def found(english: str, russian: str) -> list[tuple]:
    findings = language_against_language(paragraphs(english), "en", paragraphs(russian), "ru")
    return [
        (one.language, one.code, one.blocking, one.paragraph, one.params["found"], one.params.get("other_found"))
        for one in findings
    ]


def test_formats_do_not_matter() -> None:
    english = "<p>Some 1.5 million, or 42 percent, by 3 May 2024, in the 1990s and the 21st century.</p>"
    russian = "<p>Около 1,5 млн, или 42 %, к 3 мая 2024 г., в 1990-х и в XXI веке.</p>"
    assert found(english, russian) == []


def test_another_magnitude_in_the_same_paragraph_blocks() -> None:
    assert found("<p>1.5 million and 7</p>", "<p>1,5 млрд и 8</p>") == [
        ("en", "figure_differs", True, 1, "1.5 million", "1,5 млрд"),
        ("en", "figure_differs", False, 1, "7", "8"),
    ]


def test_another_magnitude_is_noticed_though_the_amount_stands_elsewhere() -> None:
    assert found("<p>1.5 million</p><p>1.5 million</p>", "<p>1,5 млрд</p><p>1,5 млн</p>") == [
        ("en", "figure_differs", True, 1, "1.5 million", "1,5 млрд")
    ]
    assert found("<p>1.5 million</p><p>1.5 billion</p>", "<p>1,5 млрд</p><p>1,5 млн</p>") == []


def test_another_magnitude_somewhere_else_warns() -> None:
    assert found("<p>1.5 million</p><p>x</p>", "<p>1,5 млрд</p>") == [
        ("en", "figure", False, 1, "1.5 million", None),
        ("ru", "figure", False, 1, "1,5 млрд", None),
    ]


def test_what_differs_in_one_paragraph_is_one_warning() -> None:
    assert found("<p>a</p><p>42%</p>", "<p>б</p><p>24 %</p>") == [("en", "figure_differs", False, 2, "42%", "24 %")]
    assert found("<p>3 May 2024</p>", "<p>4 мая 2024 г.</p>") == [
        ("en", "date_differs", False, 1, "3 May 2024", "4 мая 2024 г.")
    ]


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("12 people", "двенадцать человек"),
        ("twelve people", "12 человек"),
        ("in May 2024", "3 мая 2024 г."),
        ("on 3 May", "3 мая 2024 г."),
        ("twice", "2 раза"),
        ('<a href="https://x.org/en/a">report</a>', '<a href="https://x.org/ru/b">доклад</a>'),
        ("“we can still count what is left,” he said", "он сказал, что «ещё считает»"),
    ],
)
def test_less_exact_is_no_finding(english: str, russian: str) -> None:
    assert found(f"<p>{english}</p>", f"<p>{russian}</p>") == []


def test_what_one_language_lacks_warns() -> None:
    assert found("<p>on 3 May 2024</p>", "<p>тогда</p>") == [("en", "date", False, 1, "3 May 2024", None)]
    assert found("<p>then</p>", "<p>5 лет</p>") == [("ru", "figure", False, 1, "5", None)]
    assert found("<p>“we can still count what is left,” he said</p>", "<p>он считает</p>") == [
        ("en", "quotation", False, 1, "we can still count what is left,", None)
    ]
    assert found('<p><a href="https://x.org/a">x</a></p>', "<p>x</p>") == [
        ("en", "link", False, 1, "https://x.org/a", None)
    ]
    assert found("<p>then Mike Pompeo left</p>", "<p>тогда Джон Болтон уехал</p>") == [
        ("ru", "name", False, 1, "Джон Болтон", None)
    ]


def test_one_language_alone_is_compared_with_nothing() -> None:
    assert found("<p>42 %</p>", "") == found("", "<p>42 %</p>") == []


def test_the_other_way_round_finds_the_same() -> None:
    findings = language_against_language(
        paragraphs("<p>1,5 млрд</p>"), "ru", paragraphs("<p>1.5 million</p>"), "en", "short"
    )
    assert [(one.language, one.variant, one.code, one.blocking) for one in findings] == [
        ("ru", "short", "figure_differs", True)
    ]
