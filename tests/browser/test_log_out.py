"""Whoever was logged out while writing loses nothing, in a browser without scripts too, and the pages can be read."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Page, expect

from articles.models import Article
from tests.browser.conftest import PASSWORD
from tests.browser.rules import broken
from tests.factories import make_user

pytestmark = pytest.mark.browser

TYPED = 'A standfirst with "quotes", <brackets> & что-то ещё.'


def log_in(page: Page) -> None:
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form input[type=submit]")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_save_after_a_log_out_goes_on_after_the_log_in(browser: Browser, site: str, language: str) -> None:
    make_user("editor", is_superuser=True)
    context = browser.new_context(java_script_enabled=False, locale=language)
    page = context.new_page()
    page.goto(f"{site}/admin/")
    log_in(page)
    article = Article.objects.get()
    page.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    page.fill(f"#id_standfirst_{language}", TYPED)
    Session.objects.all().delete()
    page.click("input[name=_continue]")
    expect(page.locator("html")).to_have_attribute("lang", language)
    log_in(page)
    page.click("#kept-form input[type=submit]")
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator(f"#id_standfirst_{language}")).to_have_value(TYPED)
    article.refresh_from_db()
    assert getattr(article, f"standfirst_{language}") == TYPED
    context.close()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_the_pages_that_keep_a_form_break_no_rule(desk: Page, site: str, language: str) -> None:
    desk.click(f".language-switch button[value={language}]")
    expect(desk.locator("html")).to_have_attribute("lang", language)
    desk.goto(f"{site}/admin/articles/article/{Article.objects.get().pk}/change/")
    desk.fill("#id_standfirst_en", TYPED)
    Session.objects.all().delete()
    found = {}
    refused: list[str] = []
    desk.on("console", lambda message: refused.append(message.text) if "policy" in message.text.lower() else None)
    desk.click("input[name=_continue]")
    expect(desk.locator("#login-form")).to_be_visible()
    found["log in"] = broken(desk)
    desk.fill("#id_username", "editor")
    desk.fill("#id_password", "wrong")
    desk.click("#login-form input[type=submit]")
    expect(desk.locator(".errornote")).to_be_visible()
    found["wrong"] = broken(desk)
    log_in(desk)
    expect(desk.locator("#kept-form")).to_be_visible()
    desk.click(".kept-texts summary")
    found["again"] = broken(desk)
    assert (found, refused) == ({"log in": {}, "wrong": {}, "again": {}}, [])


def test_another_page_that_sends_a_form_gets_no_help(desk: Page, site: str) -> None:
    """Another host of this machine is another site, as an attacker's would be."""
    article = Article.objects.get()
    hostile = site.replace("localhost", "127.0.0.1") if "localhost" in site else site.replace("127.0.0.1", "localhost")
    target = f"{site}/admin/articles/article/{article.pk}/change/"
    attack = (
        f'<form method="post" action="{target}"><input name="title_en" value="Pwned"><button>A kitten</button></form>'
    )
    desk.route(f"{hostile}/attack", lambda route: route.fulfill(body=attack, content_type="text/html"))
    desk.goto(f"{hostile}/attack")
    desk.click("button")
    expect(desk.locator("h1")).to_have_text("The form has expired")
    assert "Pwned" not in desk.content()
