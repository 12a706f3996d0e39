"""Links to a preview: signed, good for a week, useless when tampered with."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.signing import TimestampSigner
from django.test import Client

from articles.models import Article
from articles.proofs.links import Expired, make_link, read_link
from tests.articles.reading.html import parse, text_of

MADE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
EXPIRED = {"en": "This link has expired", "ru": "Срок действия ссылки истёк"}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Sets the clock that links are signed and read by."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr("time.time", lambda: moment.timestamp())

    set_to(MADE)
    return set_to


def test_a_link_opens_for_a_week(client: Client, article: Article, language: str, at) -> None:
    link = make_link(article)
    assert (link.article, link.until) == (article.pk, datetime(2026, 12, 1, 9, 30, tzinfo=UTC))
    at(MADE + timedelta(days=7))
    assert client.get(f"/preview/{link.token}/{language}/full/").status_code == 200


def test_after_a_week_it_says_in_both_languages_that_it_has_expired(client: Client, token: str, language: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        later = datetime.now(UTC) + timedelta(days=7, seconds=2)
        patch.setattr("time.time", later.timestamp)
        response = client.get(f"/preview/{token}/{language}/full/")
    assert (response.status_code, response["Content-Language"]) == (410, "en, ru")
    headings = [text_of(one) for tag in ("h1", "h2") for one in parse(response).iter(tag)]
    assert headings == [EXPIRED["en"], EXPIRED["ru"]]
    assert "treaty" not in response.content.decode()
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: "2" + token,
        lambda token: token.replace(".", "..", 1),
        lambda token: token.split(".")[0],
        lambda token: token + "x",
        lambda token: TimestampSigner(sep=".").sign(token.split(".")[0]),
        lambda token: TimestampSigner(sep=".", salt="articles.proofs.links", key="stolen").sign("1"),
        lambda token: "\x00",
        lambda token: "жетон",
    ],
)
def test_a_forged_one_is_nothing(client: Client, token: str, language: str, spoil) -> None:
    response = client.get(f"/preview/{spoil(token)}/{language}/full/")
    assert (response.status_code, response["Content-Language"]) == (404, "en, ru")
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex, nofollow", "no-referrer")
    assert not response.cookies


def test_a_link_to_an_article_that_is_gone_leads_nowhere(client: Client, article: Article, token: str) -> None:
    article.bylines.all().delete()
    article.delete()
    assert client.get(f"/preview/{token}/en/full/").status_code == 404


def test_another_articles_link_does_not_open_this_one(client: Client, article: Article, token: str, at) -> None:
    other = Article.objects.create(key="other", title_en="Other", full_text_en="<p>Other.</p>")
    assert "Other" not in client.get(f"/preview/{token}/en/full/").content.decode()
    assert read_link(make_link(other).token).article == other.pk


def test_an_expired_link_is_told_from_a_forged_one(article: Article, at) -> None:
    token = make_link(article).token
    at(MADE + timedelta(days=7, seconds=1))
    with pytest.raises(Expired):
        read_link(token)
