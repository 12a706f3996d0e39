"""Links: where they lead, and whether they say so."""

import pytest

from articles.texts.checks.links import Destinations, says_nothing


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("https://x.org/a", "http://www.x.org/a/", True),
        ("https://x.org/en/a", "https://x.org/ru/b", True),
        ("https://x.org/en/a", "https://x.org/b", True),
        ("https://en.wikipedia.org/wiki/Gas", "https://ru.wikipedia.org/wiki/Газ", True),
        ("https://x.org/a?lang=en", "https://x.org/a?lang=ru", True),
        ("https://x.org/a", "https://x.org/b", False),
        ("https://x.org/a?id=1", "https://x.org/a?id=2", False),
        ("https://x.org/en/a", "https://y.org/ru/a", False),
        ("https://x.ru/a", "https://x.com/a", False),
        ("mailto:a@x.org", "mailto:b@x.org", False),
        ("https://[broken", "https://x.org", False),
    ],
)
def test_two_addresses_lead_alike(one: str, other: str, alike: bool) -> None:
    assert Destinations([one]).include(other) is alike
    assert Destinations([other]).include(one) is alike


@pytest.mark.parametrize(
    ("text", "language"),
    [("here", "en"), ("Click here.", "en"), ("«здесь»", "ru"), ("по ссылке", "ru"), ("Подробнее…", "ru")],
)
def test_a_link_may_say_nothing(text: str, language: str) -> None:
    assert says_nothing(text, language)


@pytest.mark.parametrize(
    ("text", "language"), [("hereafter", "en"), ("the report", "en"), ("доклад", "ru"), ("", "ru")]
)
def test_most_links_say_something(text: str, language: str) -> None:
    assert not says_nothing(text, language)
