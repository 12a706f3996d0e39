"""The rules of WCAG that a machine can check, asked of a page in its widths, in light and dark."""

from collections.abc import Callable
from importlib.resources import files

from playwright.sync_api import Page

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that can differ between two widths or in the dark; the rest is asked in one narrow and one wide window.
LAYOUT = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
# 320 pixels are also 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10).
WIDTHS = (320, 390, 768, 1280)

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = '([parts, rules]) => axe.run({include: parts}, {runOnly: rules, resultTypes: ["violations"]})'
SETTLED = "() => Promise.all(document.getAnimations().map((one) => one.finished))"  # colours fade into one another
# By how much the widest of some parts reaches out of its window, where what holds it scrolls as well.
OUTSIDE = """
(parts) => Math.max(0, ...parts.flatMap((part) => [...document.querySelectorAll(part)])
  .map((one) => Math.floor(one.getBoundingClientRect().right - innerWidth)))
"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def broken(
    page: Page, *parts: str, widths: tuple[int, ...] = WIDTHS, opened: Callable[[], object] | None = None
) -> dict:
    """What axe finds in a page, or in parts of it, and where that is wider than its window: {} if nothing.

    `opened` opens the page anew in each width.
    """
    found = {}
    page.wait_for_load_state()  # a click waits until the next page begins, not until it is there
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if opened:
            opened()
        if opened or width == widths[0]:
            page.evaluate(AXE)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(SETTLED)
            rules = EVERYTHING if scheme == "light" and width in (widths[0], widths[-1]) else LAYOUT
            for one in page.evaluate(RUN, [[[part] for part in parts or ("html",)], rules])["violations"]:
                found[width, scheme, one["id"]] = [node["html"][:200] for node in one["nodes"]]
        if wider := page.evaluate(WIDER) or page.evaluate(OUTSIDE, parts):
            found[width, "wider"] = wider
    return found
