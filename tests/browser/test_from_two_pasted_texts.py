"""From two pasted texts to a public article in two languages that both authors have approved: in how many steps.

docs/editing.md names the numbers; a change of the desk that makes the way longer shows here.
"""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from articles.models import Article, Edition
from articles.models.desk_roles import make_roles
from tests.browser.forms import sign
from tests.factories import make_author

pytestmark = pytest.mark.browser

PASTE = """
([field, html]) => {
  const area = document.getElementById(field).closest(".prose-editor").querySelector("[contenteditable]");
  const data = new DataTransfer();
  data.setData("text/html", html);
  area.focus();
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}
"""
TEXTS = {
    "en": "<h2>Part one</h2><p>We signed in Geneva on 3 May 2024.</p><p>Some 42 % agreed.</p>",
    "ru": "<h2>Часть первая</h2><p>Мы подписали это в Женеве 3 мая 2024 г.</p><p>Согласились 42 %.</p>",
}
TITLES = {"en": "A Common Text", "ru": "Общий текст"}
EDITORS_WAY = (10, 6)  # clicks, page loads: from the desk's front page to both languages public
AUTHORS_WAY = (2, 4)  # of each author: a link opened and a button pressed, for each of two languages


class Counted:
    """A browser page whose clicks and loads are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.loads = page, 0, 0

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.loads += 1

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.clicks += 1

    def follow(self, selector: str) -> None:
        """Clicks on what leads to another page, and waits for it."""
        with self.page.expect_navigation():
            self.click(selector)
        self.loads += 1

    @property
    def way(self) -> tuple[int, int]:
        return self.clicks, self.loads


def test_two_pasted_texts_become_a_signed_article(
    desk: Page, site: str, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_roles(apps)
    monkeypatch.setattr(settings, "SIGNOFF_POLICY", "required")
    for slug, language in (("ada-lovelace", "en"), ("boris-orlov", "ru")):
        make_author(slug, email=f"{slug}@example.org", letters_language=language)
    editor = Counted(desk)
    editor.follow("#content-related .model-article .addlink, .app-articles .model-article .addlink")

    expect(desk.locator(".ProseMirror[contenteditable]")).to_have_count(4)
    for code in ("en", "ru"):
        desk.fill(f"#id_title_{code}", TITLES[code])
        desk.evaluate(PASTE, [f"id_full_text_{code}", TEXTS[code]])
        expect(desk.locator(f"#id_full_text_{code}")).to_have_value(re.compile("42 %"))
    for row, name in enumerate(("Ada", "Boris")):
        editor.click("#bylines-group .add-row a")
        desk.fill(f"#id_bylines-{row}-position", str(row + 1))
        editor.click(f"#bylines-{row} .field-author .select2-selection")
        sign(desk, row, name)
    editor.follow("input[name=_continue]")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    for number in range(2):
        editor.follow("#signoffs form[action$='/ask/'] button.button[aria-label]")
        assert len(mail.outbox) == number + 1

    for letter in mail.outbox[:2]:
        author = Counted(context.new_page())
        for address in re.findall(r"http\S+/signoff/\S+", letter.body):
            author.open(address)
            author.follow("button[value=approved]")
            expect(author.page.locator("main")).to_contain_text(re.compile("You have approved|Вы одобрили"))
        assert author.way == AUTHORS_WAY

    editor.follow("a.release")
    editor.follow(".release-form button[type=submit]")
    expect(desk.locator(".messagelist .success")).to_have_count(2)
    assert editor.way == EDITORS_WAY
    assert sorted(Edition.objects.filter(title__in=TITLES.values()).values_list("language", flat=True)) == ["en", "ru"]
    article = Article.objects.get(key="a-common-text")
    for code, word in (("en", "Part one"), ("ru", "Часть первая")):
        html = desk.request.get(f"{site}/{code}/articles/{getattr(article, f'slug_{code}')}/").text()
        assert word in html
        assert {"en": "Approved by", "ru": "Текст одобрили"}[code] in html
