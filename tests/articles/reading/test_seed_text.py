"""The seed article reads on its pages word for word as in the documents it comes from."""

from html import unescape
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.articles.reading.addresses import OUTLET, page
from tests.articles.reading.html import as_stored, by_class, links, parse, text_of

pytestmark = pytest.mark.usefixtures("seed")

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures/documents"
VARIANTS = ("article", "short")
TITLES = {
    "en": "Can Washington and Moscow Agree to Limit Political Interference?",
    "ru": "Смогут ли Вашингтон и Москва договориться об ограничении политического вмешательства?",
}
BYLINES = {
    "en": [
        (
            "Ivan Timofeev",
            "PhD in Political Science, Director General of the Russian International Affairs Council, RIAC member",
        ),
        ("Samuel Charap", "Senior political scientist at the RAND Corporation"),
    ],
    "ru": [
        (
            "Иван Тимофеев",
            "Кандидат политических наук, генеральный директор Российского совета по международным делам, член РСМД",
        ),
        ("Сэмюэл Чарап", "Старший политолог корпорации RAND"),
    ],
}
LINKS = {
    "en": "Read full text in the War On The Rocks.",
    "ru": "Читайте полный текст на сайте War on the Rocks.",
}
REPEATS = {
    "en": "The complete text has not been published here. What stands below is its short version.",
    "ru": "Полный текст здесь не опубликован. Ниже — его краткая версия.",
}


def paragraphs(language: str, marker: str) -> list[str]:
    """The paragraphs of a section of a seed document."""
    lines = (DOCUMENTS / f"charap-timofeev.{language}.txt").read_text(encoding="utf-8-sig").splitlines()
    blocks = [line for line in lines if line]
    section = blocks[blocks.index(marker) + 1 :]
    return section[: section.index(LINKS[language])]


def without_islands(response: HttpResponse, language: str) -> str:
    """A page's source without the elements that say they are in another language."""
    root = parse(response)
    for parent in list(root.iter()):
        for child in [one for one in parent if one.get("lang") == language]:
            parent.remove(child)
    return unescape(tostring(root, encoding="unicode")).replace("\u00a0", " ")


SHORT = {"en": paragraphs("en", "Short version"), "ru": paragraphs("ru", "Краткая версия")}
FULL = {"en": paragraphs("en", "Full version"), "ru": paragraphs("ru", "Полная версия")}


@pytest.mark.parametrize(("variant", "texts"), [("article", FULL), ("short", SHORT)])
def test_every_paragraph_of_the_document_is_on_the_page_verbatim_and_in_order(
    client: Client, language: str, variant: str, texts: dict
) -> None:
    expected = texts[language]
    assert len(expected) == 3
    html = as_stored(client.get(page(variant, language)))
    assert [paragraph for paragraph in expected if paragraph not in html] == []
    assert sorted(expected, key=html.index) == expected


@pytest.mark.parametrize("variant", VARIANTS)
def test_title_authors_and_role_lines_stand_over_the_text(client: Client, language: str, variant: str) -> None:
    root = parse(client.get(page(variant, language)))
    assert text_of(root.find(".//h1")) == TITLES[language]
    [byline] = by_class(root, "byline")
    printed = [(text_of(by_class(line, "name")[0]), text_of(by_class(line, "credit")[0])) for line in byline.iter("li")]
    assert printed == BYLINES[language]


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_link_line_leads_to_the_complete_text(client: Client, language: str, variant: str) -> None:
    root = parse(client.get(page(variant, language)))
    assert text_of(links(root)[OUTLET]) == LINKS[language]


@pytest.mark.parametrize("name", ["article", "short", "edition"])
def test_a_russian_page_has_the_translators_note_and_no_english_text(client: Client, name: str) -> None:
    html = without_islands(client.get(page(name, "ru")), "en")
    assert "Перевод редакторов «Диптиха»; авторами не проверен." in html
    assert "Перевод с английского" in html
    english = [*SHORT["en"], *FULL["en"], TITLES["en"], *(part for line in BYLINES["en"] for part in line)]
    assert [text for text in english if text in html] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_an_english_page_is_no_translation_and_has_no_russian_text(client: Client, variant: str) -> None:
    root = parse(client.get(page(variant, "en")))
    html = without_islands(client.get(page(variant, "en")), "ru")
    russian = [*SHORT["ru"], TITLES["ru"], *(part for line in BYLINES["ru"] for part in line)]
    assert [text for text in russian if text in html] == []
    assert "Translated" not in text_of(root)


def test_the_full_page_admits_that_it_repeats_the_short_and_points_to_the_outlet(client: Client, language: str) -> None:
    root = parse(client.get(page("article", language)))
    [note] = [note for note in by_class(root, "note") if note.find("a[@href='#outlet']") is not None]
    assert REPEATS[language] in text_of(note)
    [target] = [element for element in root.iter() if element.get("id") == "outlet"]
    assert target.find("a").get("href") == OUTLET


def test_the_short_page_makes_no_such_confession(client: Client, language: str) -> None:
    root = parse(client.get(page("short", language)))
    assert REPEATS[language] not in text_of(root)
