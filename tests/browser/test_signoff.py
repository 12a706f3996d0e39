"""Sign-offs in a browser: a co-author's own page and the desk's matrix, by keyboard, in every size and colour."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.models import Article, SignOff, SignOffRequest
from articles.models.desk_roles import make_roles
from articles.models.signoff import Decision
from articles.press.links import ask, revoke
from tests.articles.press.signatures import approve, pair, rewrite
from tests.browser.rules import broken

pytestmark = pytest.mark.browser

TEXT = "<h2>Part one</h2><p>We signed in Geneva.</p><ul><li>A pledge</li><li>A protocol</li></ul>"
WORDS = {
    "en": ("anna", "Approve this text", "You have approved this text"),
    "ru": ("boris", "Одобрить этот текст", "Вы одобрили этот текст"),
}


@pytest.fixture
def roles(transactional_db: None) -> None:
    make_roles(apps)


def invited(site: str, language: str, who: str) -> tuple[Article, SignOffRequest, str]:
    article, anna, boris = pair(**{f"full_text_{language}": TEXT})
    request, token = ask(article, {"anna": anna, "boris": boris}[who], language, by=None)
    return article, request, f"{site}/signoff/{token}/"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("who", ["anna", "boris"])
@pytest.mark.looks
def test_a_co_authors_page_breaks_no_rule_in_any_of_its_states(
    page: Page, site: str, roles: None, language: str, who: str
) -> None:
    article, request, address = invited(site, language, who)
    policy = []
    page.on("console", lambda message: policy.append(message.text) if "policy" in message.text.lower() else None)
    found = {}

    def look(name: str, status: int) -> None:
        answer = page.goto(address)
        assert answer.status == status
        for summary in page.locator("summary").all()[:2]:
            summary.click()
        found[name] = broken(page)

    look("asked", 200)
    remark = {"variant": "full", "paragraph": 2, "quote": "We signed in Geneva.", "text": "When?"}
    approve(article, request.author, language, decision=Decision.CHANGES, comment="No.", remarks=[remark])
    look("changes", 200)
    rewrite(article, language, TEXT.replace("Geneva", "Vienna"))
    look("changed", 409)
    page.locator("button[value=read]").click()
    found["since"] = broken(page)
    page.locator("button[value=changes]").click()
    found["wordless"] = broken(page)
    page.locator("button[value=approved]").click()
    found["approved"] = broken(page)
    revoke(request, by=None)
    look("ended", 410)
    assert {name: rules for name, rules in found.items() if rules} == {}
    assert policy == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_author_comments_and_approves_by_keyboard(page: Page, site: str, roles: None, language: str) -> None:
    who, approve_words, approved = WORDS[language]
    _article, _request, address = invited(site, language, who)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    page.locator("#full-p2 ~ details summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("When?")
    page.locator("#full-p3 ~ details summary").focus()
    while page.evaluate("document.activeElement.textContent.trim()") != approve_words:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(approved)
    signoff = SignOff.objects.get()
    assert (signoff.decision, signoff.remarks) == (
        "approved",
        [{"variant": "full", "paragraph": 2, "quote": "We signed in Geneva.", "text": "When?"}],
    )


def test_the_page_needs_no_script_and_leaves_nothing_behind(browser, site: str, roles: None) -> None:
    _article, _request, address = invited(site, "en", "anna")
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        page.locator("#full-p2 ~ details summary").click()
        page.fill("[name=remark-full-p2]", "When?")
        page.locator("button[value=changes]").click()
        expect(page.locator("h1")).to_have_text("You have asked for changes")
        assert page.locator("script").count() == 0
        assert context.cookies() == []
        assert page.url == address


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_the_matrix_and_the_text_at_the_desk_break_no_rule(desk: Page, site: str, roles: None, language: str) -> None:
    article, anna, boris = pair(full_text_en=TEXT)
    approve(article, anna, "en")
    remark = {"variant": "full", "paragraph": 2, "quote": "We signed in Geneva.", "text": "When?"}
    approve(article, boris, "en", decision=Decision.CHANGES, comment="Shorter.", remarks=[remark])
    ask(article, anna, "ru", by=None)
    boris.user = User.objects.get(username="editor")
    boris.save()
    desk.click(f".language-switch button[value={language}]")
    expect(desk.locator("html")).to_have_attribute("lang", language)
    desk.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    expect(desk.locator(".signoffs td")).to_have_count(4)
    found = {"matrix": broken(desk, "#signoffs")}
    desk.locator(".signoffs .said a").click()
    expect(desk.locator("#full-p2")).to_have_text("We signed in Geneva.")
    assert desk.url.endswith(f"/admin/articles/article/{article.pk}/signoff/text/en/#full-p2")
    desk.locator("#full-p2 ~ details summary").click()
    found["text"] = broken(desk, "#content")
    rewrite(article, "en", TEXT.replace("Geneva", "Vienna"))
    desk.locator("button[value=approved]").click()
    expect(desk.locator(".signing del")).to_have_text("Geneva")
    found["changed"] = broken(desk, "#content")
    assert {name: rules for name, rules in found.items() if rules} == {}


def test_an_editor_asks_reminds_and_revokes_by_keyboard(
    desk: Page, site: str, roles: None, mailoutbox, complaints: list[str]
) -> None:
    article, _anna, boris = pair()
    address = f"{site}/admin/articles/article/{article.pk}/change/"

    def press(name: str) -> None:
        desk.get_by_role("button", name=name).focus()
        desk.keyboard.press("Enter")

    desk.goto(address)
    press("Ask Boris Petrov for every language, by one letter")
    expect(desk.locator(".messagelist .success")).to_have_text("Boris Petrov is asked to approve: English, Русский.")
    press("Remind (Русский, Boris Petrov)")
    expect(desk.locator(".messagelist .success")).to_have_text(re.compile("Boris Petrov is reminded"))
    press("Revoke the link (English, Boris Petrov)")
    expect(desk.locator(".messagelist .success")).to_have_text(re.compile("opens nothing any more"))
    assert [letter.to for letter in mailoutbox] == [["boris@example.org"]] * 2
    assert [one.language for one in SignOffRequest.objects.usable()] == ["ru"]
    assert boris.signoffs.count() == 0
