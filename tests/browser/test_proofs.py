"""Previews in a real browser: as the public page will look, accessible, without a complaint."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from articles.proofs.links import make_link
from tests.browser.rules import broken
from tests.browser.test_typography import LINES
from tests.factories import make_article, make_author, make_topic, publish

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ru")
VARIANTS = ("full", "short", "parallel")
# Every element of the article with its box, measured from the article's own corner, and its own text.
BOXES = """
() => { document.querySelector(".share")?.remove();  // nobody passes a preview on
        const article = document.querySelector("article"), corner = article.getBoundingClientRect();
        return [...article.querySelectorAll("*")].filter((one) => one.checkVisibility()).map((element) => {
          const box = element.getBoundingClientRect();
          return [element.tagName, element.className, element.children.length ? "" : element.textContent,
                  ...[box.x - corner.x, box.y - corner.y, box.width, box.height].map(Math.round)];
        }); }
"""
CELLS = LINES.replace(".text > p:not([class])", ".rows .text[lang=LANGUAGE] > p")


@pytest.fixture
def article(site: str) -> Article:
    """The seed's texts in a manuscript that nobody has released."""
    seed = Article.objects.get()
    texts = {f"{field}_{code}" for field in ("short_text", "full_text", "translation_note") for code in LANGUAGES}
    fields = {name: getattr(seed, name) for name in texts} | {"outlet": seed.outlet, "outlet_date": seed.outlet_date}
    fields |= {"standfirst_en": "What was tried before.", "standfirst_ru": "Что пробовали раньше."}
    longer = "<h2>{}</h2><ul><li>1</li></ul><table><tbody><tr><td>2</td></tr></tbody></table><p>{}</p>"
    fields["full_text_en"] += longer.format("After that", "Only here. " * 20)
    fields["full_text_ru"] += longer.format("После этого", "")
    people = [make_author("anna-smirnova"), make_author("bob-jones")]
    return make_article(authors=people, topics=[make_topic("arms")], **fields)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_preview_looks_as_the_page_will(page: Page, site: str, article: Article, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    def seen(addresses: list[str]) -> list:
        found = []
        for address in addresses:
            page.goto(f"{site}{address}")
            page.evaluate("document.fonts.ready")
            found.append(page.evaluate(BOXES))
        return found

    token = make_link(article).token
    before = seen([f"/preview/{token}/{code}/{variant}/" for code in LANGUAGES for variant in ("full", "short")])
    publish(article)
    after = seen([f"/{code}/articles/treaty-{code}/{part}" for code in LANGUAGES for part in ("", "short/")])
    assert len(before[0]) > 30
    assert before == after


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.looks
def test_a_preview_breaks_no_rule_and_fits_its_window(
    page: Page, site: str, article: Article, variant: str, complaints: list[str]
) -> None:
    token, found = make_link(article).token, {}
    for code in LANGUAGES:
        page.goto(f"{site}/preview/{token}/{code}/{variant}/")
        found[code] = broken(page)
    assert {code: rules for code, rules in found.items() if rules} == {}
    assert complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.looks
def test_the_pages_at_the_desk_break_no_rule(
    desk: Page, site: str, article: Article, language: str, complaints: list[str]
) -> None:
    desk.click(f".language-switch button[value={language}]")
    expect(desk.locator("html")).to_have_attribute("lang", language)
    desk.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    with desk.expect_popup() as opened:
        desk.click("[data-preview=ru]")
    opened.value.wait_for_load_state()
    assert opened.value.locator("h1").inner_text() == "Заглавие treaty"
    opened.value.close()
    desk.goto(f"{site}/admin/articles/article/{article.pk}/share/")
    desk.click("#content input[type=submit]")
    expect(desk.locator(".shared a")).to_have_count(2)
    assert broken(desk, "#content") == {}
    assert complaints == []


@pytest.mark.parametrize("width", [1024, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_side_by_side_are_of_a_width_that_reads_well(
    page: Page, site: str, article: Article, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/preview/{make_link(article).token}/{language}/parallel/")
    page.evaluate("document.fonts.ready")
    lines = page.evaluate(CELLS.replace("LANGUAGE", language))
    assert len(lines) > 10
    assert 42 <= sum(lines) / len(lines) <= 60


def test_side_by_side_becomes_one_below_the_other_where_there_is_no_room(
    page: Page, site: str, article: Article
) -> None:
    tops = "() => [...document.querySelector('.rows > .row').children].map((e) => e.getBoundingClientRect().top)"
    page.goto(f"{site}/preview/{make_link(article).token}/en/parallel/")
    page.set_viewport_size({"width": 1280, "height": 800})
    left, right = page.evaluate(tops)
    assert left == right
    page.set_viewport_size({"width": 390, "height": 800})
    above, below = page.evaluate(tops)
    assert above < below
