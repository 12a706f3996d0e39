"""No rule of WCAG that a machine can check is broken, on any of the readers' templates."""

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import TEMPLATES, TEXTS
from tests.browser.rules import WIDTHS, broken
from tests.browser.texts import rich
from tests.factories import make_article, publish

pytestmark = [pytest.mark.browser, pytest.mark.looks]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_readers_page_breaks_no_rule(page: Page, site: str, template: str) -> None:
    """In each language, in four widths, in light and dark."""
    found = {}
    for address in TEMPLATES[template]:
        page.goto(f"{site}{address}")
        found[address] = broken(page)
    assert {address: rules for address, rules in found.items() if rules} == {}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nor_does_a_text_with_notes_and_a_table(page: Page, site: str, language: str) -> None:
    publish(make_article(**{f"full_text_{language}": rich(language)}), language)
    page.goto(f"{site}/{language}/articles/treaty-{language}/")
    assert broken(page) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen(page: Page, site: str, scheme: str) -> None:
    """A ring of 3 px, apart from what it is around, and nothing on top of it (WCAG 2.2, 2.4.11 and 2.4.13)."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}{TEXTS['ru']}")
    stops = page.locator("a[href]").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen = page.evaluate(FOCUSED)
        assert seen == {"width": "3px", "style": "solid", "covered": False, "offset": "3px"}, page.evaluate(WHICH)


FOCUSED = """
() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getClientRects()[0];
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {width: style.outlineWidth, style: style.outlineStyle, offset: style.outlineOffset,
          covered: !(top && (it.contains(top) || top.contains(it)))};
}
"""
WHICH = "() => document.activeElement.outerHTML"


MOVING = """
() => [...document.querySelectorAll("*")].filter((it) => getComputedStyle(it).transitionDuration !== "0s").length
"""


def test_nothing_moves_for_whom_motion_is_too_much(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXTS['en']}")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) > 0


def test_the_current_language_is_told_apart_in_forced_colours(page: Page, site: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{site}{TEXTS['en']}")
    ground = "(it) => getComputedStyle(it).backgroundColor"
    here, there = page.locator(".languages a[aria-current]"), page.locator(".languages a:not([aria-current])")
    assert here.evaluate(ground) != there.evaluate(ground)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_keyboard_reaches_the_text_in_two_steps(page: Page, site: str, language: str) -> None:
    page.goto(f"{site}{TEXTS[language]}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


def test_what_breaks_a_rule_is_found_where_it_does(page: Page) -> None:
    """The judge of all pages is judged: a fault of every width, one of the dark alone, one of narrow windows."""
    page.set_content(
        '<!doctype html><html lang="en"><title>Faults</title><style>'
        "@media (prefers-color-scheme: dark) { p { color: dimgray; background: gray } }"
        "</style><main><h1>Faults</h1><p>Dark</p><img src='data:,'><div style='width: 1000px'>Wide</div></main></html>"
    )
    found = broken(page)
    assert {(width, rule) for width, scheme, rule in (one for one in found if len(one) == 3) if scheme == "light"} == {
        (320, "image-alt"),
        (1280, "image-alt"),
    }
    assert {place for place in found if "color-contrast" in place} == {
        (width, "dark", "color-contrast") for width in WIDTHS
    }
    assert {place for place in found if "wider" in place} == {(320, "wider"), (390, "wider"), (768, "wider")}
    assert broken(page, "h1", widths=(1280,)) == {}
