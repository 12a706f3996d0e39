"""Whoever was logged out while writing loses nothing, in a browser without scripts too, and the pages can be read."""

from importlib.resources import files

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Page, expect

from articles.models import Article
from tests.browser.conftest import PASSWORD
from tests.factories import make_user

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = '([where, rules]) => axe.run(where, {runOnly: rules, resultTypes: ["violations"]})'
TYPED = 'A standfirst with "quotes", <brackets> & что-то ещё.'


def log_in(page: Page) -> None:
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form input[type=submit]")


def violations(page: Page, *parts: str) -> dict:
    """What axe finds in a page or parts of it, in a narrow and a wide window, in light and dark."""
    page.evaluate(AXE)
    found = {}
    for width in (390, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for one in page.evaluate(RUN, [{"include": [[part] for part in parts or ["html"]]}, RULES])["violations"]:
                found[width, scheme, one["id"]] = [node["html"] for node in one["nodes"]]
    return found


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
    desk.goto(f"{site}/admin/articles/article/{Article.objects.get().pk}/change/")
    desk.fill("#id_standfirst_en", TYPED)
    Session.objects.all().delete()
    found = {}
    refused: list[str] = []
    desk.on("console", lambda message: refused.append(message.text) if "policy" in message.text.lower() else None)
    desk.click("input[name=_continue]")
    expect(desk.locator("#login-form")).to_be_visible()
    found["log in"] = violations(desk)
    desk.fill("#id_username", "editor")
    desk.fill("#id_password", "wrong")
    desk.click("#login-form input[type=submit]")
    expect(desk.locator(".errornote")).to_be_visible()
    found["wrong"] = violations(desk)
    log_in(desk)
    expect(desk.locator("#kept-form")).to_be_visible()
    desk.click(".kept-texts summary")
    found["again"] = violations(desk)
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
