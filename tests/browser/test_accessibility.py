"""No rule of WCAG that a machine can check is broken, on any of the readers' templates."""

from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import TEMPLATES, TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.looks]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # all that differs in the dark
RULES = {(390, "light"): EVERYTHING, (390, "dark"): COLOURS, (1280, "light"): EVERYTHING, (1280, "dark"): COLOURS}


RUN = 'rules => axe.run({runOnly: rules, resultTypes: ["violations"]})'


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_readers_page_breaks_no_rule(page: Page, site: str, template: str) -> None:
    """In each language, in a narrow and a wide window, in light and dark."""
    found = {}
    for address in TEMPLATES[template]:
        page.goto(f"{site}{address}")
        page.evaluate(AXE)
        for (width, scheme), rules in RULES.items():
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for one in page.evaluate(RUN, rules)["violations"]:
                found[address, width, scheme, one["id"]] = [node["html"] for node in one["nodes"]]
    assert found == {}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_keyboard_reaches_the_text_in_two_steps(page: Page, site: str, language: str) -> None:
    page.goto(f"{site}{TEXTS[language]}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
