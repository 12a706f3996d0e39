"""Links of a text that is read away from its page."""

import pytest

from articles.texts.absolute_links import with_absolute_links

PAGE = "https://example.org/en/articles/treaty/"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("#p3", f"{PAGE}#p3"),
        ("/en/authors/", "https://example.org/en/authors/"),
        ("short/?a=1&amp;b=2", f"{PAGE}short/?a=1&amp;b=2"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("https://else.example/?a=1&amp;b=2", "https://else.example/?a=1&amp;b=2"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_every_link_leads_where_it_led_on_the_page(link: str, expected: str) -> None:
    html = f'<p><a lang="en" href="{link}">One</a> href="#text"</p>'
    assert with_absolute_links(html, PAGE) == f'<p><a lang="en" href="{expected}">One</a> href="#text"</p>'
