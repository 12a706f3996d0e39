"""Both languages of a text side by side: what editions keep of what was made from what decides what stands level."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from articles.press.withdraw import withdraw
from tests.articles.reading.html import alternates, by_class, canonical, is_kept_from_search_engines, parse, text_of
from tests.articles.reading.split import ENGLISH, OTHER, ROWS, RUSSIAN, html, make_split, revise
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

GAP = {
    "en": "Nothing here corresponds to the paragraph beside it.",
    "ru": "Соседнему абзацу здесь ничего не соответствует.",
}
CHANGED = {
    "en": "The English paragraph has changed since this translation.",
    "ru": "С тех пор как сделан этот перевод, английский абзац изменился.",
}
ADDED = {
    "en": "The English paragraph was added after this translation.",
    "ru": "Английский абзац появился после того, как был сделан этот перевод.",
}
REMOVED = {
    "en": "The English paragraph was taken out after this translation.",
    "ru": "Английский абзац убрали после того, как был сделан этот перевод.",
}


def address(language: str, slug: str = "treaty") -> str:
    return f"/{language}/articles/{slug}-{language}/parallel/{OTHER[language]}/"


def opened(client: Client, language: str) -> Element:
    response = client.get(address(language))
    assert response.status_code == 200
    return parse(response)


def rows(page: Element) -> list[list[str]]:
    """The text of every cell, row by row, English first."""
    [around] = by_class(page, "rows")
    first = page.get("lang") == "en"
    return [[text_of(cell) for cell in (row if first else reversed(row))] for row in around]


def test_five_paragraphs_and_six_make_five_rows(client: Client, language: str) -> None:
    publish(make_split())
    assert rows(opened(client, language)) == [[" ".join(side) for side in row] for row in ROWS]


def test_the_pages_language_comes_first_and_every_cell_says_its_own(client: Client, language: str) -> None:
    publish(make_split())
    page = opened(client, language)
    [around] = by_class(page, "rows")
    assert page.get("lang") == language
    assert [[cell.get("lang") for cell in row] for row in around] == [[language, OTHER[language]]] * 5
    assert [span.get("lang") for span in page.find(".//h1")] == [language, OTHER[language]]


def test_the_single_page_is_canonical_and_the_switch_leads_to_the_same_here(client: Client, language: str) -> None:
    publish(make_split())
    page = opened(client, language)
    assert canonical(page) == f"http://localhost/{language}/articles/treaty-{language}/"
    assert alternates(page) == {}
    assert not is_kept_from_search_engines(page)
    [switch] = by_class(page, "languages")
    assert {link.get("hreflang"): link.get("href") for link in switch.iter("a")} == {c: address(c) for c in OTHER}
    assert "parallel" not in client.get("/sitemap.xml").content.decode()


def test_the_articles_page_leads_there_and_back(client: Client, language: str) -> None:
    publish(make_split())
    page = parse(client.get(f"/{language}/articles/treaty-{language}/"))
    [link] = by_class(page, "beside")
    label = {"en": "Read both languages side by side", "ru": "Читать на двух языках рядом"}
    assert (link.get("href"), text_of(link)) == (address(language), label[language])
    back = [next(one.iter("a")).get("href") for one in by_class(opened(client, language), "alone")]
    assert back == [f"/{code}/articles/treaty-{code}/" for code in (language, OTHER[language])]


def test_a_text_in_one_language_offers_no_such_page(client: Client, language: str) -> None:
    publish(make_split(), language)
    assert "parallel" not in client.get(f"/{language}/articles/treaty-{language}/").content.decode()


def test_what_changed_in_the_source_is_said_in_its_row(client: Client, language: str) -> None:
    article = make_split()
    publish(article)
    fresh = "Entirely new is this one, of which no translation has been made in any way so far."
    changed = "The fourth takes no time at all to get to the point that such things were settled 40 times."
    revise(article, en=[*ENGLISH[1:3], changed, fresh, ENGLISH[4]])
    assert rows(opened(client, language)) == [
        [GAP[language], f"{RUSSIAN[0]} {REMOVED[language]}"],
        [ENGLISH[1], " ".join(RUSSIAN[1:3])],
        [ENGLISH[2], RUSSIAN[3]],
        [changed, f"{RUSSIAN[4]} {CHANGED[language]}"],
        [fresh, ADDED[language]],
        [ENGLISH[4], RUSSIAN[5]],
    ]
    [around] = by_class(opened(client, language), "rows")
    notes = [note.get("lang") for note in by_class(around, "behind")]
    assert notes == [language] * 3


def test_the_note_at_the_top_leads_to_the_rows(client: Client, language: str) -> None:
    article = make_split()
    publish(article)
    revise(article, en=[*ENGLISH[:3], "The fourth was written anew and is about 44 other things.", ENGLISH[4]])
    page = opened(client, language)
    [around] = by_class(page, "parallel-opening")
    [note] = by_class(around, "behind")
    assert [link.get("href") for link in note.iter("a")] == ["#p4"]
    assert "p4" in [row.get("id") for row in by_class(page, "row")]


def test_a_change_that_is_not_public_yet_is_not_said(client: Client, language: str) -> None:
    article = make_split()
    publish(article)
    before = client.get(address(language)).content
    revise(article, at=datetime(2090, 1, 1, tzinfo=UTC), en=["Entirely new.", *ENGLISH])
    assert client.get(address(language)).content == before


@pytest.mark.parametrize("original", ["en", "ru", "both"])
def test_each_language_can_be_the_one_it_was_written_in(client: Client, language: str, original: str) -> None:
    publish(make_split(original_language=original))
    page = opened(client, language)
    assert rows(page) == [[" ".join(side) for side in row] for row in ROWS]
    ids = [one.get("id") for one in page.iter() if (one.get("id") or "").startswith("p")]
    assert ids == {"ru": ["p1", "p2", "p3", "p4", "p5", "p6"]}.get(original, ["p1", "p2", "p2-2", "p3", "p4", "p5"])


def test_where_one_has_no_full_text_the_short_ones_stand_side_by_side(client: Client, language: str) -> None:
    publish(make_article(full_text_ru=""))
    assert rows(opened(client, language)) == [["Short text of treaty.", "Краткий текст treaty."]]


def test_texts_that_share_no_variant_are_not_put_side_by_side(client: Client, language: str) -> None:
    publish(make_article(full_text_ru="", short_text_en=""))
    response = client.get(address(language))
    assert response.status_code == 404
    [links] = by_class(parse(response), "twins")
    assert [link.get("href") for link in links.iter("a")] == ["/en/articles/treaty-en/", "/ru/articles/treaty-ru/"]
    assert "parallel" not in client.get(f"/{language}/articles/treaty-{language}/").content.decode()


def test_without_the_other_language_it_says_what_there_is_and_nothing_of_the_text(
    client: Client, language: str
) -> None:
    article = make_split()
    publish(article, language)
    publish(article, OTHER[language], at=datetime(2090, 1, 1, tzinfo=UTC))
    response = client.get(address(language))
    assert (response.status_code, response["Cache-Control"]) == (404, "no-store")
    page = parse(response)
    assert page.get("lang") == language
    assert [link.get("href") for link in by_class(page, "twins")[0].iter("a")] == [
        f"/{language}/articles/treaty-{language}/"
    ]
    assert f"treaty-{OTHER[language]}" not in response.content.decode()
    assert ENGLISH[0] not in response.content.decode()


def test_a_withdrawn_twin_is_gone_with_its_note_in_its_language(client: Client, clock, language: str) -> None:
    clock(datetime(2030, 5, 2, 12, 0, tzinfo=UTC))
    editions = publish(make_split())
    withdraw(editions[OTHER[language]], by=None, reason="The figures were <wrong>.")
    response = client.get(address(language))
    assert (response.status_code, response["Cache-Control"].partition(",")[0]) == (410, "public")
    page = parse(response)
    heading = {"en": "The text in the other language has been withdrawn", "ru": "Текст на другом языке отозван"}
    assert text_of(page.find(".//h1")) == heading[language]
    [reason] = by_class(page, "about")
    assert (text_of(reason), reason.get("lang")) == ("The figures were <wrong>.", OTHER[language])
    assert page.find(".//main//time").get("datetime") == "2030-05-02"
    assert [link.get("hreflang") for link in by_class(page, "twins")[0].iter("a")] == [language]


def test_a_withdrawn_text_is_gone_here_too(client: Client, language: str) -> None:
    withdraw(publish(make_split())[language], by=None, reason="A mistake.")
    assert client.get(address(language)).status_code == 410


def test_an_earlier_slug_leads_to_the_live_pair_for_good(client: Client, language: str) -> None:
    article = make_split()
    publish(article, at=datetime(2020, 1, 1, tzinfo=UTC))
    setattr(article, f"slug_{language}", f"renamed-{language}")
    article.save()
    publish(article)
    response = client.get(address(language))
    assert (response.status_code, response["Location"]) == (301, address(language, "renamed"))


@pytest.mark.parametrize("other", ["SAME", "de", "xx-yy", "english"])
def test_a_language_beside_itself_or_unknown_is_no_page(client: Client, language: str, other: str) -> None:
    publish(make_split())
    other = language if other == "SAME" else other
    assert client.get(f"/{language}/articles/treaty-{language}/parallel/{other}/").status_code == 404


def test_a_table_is_named_in_the_language_of_its_cell(client: Client, language: str) -> None:
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    publish(make_split(full_text_en=html(["One."]) + table, full_text_ru=html(["Раз."]) + table))
    labels = {"en": "Table", "ru": "Таблица"}
    found = [one.get("aria-label") for one in by_class(opened(client, language), "table")]
    assert found == [labels[language], labels[OTHER[language]]]


def test_a_correction_stands_over_the_text_it_is_of(client: Client, language: str) -> None:
    article = make_split()
    publish(article)
    article.title_en = "A better title"
    article.save()
    publish(article, "en", change="correction", note="The title was wrong.")
    page = opened(client, language)
    [note] = by_class(page, "correction")
    [side] = [one for one in by_class(page, "side") if note in list(one.iter())]
    assert (side.get("lang"), "The title was wrong." in text_of(note)) == ("en", True)
