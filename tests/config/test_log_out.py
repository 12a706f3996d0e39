"""Whose session has ended loses nothing that they send: the log-in keeps it, and it is sent again afterwards."""

import pytest
from axes.models import AccessAttempt
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models import Article
from tests.articles.admin.conftest import PUBLISHER, filled_in, in_russian
from tests.factories import make_article, make_topic, make_user
from tests.support.forms import forms

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough secret"
HERE = "http://testserver"
KEEPS = {
    "en": "You are not logged in any more. Nothing has been saved yet, and nothing is lost",
    "ru": "Вы больше не в системе. Пока ничего не сохранено, но ничего и не потеряно",
}
AGAIN = {"en": "Send it now", "ru": "Отправить"}
LOCKED = {"en": "What you sent before is still on this page.", "ru": "Отправленное вами по-прежнему на этой странице."}
EXPIRED = "The form has expired"
TYPED = 'Two "lines" & <tags>,\r\nздесь и «там»'


@pytest.fixture
def article() -> Article:
    return make_article()


@pytest.fixture
def editor() -> Client:
    """A browser that has to show the token of a form, in which an editor is logged in."""
    client = Client(enforce_csrf_checks=True, headers={"Origin": HERE})
    client.force_login(make_user("publisher", *PUBLISHER))
    return client


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def form_of(editor: Client, article: Article, **typed: object) -> dict[str, object]:
    """A form as it was opened before the session ended, token and all."""
    sent = filled_in(editor, article, **typed)
    page = editor.get(address(article)).content.decode()
    return sent | {"csrfmiddlewaretoken": dict(forms(page)["article_form"].fields)["csrfmiddlewaretoken"]}


def end_session(editor: Client) -> None:
    del editor.cookies["desk_session"]


def log_in(editor: Client, page: object, password: str = PASSWORD, username: str = "publisher"):
    form = forms(page.content.decode())["login-form"]
    return editor.post(form.action, form.sent(username=username, password=password))


def send_again(editor: Client, page: object):
    form = forms(page.content.decode())["kept-form"]
    return editor.post(form.action, form.sent())


def test_what_was_typed_is_saved_after_the_log_in(editor: Client, article: Article, language: str) -> None:
    client = in_russian(editor) if language == "ru" else editor
    sent = form_of(client, article, standfirst_en=TYPED, full_text_ru="<p>Набрано.</p>")
    end_session(client)
    page = client.post(address(article), sent)
    assert (page.status_code, KEEPS[language] in page.content.decode()) == (403, True)
    assert "no-store" in page["Cache-Control"]
    once_more = log_in(client, page)
    assert (once_more.status_code, AGAIN[language] in once_more.content.decode()) == (200, True)
    article.refresh_from_db()
    assert article.standfirst_en is None
    assert send_again(client, once_more).status_code == 302
    article.refresh_from_db()
    assert (article.standfirst_en, article.full_text_ru) == (TYPED, "<p>Набрано.</p>")


def test_several_values_and_empty_ones_are_kept_in_order(editor: Client, article: Article) -> None:
    topics = [str(make_topic(slug).pk) for slug in ("peace", "war", "trade")]
    sent = form_of(editor, article, topics=[topics[2], topics[0], topics[1]], title_ru="", note=["", "b", "", "a"])
    end_session(editor)
    kept = editor.post(f"{address(article)}?next=%2Fwhere&b=1", sent)
    once_more = forms(log_in(editor, kept).content.decode())["kept-form"]
    assert (once_more.action, once_more.enctype) == (f"{address(article)}?next=%2Fwhere&b=1", "multipart/form-data")
    values = once_more.sent()
    assert values["topics"] == [topics[2], topics[0], topics[1]]
    assert (values["title_ru"], values["note"]) == ([""], ["", "b", "", "a"])
    assert values.keys() == {name for name in sent if sent[name] != []}
    assert values["csrfmiddlewaretoken"] != [sent["csrfmiddlewaretoken"]]


def test_wrong_passwords_and_the_lock_keep_it(editor: Client, article: Article, language: str) -> None:
    client = in_russian(editor) if language == "ru" else editor
    sent = form_of(client, article, standfirst_en=TYPED)
    end_session(client)
    page = client.post(address(article), sent)
    statuses = []
    for _ in range(5):
        page = log_in(client, page, "a wrong secret")
        statuses.append(page.status_code)
    assert statuses == [200, 200, 200, 200, 429]
    assert LOCKED[language] in page.content.decode()
    AccessAttempt.objects.all().delete()  # the quarter of an hour has passed
    assert send_again(client, log_in(client, page)).status_code == 302
    article.refresh_from_db()
    assert article.standfirst_en == TYPED


def test_nothing_of_it_is_stored_with_a_wrong_password(editor: Client, article: Article) -> None:
    sent = form_of(editor, article, standfirst_en="A private sentence.")
    end_session(editor)
    log_in(editor, editor.post(address(article), sent), "a wrong secret")
    assert [("kept" in one.post_data, "private" in one.post_data) for one in AccessAttempt.objects.all()] == [
        (False, False)
    ]


def test_another_user_may_do_with_it_what_that_user_may(editor: Client, article: Article) -> None:
    make_user("reader", "view_article")
    sent = form_of(editor, article, standfirst_en=TYPED)
    end_session(editor)
    once_more = log_in(editor, editor.post(address(article), sent), username="reader")
    assert send_again(editor, once_more).status_code == 403
    article.refresh_from_db()
    assert article.standfirst_en is None


def test_what_others_saved_meanwhile_is_joined(editor: Client, article: Article) -> None:
    sent = form_of(editor, article, title_ru="Новое заглавие")
    other = Client()
    other.force_login(make_user("other", *PUBLISHER))
    other.post(address(article), filled_in(other, article, title_en="Another title"))
    end_session(editor)
    assert send_again(editor, log_in(editor, editor.post(address(article), sent))).status_code == 302
    article.refresh_from_db()
    assert (article.title_en, article.title_ru) == ("Another title", "Новое заглавие")


def test_a_form_from_before_another_log_in_is_kept(editor: Client, article: Article) -> None:
    sent = form_of(editor, article, standfirst_en=TYPED)
    end_session(editor)
    log_in_page = editor.get("/admin/login/")
    token = dict(forms(log_in_page.content.decode())["login-form"].fields)["csrfmiddlewaretoken"]
    editor.post("/admin/login/", {"username": "publisher", "password": PASSWORD, "csrfmiddlewaretoken": token})
    page = editor.post(address(article), sent)
    assert page.status_code == 403
    assert send_again(editor, page).status_code == 302
    article.refresh_from_db()
    assert article.standfirst_en == TYPED


def test_a_log_in_that_keeps_a_form_may_be_overtaken_by_another(editor: Client, article: Article) -> None:
    sent = form_of(editor, article, standfirst_en=TYPED)
    end_session(editor)
    keeping = editor.post(address(article), sent)
    editor.force_login(article_user := make_user("second", *PUBLISHER))
    editor.cookies["csrftoken"] = "b" * 32
    page = log_in(editor, keeping)
    assert (page.status_code, page.wsgi_request.user) == (403, article_user)
    assert send_again(editor, page).status_code == 302
    article.refresh_from_db()
    assert article.standfirst_en == TYPED


@pytest.mark.parametrize(
    ("headers", "kept"),
    [
        ({"Origin": HERE}, True),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-origin"}, True),
        ({"Referer": f"{HERE}/admin/"}, True),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": f"{HERE}.evil.example"}, False),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": HERE, "Sec-Fetch-Site": "cross-site"}, False),
        ({"Referer": f"{HERE}.evil.example/"}, False),
        ({"Referer": "https://evil.example/http://testserver/"}, False),
        ({}, False),
        ({"Origin": HERE, "Sec-Fetch-Mode": "cors"}, False),
    ],
)
def test_only_a_form_of_our_own_is_offered_again(article: Article, headers: dict[str, str], kept: bool) -> None:
    """With a token that is wrong it may be an attacker's, and the victim would be the one to press the button."""
    victim = Client(enforce_csrf_checks=True)
    victim.force_login(make_user("publisher", *PUBLISHER))
    page = victim.post(address(article), {"title_en": "Pwned", "csrfmiddlewaretoken": "x" * 32}, headers=headers)
    html = page.content.decode()
    assert (page.status_code, "Pwned" in html, EXPIRED in html) == (403, kept, not kept)


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "/en/", "javascript:alert(1)"])
def test_a_form_is_sent_to_the_desk_and_nowhere_else(editor: Client, wanted: str) -> None:
    end_session(editor)
    token = dict(forms(editor.get("/admin/login/").content.decode())["login-form"].fields)["csrfmiddlewaretoken"]
    sent = {"username": "publisher", "password": PASSWORD, "csrfmiddlewaretoken": token, "kept:a": "b"}
    page = editor.post("/admin/login/", sent | {"kept_address": wanted})
    assert forms(page.content.decode())["kept-form"].action == "/admin/"


def test_files_are_named_and_not_kept(editor: Client, article: Article, language: str) -> None:
    client = in_russian(editor) if language == "ru" else editor
    sent = form_of(client, article)
    end_session(client)
    page = client.post(address(article), sent | {"image": SimpleUploadedFile("bridge.png", b"not kept")})
    said = {
        "en": "Files cannot be kept. Choose these again afterwards: bridge.png.",
        "ru": "Файлы сохранить здесь нельзя. Потом выберите их снова: bridge.png.",
    }[language]
    assert said in page.content.decode()
    assert said in log_in(client, page).content.decode()


def test_no_password_is_written_into_a_page(editor: Client) -> None:
    sent = {"old_password": "a secret typed", "new_password1": "another secret typed"}
    token = dict(forms(editor.get("/admin/password_change/").content.decode()).get("").fields)["csrfmiddlewaretoken"]
    end_session(editor)
    page = editor.post("/admin/password_change/", sent | {"csrfmiddlewaretoken": token}, follow=True)
    assert "secret typed" not in page.content.decode()


def test_ten_megabytes_are_kept(editor: Client, article: Article) -> None:
    text = "Слово и дело. " * 430_000
    sent = form_of(editor, article, standfirst_en=text)
    assert 10_100_000 < sum(len(str(value).encode()) for value in sent.values()) < 10_485_760
    end_session(editor)
    kept = log_in(editor, editor.post(address(article), sent))
    assert send_again(editor, kept).status_code == 302
    article.refresh_from_db()
    assert article.standfirst_en == text.strip()


def test_a_log_out_without_a_session_is_nothing_to_keep(editor: Client) -> None:
    token = dict(forms(editor.get("/admin/").content.decode())["logout-form"].fields)["csrfmiddlewaretoken"]
    end_session(editor)
    assert editor.post("/admin/logout/", {"csrfmiddlewaretoken": token}).status_code == 302
