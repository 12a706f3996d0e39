"""The whole way of a correction, from the log-in to the readers, in a browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import TEXTS

pytestmark = pytest.mark.browser

OLD = "Can Washington and Moscow Agree to Limit Political Interference?"
NEW = "A Pledge of Non-Interference"


def test_a_new_title_is_public_when_it_is_released_and_not_before(desk: Page, site: str, complaints: list[str]) -> None:
    public = [f"{site}{TEXTS['en']}", f"{site}/en/articles/", f"{site}/en/feed.atom"]

    def readers_see(title: str) -> list[bool]:
        return [title in desk.request.get(address).text() for address in public]

    desk.goto(f"{site}/admin/articles/article/")
    desk.click("#result_list tbody th a")
    desk.fill("#id_title_en", NEW)
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    expect(desk.locator("#id_title_en")).to_have_value(NEW)
    assert readers_see(NEW) == [False, False, False]
    assert readers_see(OLD) == [True, True, True]

    desk.click(".press a.release")
    expect(desk.locator(".panels ins").first).to_be_visible()
    desk.check("[name=change][value=update]")
    desk.fill("#id_note_en", "A shorter title.")
    desk.uncheck("[name=languages][value=ru]")
    desk.click(".terms button[type=submit]")
    expect(desk.locator(".messagelist .success")).to_have_text("English: edition 2 is live.")
    assert readers_see(NEW) == [True, True, True]
    assert readers_see(OLD) == [False, False, False]
    assert f"{site}{TEXTS['en']}" in desk.request.get(f"{site}/sitemap.xml").text()

    desk.goto(f"{site}{TEXTS['en']}editions/1/")
    expect(desk.locator("h1")).to_have_text(OLD)
    desk.goto(f"{site}{TEXTS['en']}editions/")
    expect(desk.locator("main")).to_contain_text("A shorter title.")
    desk.goto(f"{site}{TEXTS['ru']}editions/")
    expect(desk.locator(".item")).to_have_count(1)
