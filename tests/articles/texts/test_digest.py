"""The digest: the same for the same content, another for any other."""

import pytest

from articles.texts.digest import digest

CONTENT = {"title": "Ёлка", "byline": [["author", "Ivan Timofeev", ""], ["author", "Samuel Charap", ""]], "url": None}


def test_the_digest_is_the_sha_256_of_the_canonical_content() -> None:
    assert digest({"title": "Ёлка"}) == "02211ead8b797ce8efe89243e8beaf866a8ba82f943e8906e9095d1da15cac84"
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_the_order_of_keys_does_not_matter() -> None:
    assert digest(dict(reversed(CONTENT.items()))) == digest(CONTENT)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Елка"},
        {"title": "Ёлка "},
        {"title": ""},
        {"url": ""},
        {"byline": CONTENT["byline"][::-1]},
        {"byline": CONTENT["byline"][:1]},
        {"more": ""},
    ],
)
def test_every_difference_counts(change: dict) -> None:
    assert digest(CONTENT | change) != digest(CONTENT)
