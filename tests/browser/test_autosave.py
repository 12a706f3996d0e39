"""What is typed and not saved comes back: after a crash, after a log-out, and while the site cannot be reached."""

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.utils.timezone import now
from playwright.sync_api import Page, Response, expect

from articles.models import Article, Autosave, Presence
from tests.browser.conftest import PASSWORD
from tests.browser.forms import sign
from tests.browser.rules import broken
from tests.browser.test_log_out import log_in
from tests.factories import make_user

pytestmark = pytest.mark.browser

EDITOR = ".ProseMirror[contenteditable]"
TYPED = {"en": " Typed, and not saved.", "ru": " Набрано и не сохранено."}
KEPT = {"en": "Not saved yet; kept for you at", "ru": "Ещё не сохранено; записано для вас в"}
LOGGED_OUT = {
    "en": "Kept in this browser only: you are logged out.",
    "ru": "Записано только в этом браузере: вы вышли из системы.",
}
AWAY = {"en": "the site cannot be reached", "ru": "нет связи с сайтом"}
LONG = 15000  # milliseconds a busy machine may need


@pytest.fixture
def form(site: str) -> str:
    return f"{site}/admin/articles/article/{Article.objects.get().pk}/change/"


def speak(page: Page, language: str) -> None:
    page.click(f".language-switch button[value={language}]")
    expect(page.locator("html")).to_have_attribute("lang", language)


def write(page: Page, language: str, text: str) -> None:
    """Types at the end of the full text."""
    editor = page.locator(f".prose-editor:has(textarea[name=full_text_{language}]) {EDITOR}")
    editor.locator("p").last.click()
    expect(editor).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def beat(language: str) -> Callable[[Response], bool]:
    """Tells the answer to a sign of life in a language."""
    return lambda answer: (
        "/presence/" in answer.url and f'name="language"\r\n\r\n{language}\r\n' in answer.request.post_data
    )


def said(page: Page):
    return page.locator(".kept-when")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_was_typed_comes_back_after_the_page_has_gone(
    desk: Page, form: str, language: str, complaints: list[str]
) -> None:
    speak(desk, language)
    desk.goto(form)
    write(desk, language, TYPED[language])
    expect(said(desk)).to_contain_text(KEPT[language], timeout=LONG)
    desk.goto("about:blank")
    assert TYPED[language].strip() not in getattr(Article.objects.get(), f"full_text_{language}")

    desk.goto(form)
    expect(desk.locator(".unsaved h2 time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    desk.click(".unsaved summary")
    expect(desk.locator(".unsaved ins")).to_contain_text(TYPED[language].strip())
    desk.click(".unsaved .bring-back")
    expect(desk.locator(".brought-back")).to_be_visible()
    field = desk.locator(f"textarea[name=full_text_{language}]")
    expect(field).to_have_value(re.compile(re.escape(TYPED[language].strip())))
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    assert TYPED[language].strip() in getattr(Article.objects.get(), f"full_text_{language}")
    expect(desk.locator(".unsaved")).to_have_count(0)
    assert not Autosave.objects.exists()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_after_a_log_out_it_is_kept_in_the_browser_and_handed_in_later(desk: Page, form: str, language: str) -> None:
    speak(desk, language)
    desk.goto(form)
    Session.objects.all().delete()  # logged out in another tab
    write(desk, language, TYPED[language])
    expect(said(desk)).to_contain_text(LOGGED_OUT[language], timeout=LONG)
    expect(desk.locator(".keeping .log-in a")).to_be_visible()
    assert not Autosave.objects.exists()
    desk.goto("about:blank")

    desk.goto(form)
    log_in(desk)
    expect(desk.locator(".unsaved ins")).to_contain_text(TYPED[language].strip(), timeout=LONG)
    [kept] = Autosave.objects.get().fields.values()
    assert TYPED[language].strip() in kept["fields"][f"full_text_{language}"]
    assert desk.evaluate("Object.keys(localStorage).filter(key => key.startsWith('diptych:unsaved'))") == []


def test_whoever_logs_in_again_in_another_tab_goes_on_and_saves(desk: Page, form: str, site: str) -> None:
    desk.goto(form)
    Session.objects.all().delete()
    write(desk, "en", TYPED["en"])
    expect(said(desk)).to_contain_text(LOGGED_OUT["en"], timeout=LONG)
    with desk.expect_popup() as opened:
        desk.click(".keeping .log-in a")
    log_in(opened.value)
    expect(opened.value.locator("#logout-form")).to_be_visible()
    opened.value.close()
    desk.bring_to_front()
    desk.fill("#id_title_en", "Typed after the log-in")
    expect(said(desk)).to_contain_text(KEPT["en"], timeout=LONG)
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    article = Article.objects.get()
    assert (article.title_en, TYPED["en"].strip() in article.full_text_en) == ("Typed after the log-in", True)
    assert not Autosave.objects.exists()


def test_nobody_elses_account_takes_it(desk: Page, form: str, site: str) -> None:
    make_user("second", is_superuser=True)
    desk.goto(form)
    other = desk.context.new_page()
    Session.objects.all().delete()
    other.goto(f"{site}/admin/")
    other.fill("#id_username", "second")
    other.fill("#id_password", PASSWORD)
    other.click("#login-form input[type=submit]")
    expect(other.locator("#logout-form")).to_be_visible()
    desk.bring_to_front()
    write(desk, "en", TYPED["en"])
    expect(said(desk)).to_have_text("Kept in this browser only: somebody else is logged in here.", timeout=LONG)
    assert not Autosave.objects.exists()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_while_the_site_is_away_it_is_kept_in_the_browser(desk: Page, form: str, language: str) -> None:
    speak(desk, language)
    desk.goto(form)
    desk.context.set_offline(True)
    write(desk, language, TYPED[language])
    expect(said(desk)).to_contain_text(AWAY[language], timeout=LONG)
    assert not Autosave.objects.exists()
    desk.context.set_offline(False)
    expect(said(desk)).to_contain_text(KEPT[language], timeout=30000)
    assert Autosave.objects.exists()


def test_a_page_left_at_once_loses_nothing(desk: Page, form: str) -> None:
    desk.goto(form)
    desk.fill("#id_title_en", "Left in the same second")
    desk.goto("about:blank")
    desk.goto(form)
    expect(desk.locator(".unsaved .bring-back")).to_be_visible(timeout=LONG)
    desk.click(".unsaved .bring-back")
    expect(desk.locator("#id_title_en")).to_have_value("Left in the same second")


def test_it_is_thrown_away_with_one_click(desk: Page, form: str, complaints: list[str]) -> None:
    desk.goto(form)
    desk.fill("#id_title_en", "Not meant")
    expect(said(desk)).to_contain_text(KEPT["en"], timeout=LONG)
    desk.goto(form)
    desk.click(".unsaved-choice button")
    expect(desk.locator(".messagelist .success")).to_have_text("The unsaved text has been thrown away.")
    expect(desk.locator(".unsaved")).to_have_count(0)
    assert not Autosave.objects.exists()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_signatures_and_choices_come_back_too(desk: Page, form: str, language: str, complaints: list[str]) -> None:
    speak(desk, language)
    count = Article.objects.get().bylines.count()
    desk.goto(form)
    desk.fill(f"#id_bylines-0-credit_line_{language}", TYPED[language])
    desk.select_option("#id_original_language", "both")
    desk.check(f"#id_bylines-{count - 1}-DELETE")
    desk.click(".add-row a")
    desk.select_option(f"#id_bylines-{count}-role", "editor")
    desk.fill(f"#id_bylines-{count}-credit_line_en", "A row of its own")
    desk.fill(f"#id_bylines-{count}-position", "9")
    desk.click(f"#bylines-{count} .field-author .select2-selection")
    sign(desk, count, {"en": "Charap", "ru": "Чарап"}[language])
    expect(said(desk)).to_contain_text(KEPT[language], timeout=LONG)
    desk.goto("about:blank")

    desk.goto(form)
    desk.click(".unsaved .bring-back")
    expect(desk.locator("#id_original_language")).to_have_value("both")
    expect(desk.locator(f"#id_bylines-0-credit_line_{language}")).to_have_value(TYPED[language])
    expect(desk.locator(f"#id_bylines-{count - 1}-DELETE")).to_be_checked()
    expect(desk.locator(f"#id_bylines-{count}-credit_line_en")).to_have_value("A row of its own")
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    article = Article.objects.get()
    assert (article.original_language, article.bylines.count()) == ("both", count)
    assert [line.role for line in article.bylines.all()].count("editor") == 1
    assert getattr(article.bylines.first(), f"credit_line_{language}") == TYPED[language].strip()
    assert not Autosave.objects.exists()


def test_a_new_article_is_kept_too(desk: Page, site: str, complaints: list[str]) -> None:
    desk.goto(f"{site}/admin/articles/article/add/")
    desk.fill("#id_title_ru", "Ещё не статья")
    expect(said(desk)).to_contain_text(KEPT["en"], timeout=LONG)
    desk.goto(f"{site}/admin/articles/article/add/")
    desk.click(".unsaved .bring-back")
    expect(desk.locator("#id_title_ru")).to_have_value("Ещё не статья")
    desk.click("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get(title_ru="Ещё не статья")
    assert not Autosave.objects.exists()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_two_people_see_where_the_other_is(desk: Page, form: str, language: str, complaints: list[str]) -> None:
    speak(desk, language)
    anna = make_user("anna", is_superuser=True, first_name="Anna")
    desk.goto(form)
    with desk.expect_response(beat("ru")):
        desk.locator("#id_title_ru").focus()
    assert [(one.user.username, one.language) for one in Presence.objects.all()] == [("editor", "ru")]
    Presence.objects.create(user=anna, article=Article.objects.get(), language="ru", at=now())
    with desk.expect_response(beat("en")):
        desk.locator("#id_title_en").focus()
    here = {"en": "Anna is editing Russian.", "ru": "Русский: сейчас правит Anna."}[language]
    expect(desk.locator(".others-here")).to_have_text(here)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_the_offer_and_the_warning_break_no_rule(desk: Page, form: str, language: str) -> None:
    speak(desk, language)
    desk.goto(form)
    write(desk, language, TYPED[language])
    expect(said(desk)).to_contain_text(KEPT[language], timeout=LONG)
    desk.goto(form)
    desk.click(".unsaved summary")
    Session.objects.all().delete()
    desk.fill(f"#id_title_{language}", TYPED[language])
    expect(said(desk)).to_contain_text(LOGGED_OUT[language], timeout=LONG)
    assert broken(desk, ".unsaved-notices", ".keeping") == {}
