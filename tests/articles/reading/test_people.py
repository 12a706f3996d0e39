"""The pages of people, organizations and topics: who they are, and which texts are theirs in which way."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Byline
from tests.articles.reading.html import by_class, links, parse, text_of
from tests.factories import make_article, make_author, make_organization, make_post, make_topic, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}


def sections(root) -> dict[str, list[str]]:
    """The addresses of the texts under each heading of a page."""
    named = {section.get("aria-labelledby"): by_class(section, "item-title") for section in root.iter("section")}
    return {name: [next(iter(links(item))) for item in items] for name, items in named.items() if items}


def sign(article, author, role: str, *languages: str) -> None:
    for place, code in enumerate(languages or ("",), start=8):
        Byline.objects.create(article=article, author=author, role=role, language=code, position=place)


def test_what_somebody_wrote_translated_and_edited_stands_apart(client: Client, language: str) -> None:
    ada, bea = make_author("ada-lovelace"), make_author("bea-potter")
    written = make_article("written", authors=[ada, bea])
    translated, edited = make_article("translated", authors=[bea]), make_article("edited", authors=[bea])
    sign(translated, ada, "translator", "en", "ru")
    sign(edited, ada, "editor")
    for article in (written, translated, edited):
        publish(article)
    root = parse(client.get(f"/{language}/authors/ada-lovelace/"))
    assert sections(root) == {
        "author-of": [f"/{language}/articles/written-{language}/"],
        "translator-of": [f"/{language}/articles/translated-{language}/"],
        "editor-of": [f"/{language}/articles/edited-{language}/"],
    }
    [first, *_] = by_class(root, "item")
    assert bea.name(language) in text_of(first)


def test_editing_alone_makes_nobody_public(client: Client, language: str) -> None:
    article = make_article(authors=[make_author("bea-potter")])
    sign(article, make_author("ada-lovelace"), "editor")
    publish(article)
    assert client.get(f"/{language}/authors/ada-lovelace/").status_code == 404
    assert "ada-lovelace" not in client.get(f"/{language}/authors/").content.decode()


def test_names_in_other_letters_say_so(client: Client, language: str) -> None:
    names = {
        "given_name_en": "Samuel",
        "family_name_en": "Charap",
        "given_name_ru": "Сэмюэл",
        "family_name_ru": "Чарап",
    }
    publish(make_article(authors=[make_author("charap", **names, aliases="Самуэль Чарап\nSam Charap\nSamuel Charap")]))
    [also] = by_class(parse(client.get(f"/{language}/authors/charap/")), "also")
    spans = [(one.get("lang"), text_of(one)) for one in also if not one.get("class")]
    assert (
        spans
        == {
            "en": [("ru", "Сэмюэл Чарап"), ("ru", "Самуэль Чарап"), (None, "Sam Charap")],
            "ru": [("en", "Samuel Charap"), (None, "Самуэль Чарап"), ("en", "Sam Charap")],
        }[language]
    )


def test_without_a_portrait_there_is_a_sign_that_is_not_read_out(client: Client, language: str) -> None:
    names = {
        "given_name_en": "Samuel",
        "family_name_en": "Charap",
        "given_name_ru": "Сэмюэл",
        "family_name_ru": "Чарап",
    }
    publish(make_article(authors=[make_author("charap", **names)]))
    [monogram] = by_class(parse(client.get(f"/{language}/authors/charap/")), "monogram")
    assert monogram.get("aria-hidden") == "true"
    assert text_of(monogram) == {"en": "SC", "ru": "СЧ"}[language]


def test_posts_of_today_and_earlier_ones_stand_apart_and_those_to_come_nowhere(client: Client, language: str) -> None:
    ada, today = make_author("ada-lovelace"), timezone.localdate()
    make_post(ada, make_organization("now"), since=date(2001, 1, 1))
    make_post(ada, make_organization("then"), until=today)
    make_post(ada, make_organization("later"), since=today + timedelta(days=1))
    publish(make_article(authors=[ada]))
    root = parse(client.get(f"/{language}/authors/ada-lovelace/"))
    by_heading = {section.get("aria-labelledby"): list(links(section)) for section in root.iter("section")}
    assert by_heading["posts"] == [f"/{language}/organizations/now/"]
    assert by_heading["earlier-posts"] == [f"/{language}/organizations/then/"]
    assert f"/{language}/organizations/later/" not in links(root)


def test_an_authors_page_leads_to_their_feeds_and_their_orcid(client: Client, language: str) -> None:
    publish(make_article(authors=[make_author("ada-lovelace", orcid="0000-0002-1825-0097")]))
    found = links(parse(client.get(f"/{language}/authors/ada-lovelace/")))
    feed = f"/{language}/authors/ada-lovelace/feed"
    assert {f"{feed}.atom", f"{feed}.json", "https://orcid.org/0000-0002-1825-0097"} <= set(found)


def test_authors_stand_under_the_letters_of_their_family_names(client: Client, language: str) -> None:
    names = [("Ёлкина", "Ábel"), ("Ежов", "Zimmer"), ("Абель", "Abe")]
    people = [
        make_author(f"p-{place}", family_name_en=english, family_name_ru=russian, given_name_en="Z", given_name_ru="Я")
        for place, (russian, english) in enumerate(names)
    ]
    publish(make_article(authors=people))
    root = parse(client.get(f"/{language}/authors/"))
    found = [
        (text_of(one.find("h2")), [text_of(name) for name in by_class(one, "name")]) for one in by_class(root, "letter")
    ]
    assert (
        found
        == {
            "en": [("A", ["Z Abe", "Z Ábel"]), ("Z", ["Z Zimmer"])],
            "ru": [("А", ["Я Абель"]), ("Е", ["Я Ежов", "Я Ёлкина"])],
        }[language]
    )
    [nav] = by_class(root, "letters")
    assert list(links(nav)) == ["#letter-1", "#letter-2"]


def test_an_organization_has_what_it_signs_what_its_people_wrote_then_and_what_it_carries(
    client: Client, language: str
) -> None:
    institute = make_organization("institute")
    ada, bea = make_author("ada-lovelace"), make_author("bea-potter")
    make_post(ada, institute, since=date(2015, 1, 1), until=date(2018, 1, 1))
    signed, carried = make_article("signed", authors=[bea]), make_article("carried", authors=[bea], outlet=institute)
    Byline.objects.create(article=signed, organization=institute, position=5)
    publish(signed, at=datetime(2011, 1, 1, tzinfo=UTC))
    publish(carried, at=datetime(2012, 1, 1, tzinfo=UTC))
    for key, year in (("before", 2014), ("during", 2017), ("on-the-last-day", 2018)):
        publish(make_article(key, authors=[ada]), at=datetime(year, 1, 1, tzinfo=UTC))
    root = parse(client.get(f"/{language}/organizations/institute/"))
    assert sections(root) == {
        "signed": [f"/{language}/articles/signed-{language}/"],
        "written": [f"/{language}/articles/during-{language}/"],
        "carried": [f"/{language}/articles/carried-{language}/"],
    }
    by_heading = {section.get("aria-labelledby"): list(links(section)) for section in root.iter("section")}
    assert by_heading["earlier-people"] == [f"/{language}/authors/ada-lovelace/"]
    assert "people" not in by_heading


def test_nobody_is_named_at_an_organization_before_a_text_of_theirs_in_that_language(
    client: Client, language: str
) -> None:
    institute = make_organization("institute")
    ada, bea = make_author("ada-lovelace", post_at=institute), make_author("bea-potter", post_at=institute)
    publish(make_article("one", authors=[ada]))
    publish(make_article("two", authors=[bea]), OTHER[language])
    page = client.get(f"/{language}/organizations/institute/").content.decode()
    assert "ada-lovelace" in page
    assert "bea-potter" not in page


def test_topics_are_counted_by_what_is_live_in_the_language(client: Client, language: str) -> None:
    treaties, minor = make_topic("treaties"), make_topic("minor")
    make_topic("unused")
    publish(make_article("one", topics=[treaties, minor]), at=datetime(2020, 1, 1, tzinfo=UTC))
    publish(make_article("two", topics=[treaties]))
    publish(make_article("three", topics=[treaties]), OTHER[language])
    root = parse(client.get(f"/{language}/topics/"))
    [shown] = by_class(root, "topics")
    assert [text_of(one) for one in shown.iter("li")] == {
        "en": ["Topic minor 1 text", "Topic treaties 2 texts"],
        "ru": ["Тема minor 1 текст", "Тема treaties 2 текста"],
    }[language]


@pytest.mark.parametrize("name", ["about", "topics"])
def test_every_page_leads_there(client: Client, name: str, language: str) -> None:
    assert f"/{language}/{name}/" in links(parse(client.get(f"/{language}/")))
