"""Reading two languages: side by side, pair by pair, in place, and from one to the other at the same passage."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.articles.reading.split import ENGLISH, OTHER, RUSSIAN, html, make_split
from tests.browser.addresses import TEXTS
from tests.browser.rules import broken
from tests.browser.test_typography import LINES
from tests.factories import publish

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ru")
CELLS = LINES.replace(".text > p:not([class])", ".rows .text[lang=LANGUAGE] > p:not([class])")
TOPS = """
() => [...document.querySelectorAll(".rows > .row")].map((row) =>
  [...row.querySelectorAll(":scope > .side")].map((cell) => cell.firstElementChild.getBoundingClientRect().top))
"""
LONG = 12  # times the five paragraphs: more than a window


def address(site: str, language: str, rest: str = "") -> str:
    return f"{site}/{language}/articles/treaty-{language}/{rest}"


def parallel(site: str, language: str) -> str:
    return address(site, language, f"parallel/{OTHER[language]}/")


@pytest.fixture
def long(site: str) -> None:
    """A text of sixty passages in both languages, the second of every five divided in Russian."""
    english = [f"{number}. {text}" for number in range(LONG) for text in ENGLISH]
    russian = [f"{number}. {text}" for number in range(LONG) for text in RUSSIAN]
    publish(make_split(full_text_en=html(english), full_text_ru=html(russian)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.looks
def test_five_pairs_stand_level_in_columns_that_read_well(page: Page, site: str, language: str) -> None:
    publish(make_split())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(parallel(site, language))
    page.evaluate("document.fonts.ready")
    tops = page.evaluate(TOPS)
    assert [left == right for left, right in tops] == [True] * 5
    for code in LANGUAGES:
        lines = page.evaluate(CELLS.replace("LANGUAGE", code))
        assert 42 <= sum(lines) / len(lines) <= 60


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.looks
def test_in_a_narrow_window_they_alternate_pair_by_pair(page: Page, site: str, language: str) -> None:
    publish(make_split())
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(parallel(site, language))
    tops = page.evaluate(TOPS)
    in_order = [top for pair in tops for top in pair]
    assert len(tops) == 5
    assert in_order == sorted(set(in_order))
    words = page.locator(".rows").inner_text().replace("\u00a0", " ")
    own, other = (ENGLISH, RUSSIAN) if language == "en" else (RUSSIAN, ENGLISH)
    assert words.index(own[0][:20]) < words.index(other[0][:20]) < words.index(own[1][:20])


@pytest.mark.looks
def test_on_paper_there_are_two_columns_and_no_marks(page: Page, site: str) -> None:
    publish(make_split())
    page.goto(parallel(site, "ru"))
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    assert [left == right for left, right in page.evaluate(TOPS)] == [True] * 5
    page.goto(address(site, "ru"))
    assert page.locator(".peek:visible, .itself:visible, .keys:visible").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.looks
def test_pages_with_every_look_open_break_no_rule(page: Page, site: str, language: str, complaints: list[str]) -> None:
    publish(make_split())
    found = {}
    for place in (address(site, language), parallel(site, language)):
        page.goto(place)
        for summary in page.locator(".peek summary").all():
            summary.click()
        found[place] = broken(page)
    assert {place: rules for place, rules in found.items() if rules} == {}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.looks
def test_a_paragraph_opens_to_its_twin_without_scripts(browser: Browser, site: str, language: str, width: int) -> None:
    publish(make_split())
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(address(site, language))
        mark, twin = page.locator(".peek summary").nth(2), page.locator(".peek > div").nth(2)
        text = page.locator(".text")
        expect(twin).to_be_hidden()
        box, before = mark.bounding_box(), text.bounding_box()["height"]
        assert min(box["width"], box["height"]) >= 24
        mark.focus()
        page.keyboard.press("Enter")
        expect(twin).to_be_visible()
        expect(twin).to_have_text(RUSSIAN[3] if language == "en" else ENGLISH[2])
        assert text.bounding_box()["height"] > before + 40
        page.keyboard.press("Enter")
        expect(twin).to_be_hidden()
        assert text.bounding_box()["height"] == before


def test_marks_take_no_room(page: Page, site: str) -> None:
    publish(make_split())
    page.goto(address(site, "en"))
    heights = "() => document.querySelector('.text').getBoundingClientRect().height"
    before = page.evaluate(heights)
    page.evaluate("document.querySelectorAll('.peek, .itself').forEach((one) => one.remove())")
    assert page.evaluate(heights) == before


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_keeps_the_readers_place(
    page: Page, site: str, long: None, language: str, width: int, complaints: list[str]
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address(site, language))
    switch = page.locator(f".languages a[hreflang={OTHER[language]}]")
    page.evaluate("document.querySelector('#p33').scrollIntoView()")
    switch.evaluate("link => link.click()")
    page.wait_for_url(f"{address(site, OTHER[language])}#p33")
    expect(page.locator("#p33")).to_be_in_viewport()
    assert page.locator("#p33").inner_text().startswith("6. ")
    assert 0 <= page.locator("#p33").bounding_box()["y"] < 60


def test_side_by_side_keeps_the_place_too_and_a_divided_passage_is_one(page: Page, site: str, long: None) -> None:
    page.goto(address(site, "ru"))
    page.evaluate("document.querySelector('#p32-2').scrollIntoView()")
    page.locator("a.beside").evaluate("link => link.click()")
    page.wait_for_url(f"{parallel(site, 'ru')}#p32")
    expect(page.locator("#p32")).to_be_in_viewport()


def test_from_the_top_of_a_text_the_switch_leads_to_the_top(page: Page, site: str, long: None) -> None:
    page.goto(address(site, "en"))
    page.locator(".languages a[hreflang=ru]").click()
    page.wait_for_url(address(site, "ru"))


def test_keys_lead_from_paragraph_to_paragraph_for_who_asks(page: Page, site: str, long: None) -> None:
    page.goto(address(site, "en"))
    page.keyboard.press("j")
    assert page.evaluate("scrollY") == 0
    page.get_by_label("The keys J and K lead from paragraph to paragraph").check()
    for key, expected in (("j", "p1"), ("j", "p2"), ("j", "p3"), ("k", "p2")):
        page.keyboard.press(key)
        assert abs(page.locator(f"#{expected}").bounding_box()["y"] - 16) <= 1
    assert page.context.cookies() == []
    page.reload()
    assert page.locator("#keys").is_checked()
    page.locator("#keys").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_the_link_of_a_paragraph_to_itself_is_seen_when_it_has_the_focus(page: Page, site: str) -> None:
    publish(make_split())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address(site, "en"))
    link = page.get_by_role("link", name="Paragraph 2", exact=True)
    assert link.evaluate("one => getComputedStyle(one).opacity") == "0"
    page.keyboard.press("Tab")
    link.focus()
    assert link.evaluate("one => getComputedStyle(one).opacity") == "1"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address(site, 'en')}#p2")


def test_scripts_of_a_text_are_small(page: Page, site: str) -> None:
    sizes = []
    page.on("response", lambda answer: sizes.append(len(answer.body())) if answer.url.endswith(".js") else None)
    page.goto(f"{site}{TEXTS['en']}")
    page.wait_for_load_state("networkidle")
    assert len(sizes) == 1
    assert sum(sizes) <= 3_000
