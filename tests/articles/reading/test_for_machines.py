"""What feeds, structured data and OpenGraph say of a text agrees, as other people's readers find it."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from rdflib import URIRef

from articles.models import Article, Byline
from tests.articles.reading.addresses import FEEDS, OUTLET, PAGES, SLUGS, page
from tests.articles.reading.html import parse
from tests.articles.reading.json_feed_schema import JSON_FEED
from tests.articles.reading.machines import SCHEMA, as_graph, in_order, nodes, read_feed, structured_data
from tests.factories import make_article, make_author, make_organization, publish

OF_SEED = {code: f"http://localhost/{code}/articles/{slug}/" for code, slug in SLUGS.items()}
TRIO = {
    "en": ["Zoe Young", "Organization institute", "Ann Archer"],
    "ru": ["Zoe-ру Young", "Организация institute", "Ann-ру Archer"],
}
TRANSLATOR = {"en": [], "ru": ["Tom-ру Tow"]}
PAGES_OF_TRIO = ["authors/zoe-young", "organizations/institute", "authors/ann-archer"]


@pytest.fixture
def trio(db: None) -> Article:
    """A text by a person, an institute and another person, out of the order of the alphabet, put into Russian."""
    article = make_article(authors=[make_author("zoe-young")], original_language="en")
    Byline.objects.create(article=article, position=2, organization=make_organization("institute"))
    Byline.objects.create(article=article, position=3, author=make_author("ann-archer"))
    Byline.objects.create(article=article, position=4, role="translator", language="ru", author=make_author("tom-tow"))
    Byline.objects.create(article=article, position=5, role="editor", author=make_author("eva-eden"))
    publish(article, at=datetime(2020, 3, 4, tzinfo=UTC))
    return article


class TestAuthors:
    def test_are_the_same_and_in_the_same_order_everywhere(self, client: Client, trio: Article, language: str) -> None:
        address = f"http://localhost/{language}/articles/treaty-{language}/"
        response = client.get(f"/{language}/articles/treaty-{language}/")
        [entry] = read_feed(client, f"/{language}/feed.atom").entries
        [item] = client.get(f"/{language}/feed.json").json()["items"]
        assert [one.name for one in entry.authors] == TRIO[language]
        assert [one["name"] for one in item["authors"]] == TRIO[language]
        assert in_order(as_graph(response), f"{address}#article", "author") == TRIO[language]
        pages = [f"http://localhost/{language}/{one}/" for one in PAGES_OF_TRIO]
        assert [one.href for one in entry.authors] == pages
        assert [one["url"] for one in item["authors"]] == pages
        found = parse(response).findall(".//meta[@property='article:author']")
        assert [meta.get("content") for meta in found] == pages
        assert [one["url"] for one in nodes(response)["OpinionNewsArticle"]["author"]] == pages

    def test_translators_are_named_apart(self, client: Client, trio: Article, language: str) -> None:
        [entry] = read_feed(client, f"/{language}/feed.atom").entries
        [item] = client.get(f"/{language}/feed.json").json()["items"]
        article = nodes(client.get(f"/{language}/articles/treaty-{language}/"))["OpinionNewsArticle"]
        editor = {"en": "Eva Eden", "ru": "Eva-ру Eden"}[language]
        assert [one.name for one in entry.contributors] == [*TRANSLATOR[language], editor]
        assert [one["name"] for one in item["_diptych"].get("translators", [])] == TRANSLATOR[language]
        assert [one["name"] for one in article.get("translator", [])] == TRANSLATOR[language]
        assert [one["name"] for one in article["editor"]] == [editor]
        assert item["_diptych"]["editors"] == [{"name": editor}]


@pytest.mark.usefixtures("seed")
class TestFeeds:
    @pytest.mark.parametrize("name", [name for name in FEEDS if name.startswith("atom")])
    def test_a_feed_reader_finds_no_fault_in_atom(self, client: Client, name: str, language: str) -> None:
        feed = read_feed(client, page(name, language))
        assert feed.feed.language == language
        [entry] = feed.entries
        assert entry.link == OF_SEED[language]
        assert entry.id == f"tag:localhost,2026:{language}/articles/charap-timofeev"
        assert [one.name for one in entry.authors] == {
            "en": ["Ivan Timofeev", "Samuel Charap"],
            "ru": ["Иван Тимофеев", "Сэмюэл Чарап"],
        }[language]
        [content] = entry.content
        assert (content.type, content.language) == ("text/html", language)
        assert content.value.count("<p>") == 3

    @pytest.mark.parametrize("name", [name for name in FEEDS if name.startswith("json")])
    def test_a_json_feed_is_what_its_standard_says(self, client: Client, name: str, language: str) -> None:
        feed = client.get(page(name, language)).json()
        assert [error.message for error in Draft202012Validator(JSON_FEED).iter_errors(feed)] == []
        [item] = feed["items"]
        assert item["external_url"] == OUTLET
        assert item["content_html"].count("<p>") == 3

    def test_each_language_names_its_twin(self, client: Client, language: str) -> None:
        other = {"en": "ru", "ru": "en"}[language]
        [entry] = read_feed(client, page("atom", language)).entries
        alternates = {one.hreflang: one.href for one in entry.links if one.rel == "alternate"}
        assert alternates == OF_SEED
        assert next(one.href for one in entry.links if one.rel == "alternate") == OF_SEED[language]
        [item] = client.get(page("json", language)).json()["items"]
        assert item["_diptych"]["other_languages"] == [
            {
                "language": other,
                "id": f"tag:localhost,2026:{other}/articles/charap-timofeev",
                "url": OF_SEED[other],
            }
        ]


@pytest.mark.usefixtures("seed")
class TestStructuredData:
    def test_translations_name_one_another(self, client: Client) -> None:
        both = as_graph(*(client.get(page("article", code)) for code in ("en", "ru")))
        english, russian = (URIRef(f"{OF_SEED[code]}#article") for code in ("en", "ru"))
        assert set(both.subject_objects(SCHEMA.workTranslation)) == {(english, russian)}
        assert set(both.subject_objects(SCHEMA.translationOfWork)) == {(russian, english)}

    def test_the_authors_of_a_text_are_its_own_nodes(self, client: Client, language: str) -> None:
        found = nodes(client.get(page("article", language)))["OpinionNewsArticle"]["author"]
        own = OF_SEED[language]
        assert (
            found
            == {
                "en": [
                    {
                        "@type": "Person",
                        "@id": f"{own}#author-1",
                        "name": "Ivan Timofeev",
                        "givenName": "Ivan",
                        "familyName": "Timofeev",
                        "jobTitle": "PhD in Political Science, Director General of the Russian International "
                        "Affairs Council, RIAC member",
                        "affiliation": [{"@type": "Organization", "name": "Russian International Affairs Council"}],
                        "url": "http://localhost/en/authors/ivan-timofeev/",
                        "sameAs": ["http://localhost/en/authors/ivan-timofeev/"],
                    },
                    {
                        "@type": "Person",
                        "@id": f"{own}#author-2",
                        "name": "Samuel Charap",
                        "givenName": "Samuel",
                        "familyName": "Charap",
                        "jobTitle": "Senior political scientist at the RAND Corporation",
                        "affiliation": [{"@type": "Organization", "name": "RAND Corporation"}],
                        "url": "http://localhost/en/authors/samuel-charap/",
                        "sameAs": ["http://localhost/en/authors/samuel-charap/"],
                    },
                ],
                "ru": [
                    {
                        "@type": "Person",
                        "@id": f"{own}#author-1",
                        "name": "Иван Тимофеев",
                        "givenName": "Иван",
                        "familyName": "Тимофеев",
                        "jobTitle": "Кандидат политических наук, генеральный директор Российского совета "
                        "по международным делам, член РСМД",
                        "affiliation": [{"@type": "Organization", "name": "РСМД"}],
                        "url": "http://localhost/ru/authors/ivan-timofeev/",
                        "sameAs": ["http://localhost/ru/authors/ivan-timofeev/"],
                    },
                    {
                        "@type": "Person",
                        "@id": f"{own}#author-2",
                        "name": "Сэмюэл Чарап",
                        "givenName": "Сэмюэл",
                        "familyName": "Чарап",
                        "jobTitle": "Старший политолог корпорации RAND",
                        "affiliation": [{"@type": "Organization", "name": "RAND"}],
                        "url": "http://localhost/ru/authors/samuel-charap/",
                        "sameAs": ["http://localhost/ru/authors/samuel-charap/"],
                    },
                ],
            }[language]
        )

    def test_the_complete_text_stands_at_its_outlet(self, client: Client, language: str) -> None:
        assert nodes(client.get(page("article", language)))["OpinionNewsArticle"]["isBasedOn"] == {
            "@type": "Article",
            "@id": OUTLET,
            "url": OUTLET,
            "publisher": {
                "@type": "Organization",
                "name": "War on the Rocks",
                "url": f"http://localhost/{language}/organizations/war-on-the-rocks/",
            },
            "datePublished": "2019-06-13",
        }

    def test_the_way_to_a_page_has_names(self, client: Client, language: str) -> None:
        found = {
            name: [
                (step["name"], step["item"])
                for step in nodes(client.get(page(name, language)))["BreadcrumbList"]["itemListElement"]
            ]
            for name in ("article", "author", "organization", "topic")
        }
        site, articles, authors, organizations = {
            "en": ("Diptych", "Articles", "Authors", "Organizations"),
            "ru": ("Диптих", "Статьи", "Авторы", "Организации"),
        }[language]
        title, person, institute, topic = {
            "en": (
                "Can Washington and Moscow Agree to Limit Political Interference?",
                "Ivan Timofeev",
                "Russian International Affairs Council",
                "U.S.–Russia relations",
            ),
            "ru": (
                "Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства?",
                "Иван Тимофеев",
                "Российский совет по международным делам",
                "Российско-американские отношения",
            ),
        }[language]
        top = f"http://localhost/{language}/"
        assert found == {
            "article": [(site, top), (articles, f"{top}articles/"), (title, OF_SEED[language])],
            "author": [(site, top), (authors, f"{top}authors/"), (person, f"{top}authors/ivan-timofeev/")],
            "organization": [
                (site, top),
                (organizations, f"{top}organizations/"),
                (institute, f"{top}organizations/riac/"),
            ],
            "topic": [(site, top), (topic, f"{top}topics/us-russia-relations/")],
        }

    def test_every_name_that_a_graph_uses_for_a_node_of_its_page_is_one(self, client: Client, language: str) -> None:
        """A reference that leads nowhere would leave a text without its publisher."""
        for name in ("front", "article", "short", "edition", "author", "organization", "topic"):
            data = structured_data(client.get(page(name, language)))
            known = {node["@id"] for node in data["@graph"]}
            asked = set(re.findall(r"\{'@id': '([^']+)'\}", str(data)))
            assert asked <= known, name

    def test_a_page_has_one_graph_at_most(self, client: Client, language: str) -> None:
        counts = {name: client.get(page(name, language)).content.count(b"application/ld+json") for name in PAGES}
        assert counts == dict.fromkeys(PAGES, 1) | dict.fromkeys(
            ("archive", "year", "editions", "authors", "organizations", "topics", "about"), 0
        )


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("front", ""),
        ("article", ""),
        ("author", "authors/ivan-timofeev/"),
        ("organization", "organizations/riac/"),
        ("topic", "topics/us-russia-relations/"),
    ],
)
def test_a_page_names_the_feeds_that_follow_it(client: Client, name: str, place: str, language: str) -> None:
    found = parse(client.get(page(name, language))).findall(".//link[@rel='alternate'][@type]")
    feeds = {link.get("type"): link.get("href") for link in found}
    assert feeds == {
        "application/atom+xml": f"/{language}/{place}feed.atom",
        "application/feed+json": f"/{language}/{place}feed.json",
    }
    for kind, address in feeds.items():
        assert client.get(address)["Content-Type"].partition(";")[0] == kind
