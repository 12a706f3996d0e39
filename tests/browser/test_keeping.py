"""Two people at one article, each in a browser of their own: nothing typed is lost, and what was is found again."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Version
from articles.press.versions import writing
from tests.browser.conftest import LISTENER, enter
from tests.browser.rules import broken
from tests.factories import make_user

pytestmark = pytest.mark.browser

EDITOR = ".prose-editor:has(textarea[name={}]) .ProseMirror[contenteditable]"
MERGE, HISTORY = "#conflicts", "#versions"


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the policy blocked and what broke in any of the browsers; a refusal of ours (409) is no complaint."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def sit_down(browser: Browser, site: str, complaints: list[str]) -> Iterator[Callable[[str], Page]]:
    """Opens a browser of its own for somebody, and logs them in."""
    contexts = []

    def sit_down(name: str) -> Page:
        context = browser.new_context()
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(LISTENER)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.text.startswith("policy:") else None)
        enter(page, site, make_user(name, is_superuser=True, first_name=name.title()))
        return page

    yield sit_down
    for context in contexts:
        context.close()


@pytest.fixture
def article(site: str) -> Article:
    """The seed article in its seventh version."""
    article = Article.objects.get()
    while article.version < 7:
        with writing(article, by=None):
            article.standfirst_en = f"Version {article.version + 1}."
            article.save()
    return article


@pytest.fixture
def form(site: str, article: Article) -> str:
    return f"{site}/admin/articles/article/{article.pk}/change/"


# The editor sets the caret once more a moment after a click, so a key that moves it may come to nothing: it is asked
# itself, and the caret waited for.
AT_THE_END = """
(area) => { area.editor.commands.focus("end"); }
"""
STANDS_AT_THE_END = """
(selector) => {
  const area = document.querySelector(selector), caret = getSelection();
  if (document.activeElement !== area || !caret.rangeCount || !caret.isCollapsed) return false;
  const rest = caret.getRangeAt(0).cloneRange();
  rest.setEndAfter(area.lastElementChild);
  return rest.toString() === "";
}
"""


def type_into(page: Page, column: str, words: str) -> None:
    """Types at the end of a text in the rich-text editor, and waits until the form holds it."""
    editor = page.locator(EDITOR.format(column))
    editor.evaluate(AT_THE_END)
    page.wait_for_function(STANDS_AT_THE_END, arg=EDITOR.format(column))
    page.keyboard.type(words)
    expect(editor.locator("> :last-child")).to_contain_text(re.compile(re.escape(words.strip()) + "$"))


def save(page: Page) -> None:
    page.click("input[name=_continue]")


def text(column: str) -> str:
    return getattr(Article.objects.get(), column)


def speak(page: Page, site: str, language: str) -> None:
    page.goto(f"{site}/admin/articles/topic/")
    page.click(f".language-switch button[value={language}]")
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_one_edits_english_another_russian_and_both_stay(sit_down: Callable, form: str) -> None:
    anna, boris = sit_down("anna"), sit_down("boris")
    for page in (anna, boris):
        page.goto(form)
    type_into(anna, "full_text_en", " Anna was here.")
    type_into(boris, "full_text_ru", " Здесь был Борис.")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    save(boris)
    expect(boris.locator(".messagelist .info")).to_contain_text("Joined with what Anna saved at")
    assert "Anna was here." in text("full_text_en")
    assert "Здесь был Борис." in text("full_text_ru")
    assert list(Version.objects.order_by("number").values_list("number", "origin"))[-2:] == [(8, "desk"), (9, "merge")]


def test_two_edits_of_one_text_meet_on_a_page_and_nothing_is_lost(sit_down: Callable, form: str) -> None:
    anna, boris = sit_down("anna"), sit_down("boris")
    for page in (anna, boris):
        page.goto(form)
    type_into(anna, "full_text_en", " Words of Anna.")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    type_into(boris, "full_text_en", " Words of Boris.")
    boris.fill("#id_title_ru", "Заглавие Бориса")
    with boris.expect_response(lambda answer: answer.request.method == "POST" and answer.url == form) as answer:
        save(boris)
    assert answer.value.status == 409
    expect(boris.locator(".conflict ins", has_text="Anna")).to_be_visible()
    expect(boris.locator(".conflict ins", has_text="Boris")).to_be_visible()
    expect(boris.locator(EDITOR.format("full_text_en"))).to_contain_text("Words of Boris.")
    expect(boris.locator("#id_title_ru")).to_have_value("Заглавие Бориса")
    assert "Words of Anna." in text("full_text_en")

    type_into(boris, "full_text_en", " Words of Anna, too.")
    save(boris)
    expect(boris.locator(".messagelist .success")).to_be_visible()
    assert "Words of Boris. Words of Anna, too." in text("full_text_en")
    assert text("title_ru") == "Заглавие Бориса"
    kept = [version.content["fields"]["full_text_en"] for version in Version.objects.order_by("number")]
    assert "Words of Anna." in kept[-2]


def test_theirs_is_taken_by_keyboard_alone(sit_down: Callable, form: str) -> None:
    anna, boris = sit_down("anna"), sit_down("boris")
    for page in (anna, boris):
        page.goto(form)
    anna.fill("#id_title_en", "By Anna")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    boris.fill("#id_title_en", "By Boris")
    save(boris)
    boris.locator("input[name=resolve-title_en][value=mine]").focus()
    boris.keyboard.press("ArrowDown")
    expect(boris.locator("input[name=resolve-title_en][value=theirs]")).to_be_checked()
    boris.locator("input[name=_continue]").focus()
    boris.keyboard.press("Enter")
    expect(boris.locator("#id_title_en")).to_have_value("By Anna")
    assert text("title_en") == "By Anna"


def test_going_back_and_saving_again_loses_nothing(sit_down: Callable, form: str) -> None:
    anna = sit_down("anna")
    anna.goto(form)
    anna.fill("#id_title_en", "The first title")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    anna.go_back()
    anna.fill("#id_title_en", "The first title")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    assert (text("title_en"), text("version")) == ("The first title", 8)
    anna.go_back()
    anna.fill("#id_title_en", "A second title")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    assert text("title_en") == "A second title"
    kept = [version.content["fields"]["title_en"] for version in Version.objects.order_by("number")]
    assert kept[-2:] == ["The first title", "A second title"]


@pytest.mark.parametrize(("column", "status"), [("full_text_ru", 302), ("full_text_en", 409)])
def test_unsaved_text_brought_back_meets_what_somebody_else_saved(
    sit_down: Callable, form: str, column: str, status: int
) -> None:
    """Another text than Anna's stands beside hers; of the same text both are shown, and neither is lost."""
    anna, boris = sit_down("anna"), sit_down("boris")
    boris.goto(form)
    type_into(boris, column, " Words of Boris.")
    expect(boris.locator(".kept-when")).to_contain_text("kept for you at", timeout=15000)
    boris.goto("about:blank")  # as a crash: nothing was saved
    anna.goto(form)
    type_into(anna, "full_text_en", " Words of Anna.")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()

    boris.goto(form)
    boris.click(".bring-back")
    expect(boris.locator(EDITOR.format(column))).to_contain_text("Words of Boris.")
    with boris.expect_response(
        lambda answer: answer.request.method == "POST" and answer.url.startswith(f"{form}?")
    ) as answer:
        save(boris)
    assert answer.value.status == status
    expect(boris.locator(EDITOR.format(column))).to_contain_text("Words of Boris.")
    assert "Words of Anna." in text("full_text_en")
    assert ("Words of Boris." in text(column)) == (status == 302)


def test_opening_and_saving_changes_nothing(sit_down: Callable, form: str) -> None:
    """The rich-text editor writes the same text a little otherwise than it found it."""
    before = Article.objects.values().get()
    anna = sit_down("anna")
    anna.goto(form)
    expect(anna.locator(EDITOR.format("full_text_ru"))).to_be_visible()
    type_into(anna, "full_text_ru", "x")
    anna.keyboard.press("Backspace")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.values().get() == before


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_the_page_of_a_conflict_breaks_no_rule(
    sit_down: Callable, site: str, form: str, language: str, complaints: list[str]
) -> None:
    anna, boris = sit_down("anna"), sit_down("boris")
    speak(boris, site, language)
    for page in (anna, boris):
        page.goto(form)
    anna.fill("#id_title_en", "By Anna")
    save(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    boris.fill("#id_title_en", "By Boris")
    save(boris)
    expect(boris.locator(MERGE)).to_be_visible()
    boris.evaluate("document.querySelectorAll('.conflict details').forEach((one) => { one.open = true; })")
    assert complaints == []
    assert broken(boris, ".conflicts") == {}
    complaints.clear()  # axe itself writes styles into the page, which the policy does not let it


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_history_breaks_no_rule_and_restores(
    sit_down: Callable, site: str, form: str, language: str, complaints: list[str]
) -> None:
    anna = sit_down("anna")
    speak(anna, site, language)
    anna.goto(form.replace("/change/", "/history/"))
    expect(anna.locator("#versions")).to_be_visible()
    anna.check("input[name=from][value='6']")
    anna.check("input[name=to][value='7']")
    anna.locator("form:has(.versions) p > button").click()
    expect(anna.locator(".compared ins").first).to_be_visible()
    assert complaints == []
    assert broken(anna) == {}
    complaints.clear()  # as above
    anna.click("button[form=restore-6]")
    expect(anna.locator(".messagelist .success")).to_be_visible()
    assert text("standfirst_en") == "Version 6."
    assert Version.objects.latest("number").restored == 6
