"""The exact text at the desk: read by whoever sees the article, decided about by an author with an account."""

import re

import pytest
from django.test import Client

from articles.models import Article, SignOff
from articles.models.signoff import Decision
from authors.models import Author
from tests.articles.admin.conftest import in_russian
from tests.articles.admin.ranks import INSIDE, RANKS, STATES, answers, as_rank, in_state
from tests.articles.press.signatures import approve, digest_of, pair, rewrite
from tests.factories import make_user

pytestmark = pytest.mark.django_db

SAID = {
    "en": {"approved": "You have approved: {}.", "changes": "You ask for changes: {}."},
    "ru": {"approved": "Вы одобрили текст: {}.", "changes": "Вы попросили о правках: {}."},
}
NAMES = {"en": "English", "ru": "Русский"}


def address(article: Article, language: str) -> str:
    return f"/admin/articles/article/{article.pk}/signoff/text/{language}/"


def log_in(client: Client, author: Author, *permissions: str) -> Client:
    author.user = make_user(author.slug, *permissions)
    author.save()
    client.force_login(author.user)
    return client


@pytest.mark.parametrize("site", ["en", "ru"])
@pytest.mark.parametrize("decision", ["approved", "changes"])
def test_an_author_with_an_account_decides(client: Client, language: str, site: str, decision: str) -> None:
    article, anna, _boris = pair()
    log_in(client, anna)
    if site == "ru":
        in_russian(client)
    html = client.get(address(article, language)).content.decode()
    assert {"en": "Full text of treaty.", "ru": "Полный текст treaty."}[language] in html
    assert f'<div class="exact" lang="{language}">' in html
    sent = {"digest": digest_of(article, language), "decision": decision, "comment": "So be it.", "remark-full-p1": "!"}
    response = client.post(address(article, language), sent)
    assert (response.status_code, response["Location"]) == (302, address(article, language))
    after = client.get(address(article, language))
    assert [str(one) for one in after.context["messages"]] == [SAID[site][decision].format(NAMES[language])]
    signoff = SignOff.objects.get()
    assert (signoff.author, signoff.decision, signoff.how, signoff.by) == (anna, decision, "account", anna.user)
    assert (signoff.comment, signoff.remarks[0]["text"]) == ("So be it.", "!")


def test_a_text_that_has_changed_is_not_signed_unseen(client: Client, language: str) -> None:
    article, anna, _boris = pair(**{f"full_text_{language}": "<p>Signed in Geneva.</p>"})
    log_in(client, anna)
    approve(article, anna, language)
    seen = digest_of(article, language)
    rewrite(article, language, "<p>Signed in Vienna.</p>")
    for digest in (seen, "", "0" * 64):
        sent = {"digest": digest, "decision": "approved", "comment": "Typed & kept"}
        response = client.post(address(article, language), sent)
        assert response.status_code == 409
        assert "Typed &amp; kept" in response.content.decode()
        assert ("<del>Geneva</del><ins>Vienna</ins>" in response.content.decode()) == (digest == seen)
    assert SignOff.objects.count() == 1
    assert "<del>Geneva</del><ins>Vienna</ins>" in client.get(address(article, language)).content.decode()


def test_nobody_decides_for_somebody_else(client: Client, language: str) -> None:
    article, anna, boris = pair()
    article.bylines.filter(author=boris).update(language={"en": "ru", "ru": "en"}[language])
    sent = {"digest": digest_of(article, language), "decision": "approved", "author": str(anna.pk)}
    for user in (make_user("chief", is_superuser=True), make_user("reader", "view_article")):
        client.force_login(user)
        assert client.get(address(article, language)).status_code == 200
        assert 'name="decision"' not in client.get(address(article, language)).content.decode()
        assert client.post(address(article, language), sent).status_code == 403
    log_in(client, boris)
    assert client.get(address(article, language)).status_code == 404
    assert client.post(address(article, language), sent).status_code == 404
    assert SignOff.objects.count() == 0


def test_changes_without_a_word_are_refused(client: Client, language: str) -> None:
    article, anna, _boris = pair()
    log_in(client, anna)
    sent = {"digest": digest_of(article, language), "decision": "changes"}
    response = client.post(address(article, language), sent)
    assert response.status_code == 400
    assert "Say what should be changed." in response.content.decode()


def test_remarks_stand_by_their_paragraphs(client: Client, language: str) -> None:
    article, anna, _boris = pair(**{f"full_text_{language}": "<p>One.</p><p>Two.</p>"})
    remark = {"variant": "full", "paragraph": 2, "quote": "Two.", "text": "Why <two>?"}
    approve(article, anna, language, decision=Decision.CHANGES, remarks=[remark])
    client.force_login(make_user("reader", "view_article"))
    html = client.get(address(article, language)).content.decode()
    [passage] = re.findall(r'<p id="full-p2">Two.</p>(.*?)</div>', html, re.DOTALL)
    assert "<strong>Anna Smirnova</strong>: Why &lt;two&gt;?" in passage
    rewrite(article, language, "<p>One.</p><p>Three.</p>")
    assert "Why &lt;two&gt;?" not in client.get(address(article, language)).content.decode()


def test_the_page_is_not_stored(client: Client, language: str) -> None:
    article, anna, _boris = pair()
    log_in(client, anna)
    assert "no-store" in client.get(address(article, language))["Cache-Control"]


# The text is what anybody who sees the article sees; only its authors decide about it. A button that names neither
# author nor link finds nothing.
# What is sent without a log-in is kept, and the log-in shown: 403 (config/kept_pages.py).
TEXT = {
    "get": answers(200, staff=404, writer_elsewhere=404),
    "post": answers(403, outside=403, staff=404, writer_elsewhere=404),
}
KNOWN = {"outside": 403, "staff": 404, "writer_elsewhere": 404, "editor": 404, "publisher": 404, "superuser": 404}
BUTTONS = {"get": answers(405), "post": answers(403, **KNOWN)}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("rank", RANKS)
def test_every_address_answers_each_rank_as_agreed(client: Client, rank: str, state: str) -> None:
    number = in_state(state)
    as_rank(client, rank, number)
    for method in ("get", "post"):
        for language in ("en", "ru", "de"):
            expected = TEXT[method][rank]
            if rank in INSIDE and (state == "missing" or language == "de"):
                expected = 404
            found = getattr(client, method)(f"/admin/articles/article/{number}/signoff/text/{language}/")
            assert found.status_code == expected
        for name in ("ask", "remind", "revoke"):
            expected = BUTTONS[method][rank]
            if method == "post" and rank in INSIDE and state == "missing":
                expected = 404
            found = getattr(client, method)(f"/admin/articles/article/{number}/signoff/{name}/")
            assert found.status_code == expected
