"""Notes: a number in the text, the note at its end or beside it, and ways from one to the other without a script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.texts import rich
from tests.factories import make_article, publish

pytestmark = [pytest.mark.browser, pytest.mark.looks]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_note_and_its_place_lead_to_each_other(page: Page, site: str, language: str) -> None:
    publish(make_article(**{f"full_text_{language}": rich(language)}), language)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}/{language}/articles/treaty-{language}/")
    page.locator("[role=doc-noteref]").nth(1).click()
    note = page.locator("#note-2")
    expect(note).to_be_in_viewport()
    assert note.evaluate("(it) => it.matches(':target')")
    note.locator(".back").click()
    expect(page.locator("#ref-2:target")).to_be_in_viewport()


def test_in_a_wide_window_notes_stand_beside_the_text_and_none_on_another(page: Page, site: str) -> None:
    publish(make_article(full_text_en=rich("en")), "en")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site}/en/articles/treaty-en/")
    text = page.locator(".text > p").first.bounding_box()
    told, first, second = (page.locator(one).bounding_box() for one in (".details", "#note-1", "#note-2"))
    assert min(first["x"], second["x"]) > text["x"] + text["width"]
    assert first["y"] >= told["y"] + told["height"]
    assert second["y"] >= first["y"] + first["height"]
