"""The short text against the full one: what a reader of both would stumble over."""

import pytest

from articles.texts.checks.variants import short_against_full
from articles.texts.paragraphs import paragraphs


def found(short: str, full: str, language: str) -> list[tuple]:
    findings = short_against_full(paragraphs(short), paragraphs(full), language)
    assert {(one.language, one.variant) for one in findings} <= {(language, "short")}
    return [(one.code, one.blocking, one.paragraph, one.params["found"]) for one in findings]


def test_a_figure_the_full_text_lacks_blocks_naming_paragraph_and_figure(language: str) -> None:
    assert found("<p>a</p><p>42 %</p>", "<p>24 %</p>", language) == [("figure", True, 2, "42 %")]
    (finding,) = short_against_full(paragraphs("<p>42 %</p>"), paragraphs("<p>24 %</p>"), language)
    name = {"en": "English", "ru": "Русский"}[language]
    assert str(finding) == f"{name}, short text, paragraph 1: the full text does not say “42 %”."


@pytest.mark.parametrize(
    ("short", "full", "language"),
    [
        ("1.5 million", "1,500,000", "en"),
        ("1,5 млн", "1 500 000", "ru"),
        ("12", "twelve", "en"),
        ("в 2 раза", "вдвое", "ru"),
        ("in 2024", "on 3 May 2024", "en"),
        ("May 2024", "3 May 2024", "en"),
        ("3 мая 2024 г.", "03.05.2024", "ru"),
        ("3 мая 2024 г.", "3 мая была встреча. 2024 год кончился", "ru"),
        ("2016", "2016<sup>1</sup>", "en"),
    ],
)
def test_what_means_the_same_is_no_finding(short: str, full: str, language: str) -> None:
    assert found(f"<p>{short}</p>", f"<p>{full}</p>", language) == []


@pytest.mark.parametrize(
    ("short", "full", "language", "expected"),
    [
        ("3 May 2024", "5 May 2024", "en", ("date", True, 1, "3 May 2024")),
        ("3 мая 2024 г.", "3 мая 2023 г.", "ru", ("date", True, 1, "3 мая 2024 г.")),
        ("3 мая 2024 г.", "май 2024 г.", "ru", ("date", True, 1, "3 мая 2024 г.")),
        ("3 May 2024", "5 May 2024 and 3 June 2024", "en", ("date", False, 1, "3 May 2024")),
        ("three G20 meetings", "three meetings", "en", ("figure", False, 1, "20")),
        ("he said “we can still count”", "he said we can count", "en", ("quotation", False, 1, "we can still count")),
        ("встреча с Лавровым", "встреча с министром", "ru", ("name", False, 1, "Лавровым")),
        ("a talk with Mike Pompeo", "a talk with Mike Pence", "en", ("name", False, 1, "Mike Pompeo")),
    ],
)
def test_what_the_full_text_lacks_is_found(short: str, full: str, language: str, expected: tuple) -> None:
    assert found(f"<p>{short}</p>", f"<p>{full}</p>", language) == [expected]


def test_findings_follow_the_text(language: str) -> None:
    assert [one[2] for one in found("<p>1 and “a b c”</p><p>2</p><p>3 and 4</p>", "<p>x</p>", language)] == [
        1,
        1,
        2,
        3,
        3,
    ]


def test_one_text_alone_is_compared_with_nothing(language: str) -> None:
    assert found("<p>42 %</p>", "", language) == found("", "<p>42 %</p>", language) == []
