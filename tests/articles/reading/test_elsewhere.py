"""Addresses without a live edition: moved, in another language only, withdrawn, or nothing at all."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from articles.press.withdraw import withdraw
from tests.articles.reading.html import alternates, links, parse, text_of
from tests.factories import make_article, make_author, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}
OF_ARTICLE = ["", "short/", "editions/", "editions/1/", "cite.bib", "cite.ris", "cite.json", "editions/1/cite.json"]


@pytest.mark.parametrize("rest", OF_ARTICLE)
def test_an_earlier_slug_leads_to_the_live_text_for_good(client: Client, language: str, rest: str) -> None:
    article = make_article()
    publish(article, at=datetime(2020, 1, 1, tzinfo=UTC))
    setattr(article, f"slug_{language}", "renamed")
    article.save()
    publish(article)
    response = client.get(f"/{language}/articles/treaty-{language}/{rest}")
    assert (response.status_code, response["Location"]) == (301, f"/{language}/articles/renamed/{rest}")
    assert client.get(f"/{language}/articles/renamed/{rest}").status_code == 200


@pytest.mark.parametrize("rest", OF_ARTICLE)
def test_the_other_languages_slug_leads_to_the_twin_for_now(client: Client, language: str, rest: str) -> None:
    publish(make_article())
    response = client.get(f"/{language}/articles/treaty-{OTHER[language]}/{rest}")
    assert (response.status_code, response["Location"]) == (302, f"/{language}/articles/treaty-{language}/{rest}")
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("rest", OF_ARTICLE)
def test_a_language_not_published_names_the_one_that_is_and_nothing_of_its_text(
    client: Client, language: str, rest: str
) -> None:
    author = make_author("zed-zembargoz", given_name_en="Zed", given_name_ru="Зед")
    texts = {f"{field}_{language}": "Zembargoz" for field in ("title", "standfirst", "short_text", "full_text")}
    publish(make_article(authors=[author], **texts), language)
    response = client.get(f"/{OTHER[language]}/articles/treaty-{language}/{rest}")
    assert response.status_code == 404
    assert response["Content-Language"] == OTHER[language]
    assert response["Cache-Control"] == "no-store"
    assert "zembargoz" not in response.content.decode().casefold()
    root = parse(response)
    assert root.get("lang") == OTHER[language]
    link = links(root.find(".//main"))[f"/{language}/articles/treaty-{language}/"]
    assert (link.get("hreflang"), link.get("lang")) == (language, language)
    assert text_of(link) == {"en": "English", "ru": "Русский"}[language]
    assert alternates(root) == {}


def test_the_slug_a_draft_will_have_is_unknown(client: Client, language: str) -> None:
    publish(make_article(), language)
    other = OTHER[language]
    response = client.get(f"/{other}/articles/treaty-{other}/")
    assert response.status_code == 404
    assert f"treaty-{language}" not in response.content.decode()


@pytest.mark.parametrize("rest", OF_ARTICLE)
def test_a_withdrawn_text_answers_with_its_dated_note(client: Client, clock, language: str, rest: str) -> None:
    clock(datetime(2030, 5, 2, 12, 0, tzinfo=UTC))
    editions = publish(make_article())
    withdraw(editions[language], by=None, reason="The figures were <wrong>.")
    response = client.get(f"/{language}/articles/treaty-{language}/{rest}")
    assert response.status_code == 410
    assert response["Content-Language"] == language
    assert response["Cache-Control"].startswith("public, max-age=0, s-maxage=300")  # in the place of the text
    root = parse(response)
    main = root.find(".//main")
    assert "The figures were <wrong>." in text_of(main)
    assert main.find(".//time").get("datetime") == "2030-05-02"
    assert text_of(main.find(".//time")) == {"en": "2 May 2030", "ru": "2 мая 2030 г."}[language]
    assert {"en": "Title of treaty", "ru": "Заглавие treaty"}[language] not in text_of(root)
    assert f"/{OTHER[language]}/articles/treaty-{OTHER[language]}/" in links(main)
    assert alternates(root) == {}


def test_a_withdrawal_in_one_language_leaves_the_other_live_and_without_a_link_back(
    client: Client, language: str
) -> None:
    editions = publish(make_article())
    withdraw(editions[language], by=None, reason="A mistake.")
    other = OTHER[language]
    response = client.get(f"/{other}/articles/treaty-{other}/")
    assert response.status_code == 200
    assert f"/{language}/articles/treaty-{language}/" not in response.content.decode()
    assert f"treaty-{language}" not in client.get("/sitemap.xml").content.decode()
    assert f"treaty-{language}" not in client.get(f"/{language}/feed.atom").content.decode()
    assert f"treaty-{language}" not in client.get(f"/{language}/articles/").content.decode()


def test_a_text_withdrawn_in_both_languages_names_no_other(client: Client, language: str) -> None:
    for edition in publish(make_article()).values():
        withdraw(edition, by=None, reason="A mistake.")
    response = client.get(f"/{language}/articles/treaty-{language}/")
    assert response.status_code == 410
    assert f"treaty-{OTHER[language]}" not in response.content.decode()
    assert client.get(f"/{language}/authors/author-of-treaty/").status_code == 404


def test_a_withdrawn_text_that_never_became_public_was_never_there(client: Client, language: str) -> None:
    editions = publish(make_article(), at=datetime(2040, 1, 1, tzinfo=UTC))
    withdraw(editions[language], by=None, reason="Too early.")
    assert client.get(f"/{language}/articles/treaty-{language}/").status_code == 404


def test_a_text_released_again_after_its_withdrawal_is_back(client: Client, language: str) -> None:
    article = make_article()
    withdraw(publish(article)[language], by=None, reason="A mistake.")
    publish(article, language)
    assert client.get(f"/{language}/articles/treaty-{language}/").status_code == 200
    assert client.get(f"/{language}/articles/treaty-{language}/editions/2/").status_code == 200
    assert client.get(f"/{language}/articles/treaty-{language}/editions/1/").status_code == 410


def test_a_text_released_while_its_address_is_answered_is_not_led_back_there_for_good(
    client: Client, language: str
) -> None:
    """The first question found nothing live, a release came, and the next one found it under this very address."""
    article = make_article()
    released = []

    def release_between(execute: Callable, sql: str, *rest: Any) -> Any:
        found = execute(sql, *rest)
        if not released and "articles_edition" in sql:
            released.append(True)
            publish(article)
        return found

    address = f"/{language}/articles/treaty-{language}/"
    with connection.execute_wrapper(release_between):
        response = client.get(address)
    assert (response.status_code, response["Location"], response["Cache-Control"]) == (302, address, "no-store")
    assert client.get(address).status_code == 200
