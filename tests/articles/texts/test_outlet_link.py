"""Link lines: which lines are, and what they say."""

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles.texts.outlet_link import OutletLink, language_of_link
from articles.texts.web_address import is_web_address


@pytest.mark.parametrize(
    ("line", "language", "outlet", "url", "text"),
    [
        ("Read full text in the War On The Rocks.", "en", "War On The Rocks", "", None),
        ("Read the full text at RIAC", "en", "RIAC", "", None),
        ("Read full text on the\u00a0Valdai Club.", "en", "Valdai Club", "", None),
        (
            "Read\u00a0full\u00a0text\u00a0in\u00a0The Times of St. Petersburg",
            "en",
            "The Times of St. Petersburg",
            "",
            None,
        ),
        ("Read full text in The Times of St. Petersburg.", "en", "The Times of St. Petersburg", "", None),
        ("Read full text in Foreign Policy: Russia.", "en", "Foreign Policy: Russia", "", None),
        ("Read full text in theWire", "en", "theWire", "", None),
        (
            "Read full text in Politico: https://x.org/a.",
            "en",
            "Politico",
            "https://x.org/a",
            "Read full text in Politico.",
        ),
        (
            "Read full text in Politico: https://x.org/a",
            "en",
            "Politico",
            "https://x.org/a",
            "Read full text in Politico",
        ),
        (
            "Read full text in Vox Inc.: http://x.org/a.html",
            "en",
            "Vox Inc.",
            "http://x.org/a.html",
            "Read full text in Vox Inc.",
        ),
        ("Read full text in Politico:https://x.org/", "en", "Politico", "https://x.org/", "Read full text in Politico"),
        (
            "Read full text in A: B: https://x.org:8000/?q=a:b",
            "en",
            "A: B",
            "https://x.org:8000/?q=a:b",
            "Read full text in A: B",
        ),
        ("Читать полный текст на сайте РСМД", "ru", "РСМД", "", None),
        ("Читайте полный текст в «Коммерсанте».", "ru", "«Коммерсанте»", "", None),
        ("Читайте полный текст на War on the Rocks.", "ru", "War on the Rocks", "", None),
        ("Читать полный текст на\u00a0сайте The Times", "ru", "The Times", "", None),
        (
            "Читайте полный текст на сайте РСМД: https://пример.рф/статья.",
            "ru",
            "РСМД",
            "https://пример.рф/статья",
            "Читайте полный текст на сайте РСМД.",
        ),
    ],
)
def test_a_link_line_is_taken_apart(line: str, language: str, outlet: str, url: str, text: str | None) -> None:
    assert OutletLink.parse(line) == OutletLink(line, language, outlet, url, text or line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Read full text",
        "Read full text in ",
        "Read full text in .",
        "read full text in Politico",
        "Read full texts in Politico",
        "Read full text from Politico",
        "Please read full text in Politico",
        "Прочитать полный текст на сайте РСМД",
        "Читать полный текст",
        "Читать полный текст в",
        "Читать текст на сайте РСМД",
    ],
)
def test_other_lines_are_no_link_lines(line: str) -> None:
    assert language_of_link(line) == ""
    assert OutletLink.parse(line) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "ftp://x.org/a",
        "mailto:a@x.org",
        "//x.org/a",
        "www.x.org",
        "https://",
        "https://user@x.org/",
        "https://x.org/a b",
        "https://x.org/ and more",
        "https://x.org/" + "a" * 500,
    ],
)
@pytest.mark.parametrize("opening", ["Read full text in Politico", "Читать полный текст на сайте Politico"])
def test_a_link_line_with_an_unsafe_address_is_not_followed(opening: str, address: str) -> None:
    line = f"{opening}: {address}"
    assert language_of_link(line) != ""
    assert OutletLink.parse(line) is None


def test_a_long_line_is_judged_quickly() -> None:
    assert OutletLink.parse("Read full text in a" + " " * 1_000_000 + ":") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://x.org",
        "HTTP://X.ORG/A",
        "https://sub.x-y.co.uk:443/a?b=c#d",
        "https://пример.рф/статья",
        "https://xn--e1afmkfd.xn--p1ai/",
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "http://[::1]/",
    ],
)
def test_what_is_taken_for_an_address_passes_the_models_too(address: str) -> None:
    assert is_web_address(address)
    URLValidator(schemes=["http", "https"])(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x.org",
        "/a",
        "https:x.org",
        "https:///a",
        "https://x",
        "https://-x.org",
        "https://x..org",
        "https://1.2.3.4.5",
        "https://x.org:port/",
        "https://x.org:99999/",
        "https://[::1/",
        "https://a:b@x.org/",
        "https://x.org\\@y.org/",
        "https://x.org/a\tb",
        "https://x.org/<script>",
        "data:text/html,x",
        "file:///etc/passwd",
    ],
)
def test_other_texts_are_no_addresses(address: str) -> None:
    assert not is_web_address(address)


def test_an_address_the_models_would_refuse_is_refused_here() -> None:
    for address in ("https://x.o", "https://x.123", "https://x_y.org"):
        assert not is_web_address(address)
        with pytest.raises(ValidationError):
            URLValidator(schemes=["http", "https"])(address)
