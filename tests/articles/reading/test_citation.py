"""How a page says that it is cited: a line to copy, files to download, and tags that machines read."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.articles.reading.addresses import PAGES, SLUGS, page
from tests.articles.reading.html import by_class, links, parse, text_of
from tests.articles.texts.citation.references import openurl
from tests.factories import make_article, publish

LINES = {
    "en": (
        "Timofeev, Ivan, and Samuel Charap. “Can Washington and Moscow Agree to Limit Political Interference?” "
        "Diptych, November 23, 2026. Edition 1. "
        "http://localhost/en/articles/can-washington-and-moscow-agree-to-limit-political-interference/{rest}."
    ),
    "ru": (
        "Тимофеев И., Чарап С. Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства? "
        "[Электронный ресурс] : пер. с англ. // Диптих. 2026. 23 ноября. Редакция 1. URL: http://localhost/ru/articles/"
        "smogut-li-vashington-i-moskva-dogovoritsya-ob-ogranichenii-politicheskogo/{rest}"
    ),
}
HINTS = {
    "en": "If your style asks for an access date, add the day you read this.",
    "ru": "Если нужна дата обращения, допишите её в скобках: (дата обращения: ДД.ММ.ГГГГ).",
}
# An edition is cited at its own address where it is read there; a variant at the text's canonical one.
CITED = {"article": "", "short": "", "edition": "editions/1/"}


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(("name", "rest"), CITED.items())
class TestSeed:
    def test_the_line_to_copy_is_that_of_the_edition_read(
        self, client: Client, name: str, rest: str, language: str
    ) -> None:
        [section] = by_class(parse(client.get(page(name, language))), "cite")
        assert section.tag == "details"
        assert text_of(by_class(section, "cite-line")[0]) == LINES[language].format(rest=rest)
        assert text_of(by_class(section, "cite-hint")[0]) == HINTS[language]

    def test_the_files_are_there(self, client: Client, name: str, rest: str, language: str) -> None:
        [section] = by_class(parse(client.get(page(name, language))), "cite")
        start = f"/{language}/articles/{SLUGS[language]}/{rest}cite"
        assert {href: text_of(link) for href, link in links(section).items()} == {
            f"{start}.bib": "BibLaTeX",
            f"{start}.ris": "RIS",
            f"{start}.json": "CSL-JSON",
        }
        assert [client.get(href).status_code for href in links(section)] == [200, 200, 200]

    def test_highwire_tags(self, client: Client, name: str, rest: str, language: str) -> None:
        tags = parse(client.get(page(name, language))).iter("meta")
        found = [(tag.get("name"), tag.get("content")) for tag in tags if "citation_" in (tag.get("name") or "")]
        address = f"http://localhost/{language}/articles/{SLUGS[language]}/{rest}"
        authors = {"en": ("Timofeev, Ivan", "Charap, Samuel"), "ru": ("Тимофеев, Иван", "Чарап, Сэмюэл")}[language]
        assert found[1:] == [
            ("citation_author", authors[0]),
            ("citation_author", authors[1]),
            ("citation_publication_date", "2026/11/23"),
            ("citation_journal_title", {"en": "Diptych", "ru": "Диптих"}[language]),
            ("citation_language", language),
            ("citation_fulltext_html_url", address),
            ("citation_public_url", address),
        ]
        assert found[0][0] == "citation_title"

    def test_coins(self, client: Client, name: str, rest: str, language: str) -> None:
        [span] = by_class(parse(client.get(page(name, language))), "Z3988")
        found = dict(openurl(span.get("title")))
        assert found["ctx_ver"] == "Z39.88-2004"
        assert found["rft_id"] == f"http://localhost/{language}/articles/{SLUGS[language]}/{rest}"
        assert found["rft.date"] == "2026-11-23"


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("name", [name for name in PAGES if name not in CITED])
def test_no_other_page_says_that_it_is_a_text(client: Client, name: str, language: str) -> None:
    html = client.get(page(name, language)).content.decode()
    assert "citation_" not in html
    assert "Z3988" not in html


@pytest.mark.django_db
def test_a_title_with_signs_of_html_is_cited_letter_by_letter(client: Client, language: str) -> None:
    title = "“A” <b> & \"c\" 'd'"
    publish(make_article(**{f"title_{language}": title}), at=datetime(2020, 1, 1, tzinfo=UTC))
    root = parse(client.get(f"/{language}/articles/treaty-{language}/"))
    assert root.find(".//meta[@name='citation_title']").get("content") == title
    assert dict(openurl(by_class(root, "Z3988")[0].get("title")))["rft.atitle"] == title
    assert "<b> & \"c\" 'd'" in text_of(by_class(root, "cite-line")[0])
