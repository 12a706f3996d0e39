"""Pasting keeps structure and drops styling. The clipboards in `data/paste` are written as the programs write them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms import HEARD, editor, open_form, paste, save
from tests.factories import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks]

CLIPBOARDS = Path(__file__).parent / "data/paste"
CLEANED = """
async (html) => (await import(document.querySelector('script[src*="desk/writing"]').src.replace("writing", "paste")))
  .cleaned(html)
"""


def clipboard(name: str) -> str:
    return (CLIPBOARDS / name).read_text(encoding="utf-8")


def expected(name: str) -> str:
    """One block a line in the file, none in what is stored."""
    return clipboard(f"{name}.expected.html").replace("\n", "")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("program", ["word", "word-online", "google-docs", "libreoffice", "telegram"])
def test_what_is_pasted_keeps_its_structure_and_is_stored(
    desk: Page, site: str, program: str, language: str, complaints: list[str]
) -> None:
    article = make_article(**{f"full_text_{language}": ""})
    open_form(desk, site, article.pk)
    paste(editor(desk, f"full_text_{language}"), clipboard(f"{program}.{language}.html"))
    expect(desk.locator(f"textarea[name=full_text_{language}]")).to_have_value(expected(f"{program}.{language}"))
    save(desk)
    article.refresh_from_db()
    assert getattr(article, f"full_text_{language}") == expected(f"{program}.{language}")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_lines_of_plain_text_become_paragraphs(desk: Page, site: str, language: str, complaints: list[str]) -> None:
    """As the desktop programs of Telegram put them on the clipboard."""
    article = make_article(**{f"full_text_{language}": ""})
    open_form(desk, site, article.pk)
    paste(editor(desk, f"full_text_{language}"), clipboard(f"telegram-desktop.{language}.txt"), "text/plain")
    save(desk)
    article.refresh_from_db()
    assert getattr(article, f"full_text_{language}") == expected(f"telegram-desktop.{language}")


CASES = {
    "a word is part of the paragraph": ("one", "<p>one</p>"),
    "empty paragraphs go": ("<p>a</p><p>&nbsp;</p><p><br></p><p> </p><p>b</p>", "<p>a</p><p>b</p>"),
    "a division is a paragraph": ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
    "source is wrapped anywhere": ("<p>one\n  two</p>\n<p>three</p>", "<p>one two</p><p>three</p>"),
    "a space between marks stays": ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
    "levels keep their distance": (
        "<h1>a</h1><h3>b</h3><h5>c</h5>",
        "<h2>a</h2><h4>b</h4><h4>c</h4>",
    ),
    "without a first level none moves": ("<h2>a</h2><h3>b</h3>", "<h2>a</h2><h3>b</h3>"),
    "a heading is not bold": ("<h2><b>a</b></h2>", "<h2>a</h2>"),
    "a numbered list keeps its start": ('<ol start="3"><li>a</li></ol>', '<ol start="3"><li><p>a</p></li></ol>'),
    "an item may have two paragraphs": (
        "<ul><li><p>a</p><p>b</p></li></ul>",
        "<ul><li><p>a</p><p>b</p></li></ul>",
    ),
    "a list after a list begins anew": (
        "<ol><li>a</li></ol><ol><li>b</li></ol>",
        "<ol><li><p>a</p></li></ol><ol><li><p>b</p></li></ol>",
    ),
    "an item goes on after a list inside": (
        "<ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li><li>d</li></ul>",
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul><p>c</p></li><li><p>d</p></li></ul>",
    ),
    "paragraphs in a quotation stay together": (
        "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
        "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
    ),
    "places in the document are no links": ('<p><a href="#top">a</a> <a name="b">b</a></p>', "<p>a b</p>"),
    "scripts are no links": ('<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
    "relative addresses are no links": ('<p><a href="/about">a</a></p>', "<p>a</p>"),
    "a guarded link leads where it led": (
        '<p><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&amp;data=1">a</a></p>',
        '<p><a href="https://example.org/a">a</a></p>',
    ),
    "raised and lowered": ("<p>H<sub>2</sub>O<sup>3</sup></p>", "<p>H<sub>2</sub>O<sup>3</sup></p>"),
    "hidden text goes": ('<p>a<span style="display:none">b</span><span style="mso-hide: all">c</span></p>', "<p>a</p>"),
    "what was struck out in revision goes": ("<p>a <del>b</del><ins>c</ins></p>", "<p>a c</p>"),
    "pictures and scripts go": ('<p>a<img src="x.png" alt="b"></p><script>c</script><style>d</style>', "<p>a</p>"),
    "a table becomes paragraphs": ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
    "a line across stays": ("<p>a</p><hr><p>b</p>", "<p>a</p><hr><p>b</p>"),
    "signs stay signs": ("<p>a &lt;b&gt; &amp; «c»</p>", "<p>a &lt;b&gt; &amp; «c»</p>"),
    "a note of ours stays a note": ("<p>a <small>b <em>c</em></small></p>", "<p>a <small>b <em>c</em></small></p>"),
    "two notes change places with their signs": (
        '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a> b<a href="#_ftn2" name="_ftnref2">[2]</a></p>'
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> one</p><p>more</p></div>'
        '<div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> two</p></div>',
        "<p>a <small>one more</small> b <small>two</small></p>",
    ),
    "endnotes are notes": (
        '<p>a<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a></p>'
        '<div id="sdendnote1"><p><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>one</p></div>',
        "<p>a <small>one</small></p>",
    ),
    "the sign of a note left behind stays": ('<p>a<a href="#_ftn1" name="_ftnref1">[1]</a></p>', "<p>a[1]</p>"),
    "no words, nothing": ("<p>&nbsp;</p>", ""),
    "what was copied here is left alone": (
        '<p data-pm-slice="1 1 []">a <b>b</b></p>',
        '<p data-pm-slice="1 1 []">a <b>b</b></p>',
    ),
}


def test_the_rules_of_pasting_one_by_one(desk: Page, site: str, complaints: list[str]) -> None:
    open_form(desk, site, make_article().pk)
    found = {rule: desk.evaluate(CLEANED, html) for rule, (html, _) in CASES.items()}
    assert found == {rule: html for rule, (_, html) in CASES.items()}


def test_pasting_what_was_cleaned_changes_nothing(desk: Page, site: str) -> None:
    open_form(desk, site, make_article().pk)
    stored = [expected(path.name.removesuffix(".expected.html")) for path in CLIPBOARDS.glob("*.expected.html")]
    assert len(stored) == 12
    again = {html: desk.evaluate(CLEANED, html) for html in stored}
    # Its first heading is an h2: nothing moves down a second time.
    assert again == {html: html.replace("&nbsp;", "\u00a0") for html in stored}


def test_a_word_pasted_into_a_sentence_stays_in_it(desk: Page, site: str, complaints: list[str]) -> None:
    article = make_article(full_text_en="<p>One three.</p>")
    open_form(desk, site, article.pk)
    area = editor(desk, "full_text_en")
    area.locator("p").click()
    desk.wait_for_function(HEARD, arg="full_text_en")
    desk.keyboard.press("Home")
    for _ in range(4):
        desk.keyboard.press("ArrowRight")
    desk.wait_for_function(HEARD, arg="full_text_en")
    paste(area, '<meta charset="utf-8"><span style="font-weight:700;color:red">two </span>')
    expect(desk.locator("textarea[name=full_text_en]")).to_have_value("<p>One <strong>two</strong>three.</p>")
