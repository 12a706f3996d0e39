"""One address for a passage in both languages, on their own pages, side by side, and in older editions."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import translation

from articles.press.withdraw import withdraw
from articles.reading.passages import passages
from articles.templatetags.passages import placed
from articles.texts.paragraphs import paragraphs
from articles.texts.places import Places, own_places
from tests.articles.reading.html import by_class, parse, text_of
from tests.articles.reading.split import ENGLISH, OTHER, RUSSIAN, make_split, revise
from tests.factories import publish

SIX = ["p1", "p2", "p2-2", "p3", "p4", "p5"]
BY_ITSELF = {"en": ["p1", "p2", "p3", "p4", "p5"], "ru": ["p1", "p2", "p3", "p4", "p5", "p6"]}


def anchors(client: Client, address: str) -> dict[str, str]:
    """Every paragraph's address on a page, and the paragraph's text."""
    root = parse(client.get(address))
    found = [(one.get("id"), text_of(one)) for one in root.iter() if re.fullmatch(r"p\d+(-\d+)?", one.get("id") or "")]
    assert len({name for name, _text in found}) == len(found)
    return dict(found)


def page(language: str, rest: str = "") -> str:
    return f"/{language}/articles/treaty-{language}/{rest}"


def printed(html: str, places: Places | None = None) -> str:
    """A text as printed, without the links of paragraphs to themselves."""
    found = passages(html, places or own_places(len(paragraphs(html))))
    return re.sub(r'<a class="itself"[^>]*></a>', "", "".join(placed(one) for one in found))


@pytest.mark.django_db
class TestOnPages:
    def test_the_same_address_is_the_same_passage_in_both_languages(self, client: Client) -> None:
        publish(make_split())
        assert anchors(client, page("en")) == dict(zip(BY_ITSELF["en"], ENGLISH, strict=True))
        assert anchors(client, page("ru")) == dict(zip(SIX, RUSSIAN, strict=True))

    def test_and_side_by_side(self, client: Client, language: str) -> None:
        publish(make_split())
        assert list(anchors(client, page(language, f"parallel/{OTHER[language]}/"))) == SIX

    def test_a_passage_that_is_not_translated_has_its_address_between_its_neighbours(self, client: Client) -> None:
        article = make_split()
        publish(article)
        revise(article, en=[ENGLISH[0], "Entirely new, of which there is no translation.", *ENGLISH[1:]])
        found = anchors(client, page("ru"))
        assert list(found) == ["p1", "p2", "p3", "p3-2", "p4", "p5", "p6"]
        assert (found["p2"], found["p3"]) == ("", RUSSIAN[1])

    def test_an_older_edition_keeps_the_addresses_it_had(self, client: Client, language: str) -> None:
        article = make_split()
        publish(article, at=datetime(2020, 1, 1, tzinfo=UTC))
        before = anchors(client, page(language, "editions/1/"))
        assert list(before) == {"en": BY_ITSELF["en"], "ru": SIX}[language]
        revise(article, en=["Entirely new, before all.", *ENGLISH], ru=["Совсем новое.", *RUSSIAN])
        assert anchors(client, page(language, "editions/1/")) == before

    def test_a_translation_whose_source_is_withdrawn_keeps_its_addresses(self, client: Client) -> None:
        editions = publish(make_split())
        before = anchors(client, page("ru"))
        withdraw(editions["en"], by=None, reason="A mistake.")
        assert anchors(client, page("ru")) == before

    def test_a_text_without_a_twin_counts_for_itself(self, client: Client, language: str) -> None:
        publish(make_split(original_language="both"), language)
        assert list(anchors(client, page(language))) == BY_ITSELF[language]

    def test_of_two_originals_the_first_language_of_the_site_is_counted(self, client: Client) -> None:
        publish(make_split(original_language="both"))
        assert list(anchors(client, page("en"))) == BY_ITSELF["en"]
        assert list(anchors(client, page("ru"))) == SIX

    def test_the_note_that_a_translation_is_behind_points_at_the_passage(self, client: Client) -> None:
        article = make_split()
        publish(article)
        changed = "The fourth was written anew and is about 44 other things."
        revise(article, en=[*ENGLISH[:3], changed, ENGLISH[4]])
        [note] = by_class(parse(client.get(page("ru"))), "behind")
        assert [link.get("href") for link in note.iter("a")] == [page("en", "#p4")]
        assert anchors(client, page("en"))["p4"] == changed
        assert anchors(client, page("ru"))["p4"] == RUSSIAN[4]

    def test_every_paragraph_links_to_itself_by_a_name(self, client: Client, language: str) -> None:
        publish(make_split())
        root = parse(client.get(page(language)))
        word = {"en": "Paragraph", "ru": "Абзац"}[language]
        names = {"en": BY_ITSELF["en"], "ru": SIX}[language]
        found = [(link.get("href"), link.get("aria-label"), text_of(link)) for link in by_class(root, "itself")]
        assert found == [(f"#{name}", f"{word} {name[1:]}", "") for name in names]


@pytest.mark.parametrize(
    ("html", "begins"),
    [
        ("<p>a</p>", '<p id="p1">LINKa'),
        ("<h3>a</h3>", '<h3 id="p1">LINKa'),
        ("<ul><li><p>a</p></li></ul>", '<ul id="p1"><li><p>LINKa'),
        ("<blockquote><p>a</p></blockquote>", '<blockquote id="p1"><p>LINKa'),
        ("<blockquote>a</blockquote>", '<blockquote id="p1">LINKa'),
        ("<ul>a<li>b</li></ul>", '<ul id="p1">a<li>b'),
    ],
)
def test_the_link_to_itself_stands_where_a_link_may(html: str, begins: str) -> None:
    link = '<a class="itself" href="#p1" aria-label="Paragraph 1"></a>'
    [passage] = passages(html, own_places(1))
    assert placed(passage).startswith(begins.replace("LINK", link))


def test_a_note_says_that_it_is_one(language: str) -> None:
    with translation.override(language):
        assert printed("<p>a <small>b</small></p>") == '<p id="p1">a <small role="note">b</small></p>'


def test_what_is_one_paragraph_here_and_several_there_has_all_their_addresses() -> None:
    places = Places((("p1",), ("p2", "p3")), {1: ("p7",)})
    assert printed("<p>a</p><ul><li>b</li></ul>", places) == (
        '<p id="p1">a</p><div class="place" id="p7"></div><div id="p3"><ul id="p2"><li>b</li></ul></div>'
    )
