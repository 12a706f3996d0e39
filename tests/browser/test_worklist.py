"""The desk's front page in a browser: every rule kept in every look, and one click from a matter to its paragraph."""

import pytest
from django.apps import apps
from playwright.sync_api import Page, expect

from articles.models import Article
from articles.models.desk_roles import make_roles
from tests.articles.admin.ranks import assign
from tests.articles.press.desk import align, one_of_each
from tests.browser.conftest import enter
from tests.browser.rules import broken
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def translator(page: Page, site: str) -> Page:
    """A browser in which a translator to Russian has logged in, for whom something of every kind waits."""
    make_roles(apps)
    anna = make_user("anna", first_name="Anna", last_name="Smirnova")
    assign(anna, "Translator", language="ru")
    one_of_each("ru", make_author())
    enter(page, site, anna)
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
        translator.goto(f"{site}/admin/{query}")
        found[query] = broken(translator)
    assert {query: rules for query, rules in found.items() if rules} == {}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_assigning_breaks_no_rule(desk: Page, site: str, language: str) -> None:
    make_roles(apps)
    speak(desk, language)
    found = {}
    for address in ("/admin/articles/assignment/add/", "/admin/articles/assignment/"):
        desk.goto(f"{site}{address}")
        found[address] = broken(desk, widths=(1280,))
    assert {address: rules for address, rules in found.items() if rules} == {}


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
