"""Reading comfort, measured in the browser: line length, leading, and no page wider than its window."""

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import PUBLIC, TEMPLATES, TEXTS
from tests.browser.rules import WIDER

pytestmark = [pytest.mark.browser, pytest.mark.looks]

# The number of characters in every line of the text's paragraphs but each one's last.
LINES = """
() => [...document.querySelectorAll(".text > p:not([class])")].flatMap((paragraph) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange();
  const lines = [];
  let top = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (top === null || box.top - top > box.height / 2) { lines.push(0); top = box.top; }
      lines[lines.length - 1]++;
    }
  return lines.slice(0, -1);
})
"""
LEADING = """
() => { const style = getComputedStyle(document.querySelector(".text > p"));
        return parseFloat(style.lineHeight) / parseFloat(style.fontSize); }
"""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_lines_are_of_a_length_that_reads_well(page: Page, site: str, language: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXTS[language]}")
    page.evaluate("document.fonts.ready")
    lines = page.evaluate(LINES)
    assert len(lines) > 15
    average = sum(lines) / len(lines)
    assert 55 <= average <= 72
    assert [length for length in lines if length > 80] == []
    assert 1.5 <= page.evaluate(LEADING) <= 1.6


def test_no_page_is_wider_than_its_window(page: Page, site: str) -> None:
    found = {}
    for address in [*PUBLIC, *TEMPLATES["error"]]:
        page.goto(f"{site}{address}")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found[address, width] = page.evaluate(WIDER)
    assert {place: pixels for place, pixels in found.items() if pixels} == {}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_text_prints_without_what_only_a_screen_can_use(page: Page, site: str, language: str) -> None:
    page.goto(f"{site}{TEXTS[language]}")
    assert page.locator("nav:visible").count() == 2
    page.emulate_media(media="print")
    assert page.locator("nav:visible").count() == 0
    assert page.locator(".skip:visible").count() == 0
    assert page.locator("h1:visible").count() == 1
    assert page.locator(".byline li:visible").count() == 2
    assert page.locator(".text > p:not([class]):visible").count() == 3
