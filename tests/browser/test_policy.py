"""Nothing the site sends is blocked by its own policy, and no page leaves an error in the console."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, Edition
from config.desk import EDITOR_STYLE
from tests.browser.addresses import PUBLIC

pytestmark = [pytest.mark.browser, pytest.mark.looks]

EDITOR = ".ProseMirror[contenteditable]"
# The digest of every style element a script has put into the page, as a policy writes it.
DIGESTS = """
async () => Promise.all([...document.querySelectorAll("style")].map(async (style) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style.textContent));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}))
"""


def test_readers_pages_leave_the_console_empty(page: Page, site: str, complaints: list[str]) -> None:
    for address in PUBLIC:
        page.goto(f"{site}{address}", wait_until="load")
        assert complaints == [], address


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_desk_leaves_the_console_empty(desk: Page, site: str, language: str, complaints: list[str]) -> None:
    desk.click(f".language-switch button[value={language}]")
    expect(desk.locator("html")).to_have_attribute("lang", language)
    article, edition = Article.objects.get().pk, Edition.objects.get(language=language).pk
    addresses = [
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        f"/admin/articles/article/{article}/change/",
        f"/admin/articles/article/{article}/release/",
        f"/admin/articles/article/{article}/withdraw/{language}/",
        f"/admin/articles/article/{article}/history/",
        f"/admin/articles/edition/{edition}/change/",
        "/admin/authors/author/add/",
        "/admin/authors/organization/add/",
        "/admin/articles/topic/add/",
    ]
    for address in addresses:
        desk.goto(f"{site}{address}", wait_until="load")
        assert complaints == [], address


def test_the_editors_own_style_is_the_one_the_policy_allows(desk: Page, site: str) -> None:
    """When the editor's style changes with a new version, this names the digest that belongs into config/desk.py."""
    desk.goto(f"{site}/admin/articles/article/{Article.objects.get().pk}/change/")
    expect(desk.locator(EDITOR).first).to_be_visible()
    assert set(desk.evaluate(DIGESTS)) == {EDITOR_STYLE}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_typed_into_the_editor_is_stored(desk: Page, site: str, language: str, complaints: list[str]) -> None:
    typed = {"en": "Typed by an editor.", "ru": "Набрано редактором."}[language]
    article = Article.objects.get()
    desk.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    expect(desk.locator(EDITOR)).to_have_count(4)
    field = desk.locator(f"textarea[name=full_text_{language}]")
    editor = desk.locator(f".prose-editor:has(textarea[name=full_text_{language}]) {EDITOR}")
    editor.locator("p").last.click()
    expect(editor).to_be_focused()
    desk.keyboard.press("Control+b")
    desk.keyboard.type(typed)
    expect(editor.locator("strong")).to_have_text(typed)
    expect(field).to_have_value(re.compile(re.escape(typed)))
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    article.refresh_from_db()
    assert f"<strong>{typed}</strong>" in getattr(article, f"full_text_{language}")
    other = {"en": "ru", "ru": "en"}[language]
    assert typed not in getattr(article, f"full_text_{other}")
