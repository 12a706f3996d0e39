"""The Atom feed (RFC 4287): every author in order, the whole text, ids that stay."""

from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from articles.models import Article, Byline
from articles.press.withdraw import withdraw
from tests.articles.reading.addresses import FEEDS, OUTLET, page
from tests.factories import make_article, make_author, make_topic, publish

OTHER = {"en": "ru", "ru": "en"}
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FIRST, SECOND = datetime(2020, 3, 4, 5, 6, 7, tzinfo=UTC), datetime(2022, 5, 6, tzinfo=UTC)


def read(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def names(entry: Element, element: str) -> list[str]:
    return [person.findtext(f"{ATOM}name") for person in entry.findall(f"{ATOM}{element}")]


@pytest.fixture
def signed(db: None) -> Article:
    """A text by three authors, edited by one person and, in Russian, translated by another."""
    authors = [make_author(slug) for slug in ("zoe-young", "ann-archer", "max-meyer")]
    article = make_article(authors=authors, topics=[make_topic()])
    Byline.objects.create(article=article, position=8, role="translator", language="ru", author=make_author("tom-tow"))
    Byline.objects.create(article=article, position=9, role="editor", author=make_author("eva-eden"))
    return article


@pytest.mark.usefixtures("seed")
def test_the_seed_is_in_the_feed_with_all_that_belongs_to_it(client: Client, language: str) -> None:
    feed = read(client, page("atom", language))
    assert feed.tag == f"{ATOM}feed"
    assert feed.get(LANG) == language
    [entry] = feed.findall(f"{ATOM}entry")
    links = entry.findall(f"{ATOM}link")
    assert [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in links] == [
        ("alternate", language, f"http://localhost{page('article', language)}"),
        ("alternate", OTHER[language], f"http://localhost{page('article', OTHER[language])}"),
        ("related", None, OUTLET),
    ]
    assert (
        names(entry, "author")
        == {
            "en": ["Ivan Timofeev", "Samuel Charap"],
            "ru": ["Иван Тимофеев", "Сэмюэл Чарап"],
        }[language]
    )
    assert entry.findtext(f"{ATOM}id") == f"tag:localhost,2026:{language}/articles/charap-timofeev"
    assert entry.findtext(f"{ATOM}published") == "2026-11-23T09:00:00+00:00"
    topic = {"en": "U.S.–Russia relations", "ru": "Российско-американские отношения"}[language]
    assert [one.get("term") for one in entry.findall(f"{ATOM}category")] == [topic]


def test_a_feed_names_itself_its_page_and_an_id_of_its_own(client: Client, signed: Article, language: str) -> None:
    publish(signed)
    site = read(client, f"/{language}/feed.atom")
    author = read(client, f"/{language}/authors/zoe-young/feed.atom")
    assert {link.get("rel"): link.get("href") for link in site.findall(f"{ATOM}link")} == {
        "alternate": f"http://localhost/{language}/",
        "self": f"http://localhost/{language}/feed.atom",
    }
    assert {link.get("rel"): link.get("href") for link in author.findall(f"{ATOM}link")} == {
        "alternate": f"http://localhost/{language}/authors/zoe-young/",
        "self": f"http://localhost/{language}/authors/zoe-young/feed.atom",
    }
    assert site.findtext(f"{ATOM}id") == f"tag:localhost,2026:{language}/{language}/"
    assert author.findtext(f"{ATOM}id") == f"tag:localhost,2026:{language}/{language}/authors/zoe-young/"


def test_authors_stand_in_their_order_and_helpers_are_contributors(
    client: Client, signed: Article, language: str
) -> None:
    publish(signed)
    [entry] = read(client, f"/{language}/feed.atom").findall(f"{ATOM}entry")
    assert (
        names(entry, "author")
        == {
            "en": ["Zoe Young", "Ann Archer", "Max Meyer"],
            "ru": ["Zoe-ру Young", "Ann-ру Archer", "Max-ру Meyer"],
        }[language]
    )
    helpers = {"en": ["Eva Eden"], "ru": ["Tom-ру Tow", "Eva-ру Eden"]}
    assert names(entry, "contributor") == helpers[language]


@pytest.mark.django_db
def test_the_whole_text_is_in_it_as_html(client: Client, language: str) -> None:
    html = '<p>One &amp; <a href="https://example.org/?a=1&amp;b=2">two</a> &lt;3.</p>\n<p>]]&gt;</p>'
    publish(make_article(**{f"full_text_{language}": html}))
    [entry] = read(client, f"/{language}/feed.atom").findall(f"{ATOM}entry")
    content = entry.find(f"{ATOM}content")
    assert (content.get("type"), content.get(LANG), content.text) == ("html", language, html)


def test_a_correction_keeps_the_id_and_moves_updated(client: Client, signed: Article, language: str) -> None:
    publish(signed, at=FIRST)
    [before] = read(client, f"/{language}/feed.atom").findall(f"{ATOM}entry")
    setattr(signed, f"title_{language}", "Corrected")
    setattr(signed, f"slug_{language}", "corrected")
    signed.save()
    publish(signed, language, at=SECOND)
    [after] = read(client, f"/{language}/feed.atom").findall(f"{ATOM}entry")
    assert after.findtext(f"{ATOM}title") == "Corrected"
    for unchanged in ("id", "published"):
        assert after.findtext(f"{ATOM}{unchanged}") == before.findtext(f"{ATOM}{unchanged}")
    assert before.findtext(f"{ATOM}updated") == "2020-03-04T05:06:07+00:00"
    assert after.findtext(f"{ATOM}updated") == "2022-05-06T00:00:00+00:00"
    assert read(client, f"/{language}/feed.atom").findtext(f"{ATOM}updated") == "2022-05-06T00:00:00+00:00"


def test_the_two_languages_of_a_text_are_two_entries(client: Client, signed: Article) -> None:
    publish(signed)
    ids = [read(client, f"/{code}/feed.atom").findtext(f"{ATOM}entry/{ATOM}id") for code in ("en", "ru")]
    assert ids == ["tag:localhost,2026:en/articles/treaty", "tag:localhost,2026:ru/articles/treaty"]


@pytest.mark.django_db
def test_newest_first_and_twenty_at_most(client: Client, language: str) -> None:
    author = make_author()
    for day in range(1, 23):
        publish(make_article(f"text-{day}", authors=[author]), language, at=datetime(2020, 1, day, tzinfo=UTC))
    entries = read(client, f"/{language}/feed.atom").findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id").rpartition("-")[2] for entry in entries] == [
        str(day) for day in range(22, 2, -1)
    ]


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.usefixtures("seed")
def test_a_withdrawn_text_is_in_no_feed(client: Client, name: str, language: str) -> None:
    withdraw(Article.objects.get().editions.get(language=language), by=None, reason="A mistake.")
    response = client.get(page(name, language))
    assert response.status_code == (200 if name in ("atom", "json") else 404)
    assert b"charap-timofeev" not in response.content


@pytest.mark.django_db
def test_an_empty_site_has_an_empty_feed(client: Client, language: str) -> None:
    feed = read(client, f"/{language}/feed.atom")
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated")


@pytest.mark.parametrize("name", ["atom", "json"])
@pytest.mark.usefixtures("seed")
def test_a_hub_is_named_where_there_is_one(client: Client, name: str, language: str, settings) -> None:
    without = client.get(page(name, language)).content
    assert b"hub" not in without
    settings.WEBSUB_HUB = "https://hub.example/"
    with_hub = client.get(page(name, language))
    if name == "json":
        assert with_hub.json()["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    else:
        links = ElementTree.fromstring(with_hub.content).findall(f"{ATOM}link")
        assert [link.get("href") for link in links if link.get("rel") == "hub"] == ["https://hub.example/"]


@pytest.mark.django_db
def test_a_slip_of_the_pen_moves_nothing(client: Client, language: str) -> None:
    article = make_article()
    publish(article, at=FIRST)
    setattr(article, f"title_{language}", "Mended")
    article.save()
    publish(article, language, at=SECOND, note="A comma.", change="minor")
    [entry] = read(client, f"/{language}/feed.atom").findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Mended"
    assert entry.findtext(f"{ATOM}updated") == "2020-03-04T05:06:07+00:00"
    [item] = client.get(f"/{language}/feed.json").json()["items"]
    assert item["date_modified"] == "2020-03-04T05:06:07+00:00"
