"""Structured data on a text's page: schema.org's words for what the page says, safe inside a script element."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article, Byline
from articles.press.release import release
from tests.factories import make_article, make_author, make_organization, publish

pytestmark = pytest.mark.django_db

FIRST, THIRD_OF_MAY = datetime(2026, 1, 2, 9, tzinfo=UTC), datetime(2026, 5, 3, 10, tzinfo=UTC)
NAMES = {
    "en": ["Vera V", "Anna A", "Organization institute"],
    "ru": ["Vera-ру V", "Anna-ру A", "Организация institute"],
}


def source(client: Client, language: str, rest: str = "") -> str:
    html = client.get(f"/{language}/articles/treaty-{language}/{rest}").content.decode()
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return found


def article(**fields: str) -> Article:
    made = make_article(authors=[make_author("vera-v"), make_author("anna-a")], **fields)
    Byline.objects.create(article=made, organization=make_organization(), position=3)
    Byline.objects.create(article=made, author=make_author("boris-b"), role="translator", position=4)
    return made


def test_a_text_is_an_opinion_with_its_authors_in_the_order_of_the_byline(client: Client, language: str) -> None:
    publish(article(), at=FIRST)
    names = NAMES[language]
    assert json.loads(source(client, language)) == {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "url": f"http://localhost/{language}/articles/treaty-{language}/",
        "headline": {"en": "Title of treaty", "ru": "Заглавие treaty"}[language],
        "inLanguage": language,
        "datePublished": "2026-01-02T09:00:00+00:00",
        "dateModified": "2026-01-02T09:00:00+00:00",
        "version": 1,
        "author": [
            {"@type": "Person", "name": names[0], "url": f"http://localhost/{language}/authors/vera-v/"},
            {"@type": "Person", "name": names[1], "url": f"http://localhost/{language}/authors/anna-a/"},
            {
                "@type": "Organization",
                "name": names[2],
                "url": f"http://localhost/{language}/organizations/institute/",
            },
        ],
    }


def test_corrections_are_dated_comments_and_nothing_else_is(client: Client, language: str) -> None:
    made = article()
    publish(made, at=FIRST)
    for number, change in enumerate(("correction", "update", "minor")):
        Article.objects.update(**{f"title_{language}": change})
        at = THIRD_OF_MAY.replace(hour=10 + number)
        release(made, [language], at=at, note=f"What was a {change}.", change=change)
    data = json.loads(source(client, language))
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "What was a correction.",
            "datePublished": "2026-05-03T10:00:00+00:00",
        }
    ]
    assert (data["version"], data["dateModified"]) == (4, "2026-05-03T11:00:00+00:00")


def test_no_title_or_note_ends_the_script_element(client: Client, language: str) -> None:
    title = "</script><script>alert(1)</script><!-- & more"
    publish(article(**{f"title_{language}": title}))
    found = source(client, language)
    assert json.loads(found)["headline"] == title
    assert not set("<>&\u2028\u2029") & set(found)
    assert r"\u003C/script\u003E" in found


def test_the_short_text_is_the_same_article(client: Client, language: str) -> None:
    publish(article())
    assert source(client, language, "short/") == source(client, language)
