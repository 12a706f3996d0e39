"""Organizations in a printed credit line: as it names them, or not at all."""

import pytest

from articles.texts.affiliations import affiliations


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "en",
            "PhD in Political Science, Director General of the Russian International Affairs Council, RIAC member",
            ["Russian International Affairs Council"],
        ),
        ("en", "Senior political scientist at the RAND Corporation", ["RAND Corporation"]),
        ("en", "Fellow, Institute of World Economy", ["Institute of World Economy"]),
        ("en", "PhD in Law; Director, Chatham House; Fellow, RAND", ["Chatham House", "RAND"]),
        ("en", "Professor at Yale University and a fellow at the Wilson Center", ["Yale University", "Wilson Center"]),
        ("en", "PhD in Political Science, Senior Fellow", []),
        ("en", "Independent researcher", []),
        (
            "ru",
            "Кандидат политических наук, генеральный директор Российского совета по международным делам, член РСМД",
            ["РСМД"],
        ),
        ("ru", "Старший политолог корпорации RAND", ["RAND"]),
        ("ru", "Научный сотрудник, Институт Европы", ["Институт Европы"]),
        ("ru", "Ведущий научный сотрудник ИМЭМО РАН", ["ИМЭМО РАН"]),
        ("ru", "Чрезвычайный и полномочный посол СССР", []),
        ("ru", "Профессор Московского университета", []),
        ("ru", "", []),
    ],
)
def test_an_organization_is_named_as_printed_or_not_at_all(language: str, line: str, expected: list[str]) -> None:
    assert affiliations(line, language) == expected
