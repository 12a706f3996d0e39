"""A preview is the page that readers will get, under a banner, and leads to nothing that is not there yet."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from zeal import zeal_context

from articles.models import Article
from articles.proofs.links import make_link
from tests.articles.admin.ranks import as_rank
from tests.articles.reading.html import by_class, parse, text_of
from tests.factories import make_author, make_topic, publish

BANNERS = {"en": "Preview, not published.", "ru": "Предпросмотр, не опубликовано."}
UNTIL = {
    "en": "The link works until 1 December 2026, 09:30 UTC.",
    "ru": "Ссылка действует до 1 декабря 2026 г., 09:30 UTC.",
}
SHORT = {"full": "", "short": "short/"}


@pytest.fixture(params=["desk", "shared"])
def preview(request: pytest.FixtureRequest, client: Client, article: Article):
    """Opens a preview of the article as JSON of a language and variant: at the desk, then by a shared link."""
    if request.param == "desk":
        as_rank(client, "superuser")
        place = f"/admin/articles/article/{article.pk}/preview/"
    else:
        place = f"/preview/{make_link(article).token}/"

    def opened(language: str, variant: str = "full"):
        return client.get(f"{place}{language}/{variant}/")

    opened.place = place
    return opened


def described(element: Element, without: set[str]) -> list:
    """An element as a list: tag, attributes without some, texts and children."""
    attributes = {name: value for name, value in element.attrib.items() if name not in without}
    texts = [element.text or "", element.tail or ""]
    return [element.tag, attributes, texts, [described(child, without) for child in element]]


def as_will_stand(response) -> list:
    """The article on a page without the addresses of its switches and its history, and what is for passing it on."""
    [article] = list(parse(response).iter("article"))
    article.tail = ""  # how it is cited follows on the public page alone
    for details in article.iter("dl"):
        for share in by_class(details, "share"):
            details.remove(share)
    for link in by_class(article, "beside"):
        link.attrib.pop("href")
    for panel in [*by_class(article, "panels"), *(e for e in article.iter("dd") if "·" in text_of(e))]:
        for link in panel.iter("a"):
            link.attrib.pop("href", None)
    return described(article, set())


@pytest.mark.parametrize("variant", ["full", "short"])
def test_the_article_is_element_by_element_what_readers_get(
    preview, client: Client, article: Article, language: str, variant: str
) -> None:
    before = as_will_stand(preview(language, variant))
    publish(article)
    client.logout()
    after = client.get(f"/{language}/articles/treaty-{language}/{SHORT[variant]}")
    assert before == as_will_stand(after)
    assert len(str(before)) > 1000


@pytest.mark.parametrize("variant", ["full", "short", "parallel"])
class TestEveryVariant:
    def test_no_address_that_is_not_public_yet_is_named(self, preview, language: str, variant: str) -> None:
        head = parse(preview(language, variant)).find("head")
        assert head.findall(".//link[@rel='canonical']") == head.findall(".//link[@rel='alternate']") == []
        assert [meta.get("property") for meta in head.iter("meta") if meta.get("property")] == []
        robots = [meta.get("content") for meta in head.iter("meta") if meta.get("name") == "robots"]
        assert robots == ["noindex, nofollow"]

    def test_nothing_on_it_can_be_cited(self, preview, language: str, variant: str) -> None:
        html = preview(language, variant).content.decode()
        assert [word for word in ("citation_", "Z3988", "cite.bib", 'class="cite"') if word in html] == []

    def test_its_switches_lead_to_other_previews(self, preview, language: str, variant: str) -> None:
        page = parse(preview(language, variant))
        switches = [*by_class(page, "languages"), *by_class(page, "panels")]
        addresses = {link.get("href") for switch in switches for link in switch.iter("a")}
        expected = {f"{preview.place}{code}/{variant}/" for code in ("en", "ru")}
        assert addresses == expected | {f"{preview.place}{language}/{name}/" for name in ("full", "short", "parallel")}

    def test_nobody_may_keep_it_list_it_or_be_told_of_it(self, preview, language: str, variant: str) -> None:
        response = preview(language, variant)
        assert (response.status_code, response["Content-Language"]) == (200, language)
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.cookies
        assert {"ETag", "Last-Modified", "Expires"} & set(response.headers) == set()

    def test_it_is_never_answered_with_unchanged(self, preview, client: Client, language: str, variant: str) -> None:
        since = {"If-None-Match": "*", "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
        assert client.get(f"{preview.place}{language}/{variant}/", headers=since).status_code == 200

    def test_it_has_the_policy_of_readers_pages(self, preview, client: Client, language: str, variant: str) -> None:
        public = client.get(f"/{language}/")["Content-Security-Policy"]
        assert preview(language, variant)["Content-Security-Policy"] == public

    def test_it_is_valid_html_in_its_language(self, preview, language: str, variant: str) -> None:
        page = parse(preview(language, variant))
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert sorted(ids) == sorted(set(ids))
        assert (page.get("lang"), len(page.findall(".//h1")), len(page.findall(".//main"))) == (language, 1, 1)

    def test_it_asks_no_more_for_many_than_for_few(
        self, preview, article: Article, language: str, variant: str
    ) -> None:
        def count() -> int:
            with zeal_context(), CaptureQueriesContext(connection) as queries:
                assert preview(language, variant).status_code == 200
            return len(queries)

        few = count()
        for number in range(9):
            article.bylines.create(position=20 + number, author=make_author(f"ann-{number}"))
            article.topics.add(make_topic(f"topic-{number}"))
        article.full_text_en = article.full_text_ru = "<p>Text.</p>" * 30
        article.save()
        publish(article, at=datetime(2021, 1, 1, tzinfo=UTC))
        publish(article, at=datetime(2021, 1, 2, tzinfo=UTC))
        assert count() == few


def test_the_banner_of_a_shared_link_speaks_the_texts_language_and_says_until_when(
    client: Client, article: Article, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: datetime(2026, 11, 24, 9, 30, tzinfo=UTC).timestamp())
    page = parse(client.get(f"/preview/{make_link(article).token}/{language}/full/"))
    [banner] = by_class(page, "proof")
    assert banner.get("lang") == language
    assert text_of(banner).startswith(BANNERS[language])
    assert UNTIL[language] in text_of(banner)


@pytest.mark.parametrize("desk", ["en", "ru"])
def test_the_banner_at_the_desk_speaks_the_editors_language(
    client: Client, article: Article, language: str, desk: str
) -> None:
    as_rank(client, "superuser")
    client.cookies["desk_language"] = desk
    page = parse(client.get(f"/admin/articles/article/{article.pk}/preview/{language}/full/"))
    [banner] = by_class(page, "proof")
    assert (page.get("lang"), banner.get("lang")) == (language, desk)
    assert text_of(banner).startswith(BANNERS[desk])
    assert f"/admin/articles/article/{article.pk}/change/" in [link.get("href") for link in banner.iter("a")]


def test_it_shows_what_is_saved_at_every_opening(preview, article: Article, language: str) -> None:
    preview(language)
    setattr(article, f"title_{language}", "Another title")
    article.save()
    assert text_of(parse(preview(language)).find(".//h1")) == "Another title"


def test_it_is_the_manuscripts_page_though_another_edition_is_public(preview, article: Article, language: str) -> None:
    publish(article, at=datetime(2020, 5, 6, tzinfo=UTC))
    setattr(article, f"title_{language}", "Another title")
    article.save()
    page = parse(preview(language))
    assert text_of(page.find(".//h1")) == "Another title"
    assert "2" in [text_of(one).partition(",")[0] for one in page.iter("dd")]


def test_a_short_version_that_is_not_written_leads_to_the_full_one(preview, article: Article, language: str) -> None:
    setattr(article, f"short_text_{language}", "")
    article.save()
    response = preview(language, "short")
    assert (response.status_code, response["Location"]) == (302, f"{preview.place}{language}/full/")
    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_a_language_without_text_has_no_preview(preview, article: Article, language: str) -> None:
    for field in ("title", "short_text", "full_text", "standfirst"):
        setattr(article, f"{field}_{language}", "")
    article.save()
    other = {"en": "ru", "ru": "en"}[language]
    statuses = [preview(*which).status_code for which in [(language,), (other,), (other, "parallel"), ("de",)]]
    assert statuses == [404, 200, 404, 404]
    assert preview(other, "long").status_code == 404


def test_a_text_without_a_title_or_slug_has_a_preview(preview, article: Article, language: str) -> None:
    Article.objects.filter(pk=article.pk).update(**{f"title_{language}": "", f"slug_{language}": ""})
    heading = text_of(parse(preview(language)).find(".//h1"))
    assert heading == {"en": "No title yet", "ru": "Пока без заглавия"}[language]
    assert preview(language, "parallel").status_code == 200
