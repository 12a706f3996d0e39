"""Structured data on a text's page: schema.org's words for what the page says, safe inside a script element."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article, Byline
from articles.press.release import release
from articles.press.withdraw import withdraw
from tests.articles.reading.machines import nodes
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db

FIRST, THIRD_OF_MAY = datetime(2026, 1, 2, 9, tzinfo=UTC), datetime(2026, 5, 3, 10, tzinfo=UTC)
NAMES = {
    "en": ["Vera", "Anna", "Organization institute", "Boris"],
    "ru": ["Vera-ру", "Anna-ру", "Организация institute", "Boris-ру"],
}
POST = {"en": "Fellow, Organization academy", "ru": "Научный сотрудник, Организация academy"}
OTHER = {"en": "ru", "ru": "en"}


def data(client: Client, language: str, rest: str = "") -> dict:
    return nodes(client.get(f"/{language}/articles/treaty-{language}/{rest}"))["OpinionNewsArticle"]


def article(**fields: str) -> Article:
    vera = make_author("vera-v", orcid="0000-0002-1825-0097", post_at=make_organization("academy"))
    made = make_article(authors=[vera, make_author("anna-a")], topics=[make_topic()], **fields)
    institute = make_organization(ror="https://ror.org/00f2z7n96")
    Byline.objects.create(article=made, organization=institute, position=3)
    Byline.objects.create(article=made, author=make_author("boris-b"), role="translator", position=4)
    return made


def test_a_text_says_all_that_its_page_says(client: Client, language: str) -> None:
    publish(article(original_language="both"), at=FIRST)
    page, people = f"http://localhost/{language}/articles/treaty-{language}/", f"http://localhost/{language}/authors"
    institute = f"http://localhost/{language}/organizations/institute/"
    names = NAMES[language]
    assert data(client, language) == {
        "@type": "OpinionNewsArticle",
        "@id": f"{page}#article",
        "url": page,
        "mainEntityOfPage": {"@type": "WebPage", "@id": page},
        "headline": {"en": "Title of treaty", "ru": "Заглавие treaty"}[language],
        "description": {"en": "Full text of treaty.", "ru": "Полный текст treaty."}[language],
        "inLanguage": language,
        "datePublished": "2026-01-02T09:00:00+00:00",
        "dateModified": "2026-01-02T09:00:00+00:00",
        "version": 1,
        "wordCount": {"en": 4, "ru": 3}[language],
        "timeRequired": "PT1M",
        "isAccessibleForFree": True,
        "author": [
            {
                "@type": "Person",
                "@id": f"{page}#author-1",
                "name": f"{names[0]} V",
                "givenName": names[0],
                "familyName": "V",
                "jobTitle": POST[language],
                "affiliation": [{"@type": "Organization", "name": POST[language].partition(", ")[2]}],
                "identifier": {
                    "@type": "PropertyValue",
                    "propertyID": "ORCID",
                    "value": "0000-0002-1825-0097",
                    "url": "https://orcid.org/0000-0002-1825-0097",
                },
                "url": f"{people}/vera-v/",
                "sameAs": [f"{people}/vera-v/", "https://orcid.org/0000-0002-1825-0097"],
            },
            {
                "@type": "Person",
                "@id": f"{page}#author-2",
                "name": f"{names[1]} A",
                "givenName": names[1],
                "familyName": "A",
                "url": f"{people}/anna-a/",
                "sameAs": [f"{people}/anna-a/"],
            },
            {
                "@type": "Organization",
                "@id": f"{page}#author-3",
                "name": names[2],
                "identifier": {
                    "@type": "PropertyValue",
                    "propertyID": "ROR",
                    "value": "00f2z7n96",
                    "url": "https://ror.org/00f2z7n96",
                },
                "url": institute,
                "sameAs": [institute, "https://ror.org/00f2z7n96"],
            },
        ],
        "translator": [
            {
                "@type": "Person",
                "@id": f"{page}#translator-1",
                "name": f"{names[3]} B",
                "givenName": names[3],
                "familyName": "B",
                "url": f"{people}/boris-b/",
                "sameAs": [f"{people}/boris-b/"],
            }
        ],
        "publisher": {"@id": "http://localhost/#publisher"},
        "image": [{"@type": "ImageObject", "url": f"{page}share.png", "width": 1200, "height": 630}],
        "about": [
            {
                "@type": "Thing",
                "name": {"en": "Topic treaties", "ru": "Тема treaties"}[language],
                "url": f"http://localhost/{language}/topics/treaties/",
            }
        ],
    }


def test_corrections_are_dated_comments_and_nothing_else_is(client: Client, language: str) -> None:
    made = article()
    publish(made, at=FIRST)
    for number, change in enumerate(("correction", "update", "minor")):
        Article.objects.update(**{f"title_{language}": change})
        at = THIRD_OF_MAY.replace(hour=10 + number)
        release(made, [language], at=at, note=f"What was a {change}.", change=change)
    found = data(client, language)
    assert found["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "What was a correction.",
            "datePublished": "2026-05-03T10:00:00+00:00",
        }
    ]
    assert (found["version"], found["dateModified"]) == (4, "2026-05-03T11:00:00+00:00")


def test_an_older_edition_has_its_own_address_and_version_and_names_the_page_of_today(
    client: Client, language: str
) -> None:
    made = article(original_language="en")
    publish(made, at=FIRST)
    before = data(client, language)
    Article.objects.update(**{f"title_{language}": "Changed"})
    publish(made, language, at=THIRD_OF_MAY)
    page = f"http://localhost/{language}/articles/treaty-{language}/"
    older, today = data(client, language, "editions/1/"), data(client, language, "editions/2/")
    assert older["@id"] == f"{page}editions/1/#article"
    assert older["url"] == f"{page}editions/1/"
    assert older["mainEntityOfPage"]["@id"] == page
    assert (older["version"], older["headline"]) == (1, before["headline"])
    assert [one["name"] for one in older["author"]] == [one["name"] for one in before["author"]]
    assert [one for one in older["author"] if "url" in one] == []
    assert {"workTranslation", "translationOfWork", "about"} & set(older) == set()
    assert today == data(client, language)
    assert (today["@id"], today["version"], today["headline"]) == (f"{page}#article", 2, "Changed")


def test_only_a_live_twin_is_named(client: Client, language: str) -> None:
    made = article(original_language="en")
    word = {"en": "workTranslation", "ru": "translationOfWork"}[language]
    publish(made, language, at=FIRST)
    assert word not in data(client, language)
    [twin] = publish(made, OTHER[language], at=FIRST).values()
    assert word in data(client, language)
    withdraw(twin, by=None, reason="A mistake.")
    assert word not in data(client, language)


def test_a_picture_is_named_beside_the_drawn_one(client: Client, language: str) -> None:
    words = {
        "image_alt_en": "A table.",
        "image_alt_ru": "Стол.",
        "image_credit_en": "A. B.",
        "image_credit_ru": "А. Б.",
    }
    publish(article(image="articles/two tables.jpg", **words))
    assert data(client, language)["image"][1] == {
        "@type": "ImageObject",
        "url": "http://localhost/media/articles/two%20tables.jpg",
        "caption": {"en": "A table.", "ru": "Стол."}[language],
        "creditText": {"en": "A. B.", "ru": "А. Б."}[language],
    }


def test_no_title_or_note_ends_the_script_element(client: Client, language: str) -> None:
    title = "</script><script>alert(1)</script><!-- & more"
    publish(article(**{f"title_{language}": title}))
    assert data(client, language)["headline"] == title
    html = client.get(f"/{language}/articles/treaty-{language}/").content.decode()
    inside = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(inside)
    assert r"\u003C/script\u003E" in inside


def test_the_short_text_is_the_same_article(client: Client, language: str) -> None:
    publish(article())
    assert data(client, language, "short/") == data(client, language)
