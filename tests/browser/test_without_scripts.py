"""Readers need no script: everything there is can be reached and read without."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.addresses import TEXTS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("ru", "en")])
def test_a_text_is_found_and_read_in_both_languages(browser: Browser, site: str, language: str, other: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/{language}/")
        page.locator("main h2 a").first.click()
        page.wait_for_url(f"{site}{TEXTS[language]}")
        expect(page.locator(".text > p:not([class])")).to_have_count(3)
        page.locator(f".languages a[hreflang={other}]").click()
        page.wait_for_url(f"{site}{TEXTS[other]}")
        expect(page.locator("html")).to_have_attribute("lang", other)
        page.locator(".byline a").first.click()
        page.wait_for_url(f"{site}/{other}/authors/ivan-timofeev/")
        assert page.locator("script:not([type='application/ld+json'])").count() == 0
