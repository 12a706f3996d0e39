"""The desk's front page in a browser: every rule kept in every look, and one click from a matter to its paragraph."""

import pytest
from django.apps import apps
from playwright.sync_api import Page, expect

from articles.models import Article
from articles.models.desk_roles import make_roles
from tests.articles.admin.ranks import assign
from tests.articles.press.desk import align, one_of_each
from tests.browser.conftest import PASSWORD
from tests.browser.test_accessibility import AXE, RULES, RUN
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def translator(page: Page, site: str) -> Page:
    """A browser in which a translator to Russian has logged in, for whom something of every kind waits."""
    make_roles(apps)
    assign(make_user("anna", first_name="Anna", last_name="Smirnova"), "Translator", language="ru")
    one_of_each("ru", make_author())
    page.goto(f"{site}/admin/")
    page.fill("#id_username", "anna")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_url(f"{site}/admin/")
    return page


def speak(page: Page, language: str) -> None:
    page.click(f".language-switch button[value={language}]")
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_the_worklist_breaks_no_rule(translator: Page, site: str, language: str) -> None:
    speak(translator, language)
    found = {}
    for query in ("", "?matter=behind&language=ru", "?person=u999"):
        for (width, scheme), rules in RULES.items():
            translator.set_viewport_size({"width": width, "height": 800})
            translator.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            translator.goto(f"{site}/admin/{query}")  # anew: the desk's links fade from one colour to the other
            translator.evaluate(AXE)
            for one in translator.evaluate(RUN, rules)["violations"]:
                found[query, width, scheme, one["id"]] = [node["html"] for node in one["nodes"]]
            wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert translator.evaluate(wider) <= 0, (query, width)
    assert found == {}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_assigning_breaks_no_rule(desk: Page, site: str, language: str) -> None:
    make_roles(apps)
    speak(desk, language)
    found = {}
    for address in ("/admin/articles/assignment/add/", "/admin/articles/assignment/"):
        desk.goto(f"{site}{address}")
        desk.evaluate(AXE)
        for one in desk.evaluate(RUN, ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])["violations"]:
            found[address, one["id"]] = [node["html"] for node in one["nodes"]]
    assert found == {}


def test_the_keyboard_alone_leads_from_a_filter_to_the_paragraph(
    translator: Page, site: str, complaints: list[str]
) -> None:
    translator.locator(".filters a", has_text="Behind its source").focus()
    translator.keyboard.press("Enter")
    translator.wait_for_url("**/admin/?matter=behind")
    expect(translator.locator(".items li")).to_have_count(1)
    translator.locator(".items a").focus()
    translator.keyboard.press("Enter")
    number = Article.objects.get(key="behind").pk
    translator.wait_for_url(f"**/admin/articles/article/{number}/change/#full_text_ru-p2")
    area = translator.locator('.prose-editor:has(textarea[name="full_text_ru"]) [contenteditable]')
    expect(area).to_be_focused()
    expect(area).to_be_in_viewport()


def test_the_paragraph_itself_comes_into_view(translator: Page, site: str) -> None:
    article = make_article("long", full_text_ru="".join(f"<p>Абзац {number}.</p>" * 9 for number in range(9)))
    align(article, "ru")
    article.full_text_en += "".join(f"<p>More {number}.</p>" for number in range(3))
    article.save()
    translator.goto(f"{site}/admin/articles/article/{article.pk}/change/#full_text_ru-p81")
    last = translator.locator('.prose-editor:has(textarea[name="full_text_ru"]) [contenteditable] > p').last
    expect(last).to_be_in_viewport()


def test_a_translator_types_in_their_language_and_reads_the_other(translator: Page, site: str) -> None:
    number = Article.objects.get(key="drafted").pk
    translator.goto(f"{site}/admin/articles/article/{number}/change/")
    english, russian = (
        translator.locator(f'.prose-editor:has(textarea[name="full_text_{code}"]) [contenteditable]')
        for code in ("en", "ru")
    )
    expect(english).to_have_attribute("contenteditable", "false")
    expect(english).to_have_text("Full text of drafted.")
    expect(russian).to_have_attribute("contenteditable", "true")
    expect(translator.locator("#id_slug_ru")).to_be_disabled()
    expect(translator.locator("#id_title_en")).to_be_disabled()
    translator.fill("#id_title_ru", "Заглавие по-русски")
    translator.click("input[name=_continue]")
    expect(translator.locator(".messagelist .success")).to_be_visible()
    found = Article.objects.get(pk=number)
    assert (found.title_ru, found.title_en, found.slug_ru) == ("Заглавие по-русски", "Title of drafted", "drafted-ru")
