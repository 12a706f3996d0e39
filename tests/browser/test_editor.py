"""Writing at the desk: two languages paragraph against paragraph, what can be written, measures, keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.texts.blocks import plain_text
from articles.texts.html import clean
from articles.texts.measure import reading_minutes, word_count
from tests.browser.forms import HEARD, editor, open_form, save
from tests.browser.rules import WIDER, broken
from tests.factories import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks]

BOTH = ("full_text_en", "full_text_ru")
SENTENCE = "What was agreed in one capital was read otherwise in the other. "
# Where the paragraphs of a text begin, in pixels from the top of the page.
TOPS = "area => [...area.children].map(block => block.getBoundingClientRect().top + scrollY)"
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
MODULE = "async ([module, name, ...values]) => (await import(`/static/desk/${module}.js`))[name](...values)"
# Whether the cursor stands in a paragraph of this language that begins with this number.
CURSOR = """
([language, number]) => document.activeElement.lang === language &&
  getSelection().anchorNode.parentElement.closest("p")?.textContent.startsWith(number)
"""
SMALLER = """
() => [...document.querySelectorAll(".writing button, .prose-menubar button")]
  .filter(button => button.checkVisibility())
  .map(button => [button.getAttribute("aria-label") ?? button.textContent, button.getBoundingClientRect()])
  .filter(([, {width, height}]) => width < 24 || height < 24)
  .map(([name]) => name)
"""


def paragraphs(*lengths: int) -> str:
    return "".join(f"<p>{number}. {SENTENCE * length}</p>" for number, length in enumerate(lengths, start=1))


def tops(desk: Page) -> list[list[float]]:
    desk.evaluate(FRAMES)
    return [editor(desk, column).evaluate(TOPS) for column in BOTH]


def level_with(heights: list[float]) -> object:
    return pytest.approx(heights, abs=0.5)


def put_cursor(desk: Page, column: str, number: int) -> None:
    """At the end of a line of a paragraph, counted from 1. The editor hears of it a moment after the browser."""
    editor(desk, column).locator(f"> :nth-child({number})").click()
    desk.wait_for_function(HEARD, arg=column)
    desk.keyboard.press("End")
    desk.wait_for_function(HEARD, arg=column)


def speak(page: Page, language: str) -> None:
    page.click(f".language-switch button[value={language}]")
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.fixture
def uneven(desk: Page, site: str) -> Page:
    """The form of an article whose paragraphs are of different lengths in the two languages."""
    article = make_article(full_text_en=paragraphs(1, 5, 1, 2), full_text_ru=paragraphs(3, 1, 4, 2))
    desk.set_viewport_size({"width": 1280, "height": 900})
    open_form(desk, site, article.pk)
    return desk


# --- Paragraph against paragraph ---


def test_every_pair_of_paragraphs_begins_at_one_height(uneven: Page, complaints: list[str]) -> None:
    left, right = tops(uneven)
    assert left == level_with(right)
    assert len(left) == 4


def test_pairs_stay_level_while_one_writes_and_when_the_window_changes(uneven: Page) -> None:
    put_cursor(uneven, "full_text_en", 1)
    uneven.keyboard.insert_text(SENTENCE * 8)
    left, right = tops(uneven)
    assert left == level_with(right)
    uneven.set_viewport_size({"width": 1600, "height": 900})
    wider, right = tops(uneven)
    assert wider == level_with(right)
    assert wider != level_with(left)


def test_levelling_leaves_the_text_alone(uneven: Page) -> None:
    before = uneven.locator("textarea[name=full_text_en]").input_value()
    tops(uneven)
    assert uneven.locator(".prose-editor .ProseMirror[contenteditable] [style]").count() == 0
    assert uneven.locator("textarea[name=full_text_en]").input_value() == before


def test_the_page_does_not_jump_while_one_writes(desk: Page, site: str, complaints: list[str]) -> None:
    """In a long text, at its very end too, where a page that shrinks for a moment would be moved."""
    long = make_article(full_text_en=paragraphs(*[1, 4] * 50), full_text_ru=paragraphs(*[3, 1] * 50))
    desk.set_viewport_size({"width": 1280, "height": 900})
    open_form(desk, site, long.pk)
    for number in (50, 99):
        put_cursor(desk, "full_text_en", number)
        desk.evaluate(FRAMES)
        before = desk.evaluate("scrollY")
        desk.keyboard.type("word")
        left, right = tops(desk)
        assert left == level_with(right)
        assert desk.evaluate("scrollY") == before > 0


def test_a_new_paragraph_moves_nothing_out_of_its_row_and_finds_its_twin(uneven: Page) -> None:
    put_cursor(uneven, "full_text_en", 1)
    uneven.keyboard.press("Enter")
    uneven.keyboard.insert_text("New. " + SENTENCE * 3)
    left, right = tops(uneven)
    assert [left[0], *left[2:]] == level_with(right)
    put_cursor(uneven, "full_text_ru", 1)
    uneven.keyboard.press("Enter")
    uneven.keyboard.insert_text("Новый. ")
    left, right = tops(uneven)
    assert left == level_with(right)
    assert len(left) == 5


def test_a_paragraph_taken_apart_stands_against_the_same_as_before(uneven: Page) -> None:
    put_cursor(uneven, "full_text_en", 2)
    uneven.keyboard.press("Home")  # of a line in the middle
    for _ in range(5):
        uneven.keyboard.press("ArrowRight")
    uneven.keyboard.press("Enter")
    left, right = tops(uneven)
    assert [left[0], left[1], *left[3:]] == level_with(right)
    uneven.keyboard.press("Backspace")
    left, right = tops(uneven)
    assert left == level_with(right)


def test_rows_of_the_page_go_before_position(desk: Page, site: str) -> None:
    """One paragraph was translated as two: what follows them stands level all the same."""
    article = make_article(full_text_en=paragraphs(2, 5, 1), full_text_ru=paragraphs(1, 2, 2, 3))
    desk.set_viewport_size({"width": 1280, "height": 900})
    open_form(desk, site, article.pk)
    rows = '{"short": [], "full": [[[0], [0]], [[1], [1, 2]], [[2], [3]]]}'
    desk.evaluate(
        """rows => {
          document.getElementById("alignment")?.remove();
          const element = Object.assign(document.createElement("script"), {type: "application/json", id: "alignment"});
          element.textContent = rows;
          document.body.append(element);
        }""",
        rows,
    )
    desk.evaluate(MODULE, ["level", "relevel"])
    left, right = tops(desk)
    assert left == level_with([right[0], right[1], right[3]])


P, H, L = ({"kind": kind, "text": ""} for kind in ("paragraph", "heading2", "bulletList"))


@pytest.mark.parametrize(
    ("left", "right", "rows"),
    [
        ([P, P], [P, P], [[[0], [0]], [[1], [1]]]),
        ([P, H, P], [P, P, H, P], [[[0], [0]], [[], [1]], [[1], [2]], [[2], [3]]]),
        ([H, P, P, L], [H, P, L], [[[0], [0]], [[1], [1]], [[2], []], [[3], [2]]]),
        ([P], [], [[[0], []]]),
    ],
)
def test_headings_and_lists_are_landmarks_where_nobody_has_aligned(
    desk: Page, left: list, right: list, rows: list
) -> None:
    assert desk.evaluate(MODULE, ["pairing", "paired", left, right]) == rows


def texts(*words: str) -> list[dict]:
    return [{"kind": "paragraph", "text": text} for text in words]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        (texts("a", "b"), texts("a", "B"), [[[0], [0]], [[1], [1]]]),
        (texts("a", "b"), texts("new", "a", "b"), [[[0], []], [[1], [0]], [[2], [1]]]),
        (texts("a", "b"), texts("b"), [[[], [0]], [[0], [1]]]),
        (texts("a", "bc"), texts("a", "b", "c"), [[[0], [0]], [[1, 2], [1]]]),
        (texts("a", "b"), texts("ab"), [[[0], [0, 1]]]),
        (texts("a", "b"), texts("b", "a"), [[[], [0]], [[0], [1]], [[1], []]]),
    ],
)
def test_rows_follow_what_is_written(desk: Page, before: list, after: list, rows: list) -> None:
    """The right side has two paragraphs throughout, each against one of the left."""
    start = [[[0], [0]], [[1], [1]]]
    assert desk.evaluate(MODULE, ["pairing", "moved", start, 0, before, after]) == rows


# --- One language at a time ---


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("ru", "en")])
def test_a_phone_shows_one_language_at_a_time_and_remembers_which(
    desk: Page, site: str, language: str, other: str, complaints: list[str]
) -> None:
    desk.set_viewport_size({"width": 390, "height": 800})
    open_form(desk, site, make_article().pk)
    expect(desk.locator("#id_title_en")).to_be_visible()
    expect(desk.locator("#id_title_ru")).to_be_hidden()
    desk.click(f".views [data-view={language}]")
    desk.reload()
    expect(desk.locator(f".views [data-view={language}]")).to_have_attribute("aria-pressed", "true")
    expect(editor(desk, f"full_text_{language}")).to_be_visible()
    expect(editor(desk, f"full_text_{other}")).to_be_hidden()
    assert desk.evaluate(WIDER) <= 0
    assert desk.evaluate(SMALLER) == []
    desk.click(".views [data-view=both]")
    expect(editor(desk, f"full_text_{other}")).to_be_visible()
    assert desk.evaluate(WIDER) <= 0


def test_a_wide_window_shows_both_and_may_show_one(uneven: Page) -> None:
    expect(uneven.locator(".views [data-view=both]")).to_have_attribute("aria-pressed", "true")
    uneven.click(".views [data-view=ru]")
    expect(editor(uneven, "full_text_en")).to_be_hidden()
    expect(editor(uneven, "full_text_ru")).to_be_visible()


def test_what_was_refused_is_in_view(desk: Page, site: str) -> None:
    desk.set_viewport_size({"width": 390, "height": 800})
    open_form(desk, site, make_article().pk)
    desk.click(".views [data-view=ru]")
    desk.fill("#id_full_text_url_ru", "no address")
    desk.click(".views [data-view=en]")
    desk.click("input[name=_continue]")
    expect(desk.locator(".errornote")).to_be_visible()
    expect(desk.locator("#id_full_text_url_ru")).to_be_visible()


# --- What can be written ---


@pytest.mark.parametrize(("language", "other"), [("en", "ru"), ("ru", "en")])
def test_notes_and_words_in_the_other_language_are_written_with_keys(
    desk: Page, site: str, language: str, other: str, complaints: list[str]
) -> None:
    column = f"full_text_{language}"
    article = make_article(**{column: "<p>Text </p>"})
    open_form(desk, site, article.pk)
    put_cursor(desk, column, 1)
    desk.keyboard.type(" ")
    for keys, words in (("Control+Alt+f", "a note"), ("Control+Alt+g", "слово word")):
        desk.keyboard.press(keys)
        desk.keyboard.insert_text(words)
        desk.keyboard.press(keys)
        desk.keyboard.insert_text(" on ")
    save(desk)
    article.refresh_from_db()
    assert re.sub(r"\s|&nbsp;", " ", getattr(article, column)) == (
        f'<p>Text <small>a note</small> on <span lang="{other}">слово word</span> on </p>'
    )


def test_buttons_mark_what_is_selected(desk: Page, site: str) -> None:
    article = make_article(full_text_ru="<p>слово</p>")
    open_form(desk, site, article.pk)
    bar = desk.locator('.prose-editor:has(textarea[name="full_text_ru"]) [role=toolbar]')
    editor(desk, "full_text_ru").focus()
    desk.keyboard.press("Control+a")
    bar.get_by_role("button", name="Words in the other language").click()
    expect(bar.get_by_role("button", name="Words in the other language")).to_have_attribute("aria-pressed", "true")
    bar.get_by_role("button", name="Note").click()
    expect(desk.locator("textarea[name=full_text_ru]")).to_have_value(
        '<p><small><span lang="en">слово</span></small></p>'
    )


HELD = (
    '<p lang="de">a <em lang="la">b</em> <q>c</q> <cite>d</cite> <abbr title="e">f</abbr> <span lang="fr">g</span></p>'
    '<p><a hreflang="ru" href="https://example.org/">h</a> <small>i <strong>j</strong></small></p>'
    '<ol start="3"><li lang="de"><p>k</p></li></ol><blockquote lang="de"><p>l</p></blockquote>'
)


def test_all_that_is_stored_but_tables_can_be_edited_and_is_kept(desk: Page, site: str, complaints: list[str]) -> None:
    article = make_article(full_text_en=HELD, short_text_en="<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>")
    desk.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    expect(desk.locator(".ProseMirror[contenteditable]")).to_have_count(3)
    expect(desk.locator("textarea[name=short_text_en]")).to_be_visible()
    put_cursor(desk, "full_text_en", 4)
    desk.keyboard.type("!")
    save(desk)
    article.refresh_from_db()
    assert article.full_text_en == HELD.replace("<p>l</p>", "<p>l!</p>")


@pytest.mark.parametrize(("language", "name"), [("en", "Numbered list"), ("ru", "Нумерованный список")])
def test_a_row_of_buttons_speaks_the_desks_language_and_is_one_stop(
    desk: Page, site: str, language: str, name: str
) -> None:
    speak(desk, language)
    open_form(desk, site, make_article().pk)
    bar = desk.locator(".prose-menubar").first
    expect(bar).to_have_attribute("role", "toolbar")
    assert bar.locator("button[tabindex='0']").count() == 1
    bar.locator("button[tabindex='0']").focus()
    for _ in range(4):
        desk.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name=name, exact=True)).to_be_focused()


def test_others_hear_that_a_text_has_changed(uneven: Page) -> None:
    uneven.evaluate("document.addEventListener('diptych:change', ({detail}) => (window.changed = detail.field))")
    put_cursor(uneven, "full_text_ru", 1)
    uneven.keyboard.type("!")
    assert uneven.evaluate("window.changed") == "full_text_ru"


# --- Measures ---

MEASURED = {
    "en": [
        "<p>The well-known U.S. don’t: 1,500 of them — and 2.5 %.</p>",
        "<h2>One</h2><p>two<br>three <small>a note</small></p><ul><li><p>four</p></li><li><p>five</p></li></ul>",
        "<p>re&nbsp;do snake_case x² ½ co‑op</p><p> </p><p>naïve cafe\u0301</p>",
        "",
    ],
    "ru": [
        "<p>Из‑за чего-нибудь — 1,5&nbsp;млн, № 5 и «т.е.» так.</p>",
        "<p>Слово<small>примечание</small>слово</p><blockquote><p>Ёж<em>ик</em></p></blockquote>",
        "<table><tbody><tr><th>Год</th><td>2016</td></tr></tbody></table><p>и\u0306од</p>",
        f"<p>{'слово ' * 185}</p>",
    ],
}


def test_browser_and_server_count_alike(desk: Page, language: str) -> None:
    for html in MEASURED[language]:
        text = plain_text(clean(html))
        seen = desk.evaluate(MODULE, ["measure", "plainText", html])
        assert desk.evaluate(MODULE, ["measure", "wordCount", seen]) == word_count(text), html
        pace = {"en": 228, "ru": 184}[language]
        words = word_count(text)
        assert desk.evaluate(MODULE, ["measure", "readingMinutes", words, pace]) == reading_minutes(words, language)


@pytest.mark.parametrize(
    ("language", "words", "ratio", "warning"),
    [
        (
            "en",
            "3 words, 1 minute of reading",
            "Length, Русский to English: 0.29.",
            "Shorter than translations usually",
        ),
        ("ru", "3 слова, время чтения: 1 минута", "Русский к English: 0,29.", "Короче, чем обычно бывает перевод"),
    ],
)
def test_words_minutes_and_a_ratio_out_of_the_usual_are_said_in_words(
    desk: Page, site: str, language: str, words: str, ratio: str, warning: str
) -> None:
    speak(desk, language)
    article = make_article(full_text_en="<p>One two three.</p>", full_text_ru="<p>Раз.</p>", original_language="en")
    open_form(desk, site, article.pk)
    expect(desk.locator('[data-measure="full_text_en"]')).to_have_text(words)
    expect(desk.locator('[data-measure="full_text"]')).to_contain_text(ratio)
    expect(desk.locator('[data-measure="full_text"] strong')).to_contain_text(warning)
    expect(desk.locator("#writing-status")).to_be_empty()
    put_cursor(desk, "full_text_ru", 1)
    desk.keyboard.insert_text(" Два, три.")
    expect(desk.locator('[data-measure="full_text"] strong')).to_have_count(0)
    expect(desk.locator("#writing-status")).not_to_be_empty()


def test_a_ratio_is_against_the_original(desk: Page, site: str) -> None:
    article = make_article(full_text_en="<p>One.</p>", full_text_ru="<p>Раз два.</p>", original_language="ru")
    open_form(desk, site, article.pk)
    expect(desk.locator('[data-measure="full_text"]')).to_contain_text("English to Русский: 0.50.")
    desk.select_option("#id_original_language", "en")
    expect(desk.locator('[data-measure="full_text"]')).to_contain_text("Русский to English: 2.00.")


# --- Keys ---


def test_the_form_is_saved_from_the_keyboard(uneven: Page) -> None:
    put_cursor(uneven, "full_text_en", 1)
    uneven.keyboard.type(" Saved.")
    uneven.keyboard.press("Control+s")
    expect(uneven.locator(".messagelist .success")).to_be_visible()
    expect(editor(uneven, "full_text_en").locator("p").first).to_contain_text("Saved.")


def test_preview_and_release_are_opened_from_the_keyboard(uneven: Page) -> None:
    put_cursor(uneven, "full_text_ru", 1)
    with uneven.expect_popup() as preview:
        uneven.keyboard.press("Control+Alt+p")
    expect(preview.value).to_have_url(uneven.locator('[data-preview="ru"]').evaluate("link => link.href"))
    preview.value.wait_for_load_state()
    preview.value.close()
    uneven.keyboard.press("Control+Alt+Enter")
    uneven.wait_for_url("**/release/")


def test_keys_go_from_a_paragraph_to_its_twin_and_to_the_neighbours(uneven: Page) -> None:
    def cursor_is_in(language: str, number: str) -> None:
        uneven.wait_for_function(CURSOR, arg=[language, number])

    put_cursor(uneven, "full_text_en", 2)
    uneven.keyboard.press("Control+Alt+/")
    cursor_is_in("ru", "2")
    uneven.keyboard.press("Control+Alt+.")
    cursor_is_in("en", "3")
    uneven.keyboard.press("Control+Alt+,")
    cursor_is_in("ru", "2")
    uneven.click(".views [data-view=ru]")
    editor(uneven, "full_text_ru").locator("p").nth(3).click()
    uneven.keyboard.press("Control+Alt+/")
    cursor_is_in("en", "4")
    expect(uneven.locator(".views [data-view=en]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("language", "save_key"), [("en", "Save and go on"), ("ru", "Сохранить и продолжить")])
def test_a_question_mark_lists_the_keys_but_not_in_a_text(desk: Page, site: str, language: str, save_key: str) -> None:
    speak(desk, language)
    open_form(desk, site, make_article().pk)
    listed = desk.locator("dialog#keys")
    put_cursor(desk, "full_text_en", 1)
    desk.keyboard.type("?")
    expect(listed).to_be_hidden()
    expect(editor(desk, "full_text_en")).to_contain_text("?")
    desk.locator("button.keys").focus()
    desk.keyboard.press("?")
    expect(listed).to_be_visible()
    expect(listed).to_contain_text(save_key)
    desk.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    expect(desk.locator("button.keys")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(listed).to_be_visible()


# --- Accessible ---


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_form_of_an_article_breaks_no_rule(desk: Page, site: str, language: str) -> None:
    speak(desk, language)
    article = make_article(full_text_en=HELD, full_text_ru=HELD + paragraphs(3), topics=[])

    def opened() -> None:
        open_form(desk, site, article.pk)
        put_cursor(desk, "full_text_en", 2)
        desk.evaluate("scrollTo(0, 0)")  # no button half under the bar that stays

    assert broken(desk, opened=opened) == {}
    desk.click("button.keys")
    assert broken(desk) == {}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_choosers_of_a_form_break_no_rule_when_open(desk: Page, site: str, language: str) -> None:
    speak(desk, language)
    open_form(desk, site, make_article().pk)
    for chooser in ("#id_outlet", "#id_topics"):
        desk.locator(f"{chooser} + .select2 .select2-selection").click()
        expect(desk.locator(".select2-results__option").first).to_be_visible()
        assert broken(desk, ".select2-container--open", ".select2-dropdown", widths=(1280,)) == {}
        desk.keyboard.press("Escape")
