"""The release dialog in a browser: nothing in anybody's way, with or without a script, and one edition a release."""

import django.apps
import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Edition
from articles.models.desk_roles import make_roles
from articles.press.release import release
from articles.press.versions import writing
from tests.browser.conftest import PASSWORD
from tests.browser.rules import broken
from tests.factories import make_user

pytestmark = pytest.mark.browser

NOW = {"en": "Release now: English", "ru": "Выпустить сейчас: English"}
LATER = {
    "en": "Release English at 2090-01-02 03:04 Europe/Moscow",
    "ru": "Выпустить English: 2090-01-02 03:04 Europe/Moscow",
}
SUBMIT = ".terms button[type=submit]"


@pytest.fixture
def article(site: str) -> Article:
    """The seed article, corrected in English once, with a correction and changes in both languages to come."""
    make_roles(django.apps.apps)
    article = Article.objects.get()
    retitle(article, "en", "A Pledge")
    release(article, ["en"], note="The title was wrong.", change="correction")
    retitle(article, "en", "A Pledge of Non-Interference")
    retitle(article, "ru", "Обещание не вмешиваться")
    return article


def retitle(article: Article, language: str, title: str) -> None:
    article.refresh_from_db()
    with writing(article, by=None):
        setattr(article, f"title_{language}", title)
        article.save()


def speak(page: Page, site: str, language: str) -> None:
    page.context.add_cookies([{"name": "desk_language", "value": language, "url": f"{site}/admin/"}])


def choose_correction(page: Page, *languages: str) -> None:
    for code in ("en", "ru"):
        page.locator(f"[name=languages][value={code}]").set_checked(code in languages)
    page.check("[name=change][value=correction]")
    for code in languages:
        page.fill(f"[name=note_{code}]", "The title was wrong.")


def editions(language: str) -> list[int]:
    return sorted(Edition.objects.filter(language=language).values_list("number", flat=True))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.looks
def test_no_page_of_a_release_breaks_a_rule(
    desk: Page, site: str, article: Article, complaints: list[str], language: str
) -> None:
    """In a narrow and a wide window, in light and dark: with everything on them that they can show."""
    speak(desk, site, language)
    place = f"{site}/admin/articles/article/{article.pk}"

    def refused() -> None:
        desk.goto(f"{place}/release/")
        desk.fill("[name=day]", "2027-10-31")
        desk.fill("[name=clock]", "02:30")
        desk.select_option("[name=zone]", "Europe/Berlin")
        desk.click(SUBMIT)
        expect(desk.locator("[name=fold]")).to_have_count(2)

    def scheduled() -> None:
        refused()
        choose_correction(desk, "en", "ru")
        desk.check("[name=fold][value='1']")
        desk.click(SUBMIT)
        expect(desk.locator(".messagelist .success")).to_have_count(2)

    pages = {
        "dialog": lambda: desk.goto(f"{place}/release/"),
        "refused": refused,
        "with what is scheduled": lambda: (scheduled(), desk.goto(f"{place}/release/")),
        "schedule": lambda: desk.goto(f"{place}/schedule/"),
        "withdraw": lambda: desk.goto(f"{place}/withdraw/en/"),
    }
    found = {}
    for name, open_page in pages.items():
        open_page()
        found[name] = broken(desk, "#content")
    assert {name: rules for name, rules in found.items() if rules} == {}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_button_says_what_will_happen_and_the_zone_is_the_browsers(
    browser: Browser, desk: Page, site: str, article: Article, language: str
) -> None:
    with browser.new_context(timezone_id="Europe/Moscow", storage_state=desk.context.storage_state()) as context:
        page = context.new_page()
        speak(page, site, language)
        page.goto(f"{site}/admin/articles/article/{article.pk}/release/")
        expect(page.locator("[name=zone]")).to_have_value("Europe/Moscow")
        page.uncheck("[name=languages][value=ru]")
        expect(page.locator(SUBMIT)).to_have_text(NOW[language])
        page.fill("[name=day]", "2090-01-02")
        page.fill("[name=clock]", "03:04")
        expect(page.locator("output")).to_have_text("2090-01-02 00:04 UTC")
        expect(page.locator(SUBMIT)).to_have_text(LATER[language])


@pytest.mark.parametrize(
    ("day", "clock", "zone", "said"),
    [
        ("2027-03-28", "02:30", "Europe/Berlin", "no such time on that day"),
        ("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25 00:30 UTC or 2026-10-25 01:30 UTC"),
        ("2027-04-04", "01:45", "Australia/Lord_Howe", "2027-04-03 14:45 UTC or 2027-04-03 15:15 UTC"),
        ("2026-12-01", "09:00", "America/New_York", "2026-12-01 14:00 UTC"),
    ],
)
def test_the_moment_is_said_in_utc_while_it_is_typed(
    desk: Page, site: str, article: Article, day: str, clock: str, zone: str, said: str
) -> None:
    desk.goto(f"{site}/admin/articles/article/{article.pk}/release/")
    desk.fill("[name=day]", day)
    desk.fill("[name=clock]", clock)
    desk.select_option("[name=zone]", zone)
    expect(desk.locator("output")).to_have_text(said)


def test_a_release_needs_nothing_but_the_keyboard(
    desk: Page, site: str, article: Article, complaints: list[str]
) -> None:
    desk.goto(f"{site}/admin/articles/article/{article.pk}/release/")

    def tab_to(selector: str) -> None:
        for _ in range(60):
            desk.keyboard.press("Tab")
            if desk.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    tab_to("[name=languages][value=ru]")
    desk.keyboard.press("Space")
    tab_to("[name=change]")
    desk.keyboard.press("Space")
    tab_to("[name=note_en]")
    desk.keyboard.type("The title was wrong.")
    tab_to(SUBMIT)
    desk.keyboard.press("Enter")
    expect(desk.locator(".messagelist .success")).to_have_text("English: edition 3 is live.")
    assert (editions("en"), editions("ru")) == ([1, 2, 3], [1])


def test_a_double_click_makes_one_edition(desk: Page, site: str, article: Article) -> None:
    desk.goto(f"{site}/admin/articles/article/{article.pk}/release/")
    choose_correction(desk, "en", "ru")
    desk.dblclick(SUBMIT)
    desk.wait_for_url(f"{site}/admin/articles/article/{article.pk}/change/")
    assert (editions("en"), editions("ru")) == ([1, 2, 3], [1, 2])


def test_back_and_once_more_makes_one_edition(desk: Page, site: str, article: Article) -> None:
    desk.goto(f"{site}/admin/articles/article/{article.pk}/release/")
    choose_correction(desk, "en")
    desk.click(SUBMIT)
    desk.wait_for_url(f"{site}/admin/articles/article/{article.pk}/change/")
    desk.go_back()
    desk.uncheck("[name=languages][value=ru]")
    desk.click(SUBMIT)
    expect(desk.locator(".messagelist .info")).to_have_text("English: nothing has changed since edition 3.")
    assert editions("en") == [1, 2, 3]


def test_of_two_publishers_the_second_is_shown_what_the_first_has_changed(
    browser: Browser, desk: Page, site: str, article: Article
) -> None:
    make_user("anna", is_superuser=True)
    with browser.new_context(java_script_enabled=False) as context:
        other = context.new_page()
        other.goto(f"{site}/admin/articles/article/{article.pk}/release/")
        other.fill("#id_username", "anna")
        other.fill("#id_password", PASSWORD)
        other.click("input[type=submit]")
        choose_correction(other, "en")
        retitle(article, "en", "Another Pledge")
        with other.expect_navigation() as answer:
            other.click(SUBMIT)
        assert answer.value.status == 409
        expect(other.locator(".errornote")).to_contain_text("the manuscript has changed since this page was opened")
        expect(other.locator("[name=note_en]")).to_have_value("The title was wrong.")
        expect(other.locator("[name=change][value=correction]")).to_be_checked()
        expect(other.locator(".panels ins").first).to_contain_text("Another")
        other.click(SUBMIT)
        expect(other.locator(".messagelist .success")).to_have_text("English: edition 3 is live.")
    assert Edition.objects.get(language="en", number=3).title == "Another Pledge"


def test_the_last_release_is_undone_in_one_click(
    desk: Page, site: str, article: Article, complaints: list[str]
) -> None:
    desk.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    desk.click("text=Undo the last release: English goes back to edition 1")
    expect(desk.locator(".messagelist .success")).to_have_text(
        "The last release has been undone. English goes back to edition 1."
    )
    desk.goto(f"{site}{Edition.objects.live('en').get().get_absolute_url()}")
    expect(desk.locator(".corrections .correction").first).to_contain_text("Edition 2 was taken back.")
    expect(desk.locator("h1")).to_have_text("Can Washington and Moscow Agree to Limit Political Interference?")
