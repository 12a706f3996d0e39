"""Sign-offs at the desk: the matrix of authors and languages, and the buttons in it."""

import re

import pytest
from django.core import mail
from django.test import Client

from articles.models import Article, SignOffRequest
from articles.models.signoff import Decision
from articles.press.invitations import invite
from articles.press.links import ask
from tests.articles.admin.conftest import in_russian
from tests.articles.press.signatures import approve, asker, digest_of, pair, rewrite
from tests.factories import make_author, make_user

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = {
    "en": "Boris Petrov is asked to approve: English, Русский.",
    "ru": "Запрос о согласовании отправлен (Борис Петров): English, Русский.",
}
REMINDED = {
    "en": "Boris Petrov is reminded, by a new link: Русский.",
    "ru": "Напоминание с новой ссылкой отправлено (Борис Петров): Русский.",
}
REVOKED = {
    "en": "Русский: the link of Boris Petrov opens nothing any more.",
    "ru": "Русский: личная ссылка (Борис Петров) больше не действует.",
}
UNSENT = {
    "en": "The letter to Boris Petrov could not be sent: SMTPDataError: (550, ",
    "ru": "Письмо не отправлено (Борис Петров): SMTPDataError: (550, ",
}
STALE = {
    "en": "The text has changed since it was shown.",
    "ru": "С тех пор как текст был показан, он изменился.",
}


@pytest.fixture
def desk(client: Client, language: str) -> Client:
    """A browser in which somebody who may ask for sign-offs is logged in, in each language."""
    client.force_login(asker())
    return in_russian(client) if language == "ru" else client


def verb(article: Article, name: str) -> str:
    return f"/admin/articles/article/{article.pk}/signoff/{name}/"


def said(client: Client, response) -> list[str]:
    assert response.status_code == 302
    return [str(message) for message in client.get(response["Location"]).context["messages"]]


def panel(client: Client, article: Article) -> str:
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    return html.partition('id="signoffs"')[2].partition("</section>")[0]


def cells(client: Client, article: Article) -> list[str]:
    """What the cells say, author by author and language by language, as plain words."""
    found = re.findall(r"<td>(.*?)</td>", panel(client, article), re.DOTALL)
    return [" ".join(re.sub(r"<form.*?</form>|<[^>]+>", " ", cell, flags=re.DOTALL).split()) for cell in found]


def texts(article: Article, *languages: str) -> list[str]:
    return [f"{code}:{digest_of(article, code)}" for code in languages]


def test_an_author_is_asked_for_both_languages_by_one_letter(desk: Client, language: str) -> None:
    article, _anna, boris = pair()
    asking = {"author": boris.pk, "text": texts(article, "en", "ru")}
    assert said(desk, desk.post(verb(article, "ask"), asking)) == [ASKED[language]]
    assert [letter.to for letter in mail.outbox] == [["boris@example.org"]]
    assert {one.created_by.username for one in SignOffRequest.objects.all()} == {"masha"}


def test_an_author_is_reminded_and_a_link_revoked(desk: Client, language: str) -> None:
    article, _anna, boris = pair()
    [request] = invite(article, boris, ["ru"], by=None).requests
    reminding = {"link": request.pk, "digest": digest_of(article, "ru")}
    assert said(desk, desk.post(verb(article, "remind"), reminding)) == [REMINDED[language]]
    assert len(mail.outbox) == 2
    link = SignOffRequest.objects.usable().get()
    assert said(desk, desk.post(verb(article, "revoke"), {"link": link.pk})) == [REVOKED[language]]
    assert SignOffRequest.objects.usable().count() == 0


def test_what_the_page_did_not_show_is_neither_sent_nor_ended(desk: Client, language: str) -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, "ru", by=None)
    seen = digest_of(article, "ru")
    rewrite(article, "ru", "<p>Иначе.</p>")
    sent = [
        ("ask", {"author": boris.pk, "text": f"ru:{seen}"}),
        ("ask", {"author": boris.pk, "text": "ru"}),
        ("ask", {"author": boris.pk, "text": [*texts(article, "en"), f"ru:{seen}"]}),
        ("remind", {"link": request.pk, "digest": seen}),
        ("remind", {"link": request.pk}),
    ]
    for name, data in sent:
        response = desk.post(verb(article, name), data)
        assert response.status_code == 409
        assert STALE[language] in response.content.decode()
    assert mail.outbox == []
    assert SignOffRequest.objects.usable().get() == request
    ask(article, boris, "ru", by=None)
    for name in ("remind", "revoke"):
        data = {"link": request.pk, "digest": digest_of(article, "ru")}
        assert desk.post(verb(article, name), data).status_code == 409
    assert SignOffRequest.objects.usable().count() == 1


def test_a_letter_that_could_not_be_sent_is_said_and_can_be_sent_again(desk: Client, language: str, settings) -> None:
    article, _anna, boris = pair()
    settings.EMAIL_BACKEND = "tests.articles.press.test_letters.Refusing"
    asking = {"author": boris.pk, "text": texts(article, "ru")}
    [message] = said(desk, desk.post(verb(article, "ask"), asking))
    assert message.startswith(UNSENT[language])
    shown = {"en": "The letter could not be sent: SMTPDataError", "ru": "Письмо не удалось отправить: SMTPDataError"}
    assert shown[language] in panel(desk, article)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    link = SignOffRequest.objects.usable().get()
    reminding = {"link": link.pk, "digest": digest_of(article, "ru")}
    assert said(desk, desk.post(verb(article, "remind"), reminding)) == [REMINDED[language]]
    assert len(mail.outbox) == 1
    assert shown[language] not in panel(desk, article)


def test_who_cannot_be_asked_is_said(desk: Client, language: str) -> None:
    article, _anna, boris = pair()
    boris.email = ""
    boris.save()
    asking = {"author": boris.pk, "text": texts(article, "ru")}
    words = {
        "en": "Boris Petrov has no e-mail address: write one into the author’s record.",
        "ru": "Борис Петров: нет адреса электронной почты. Впишите его в карточку автора.",
    }
    assert said(desk, desk.post(verb(article, "ask"), asking)) == [words[language]]
    note = {"en": "No e-mail address", "ru": "Нет адреса электронной почты"}
    assert note[language] in panel(desk, article)
    assert SignOffRequest.objects.count() == 0


def test_the_matrix_says_where_each_author_stands_with_each_language(client: Client) -> None:
    client.force_login(asker())
    article, anna, boris = pair()
    vera = make_author("vera-orlova", email="vera@example.org")
    article.bylines.create(author=vera, position=3, language="ru")
    approve(article, anna, "en")
    remark = {"variant": "full", "paragraph": 1, "quote": "Full text of treaty.", "text": "When?"}
    approve(article, boris, "en", decision=Decision.CHANGES, comment="Shorter.", remarks=[remark])
    ask(article, anna, "ru", by=None)
    assert [re.sub(r"\d+ \w+ \d{4}", "DAY", cell.split(" Exact text")[0]) for cell in cells(client, article)] == [
        "approved DAY , at the desk",
        "asked, not answered DAY",
        "changes asked for DAY , at the desk Shorter. Full text, paragraph 1 : When?",
        "not asked",
        "—",
        "not asked",
    ]
    assert f'href="/admin/articles/article/{article.pk}/signoff/text/en/#full-p1"' in panel(client, article)
    rewrite(article, "en", "<p>Otherwise.</p>")
    rewrite(article, "ru", "<p>Иначе.</p>")
    found = [re.sub(r"\d+ \w+ \d{4}", "DAY", cell.split(" Exact text")[0]) for cell in cells(client, article)]
    assert found[:3] == [
        "the text has changed since it was approved on DAY",
        "asked, not answered DAY The text has changed since; the link shows what has.",
        "the text has changed since changes were asked for on DAY Shorter. Full text, paragraph 1 : When?",
    ]


def test_buttons_are_shown_to_those_who_may_press_them(client: Client) -> None:
    article, _anna, boris = pair()
    ask(article, boris, "ru", by=None)
    client.force_login(make_user("reader", "view_article"))
    assert "<button" not in panel(client, article)
    client.force_login(asker())
    buttons = re.findall(r"<button[^>]*>([^<]+)", panel(client, article))
    assert buttons == ["Ask for every language", "Ask", "Ask", "Ask", "Remind", "Revoke the link"]


def test_the_matrix_asks_as_much_of_the_database_for_many_authors_as_for_few(
    client: Client, django_assert_max_num_queries
) -> None:
    client.force_login(asker())
    article, anna, _boris = pair()
    address = f"/admin/articles/article/{article.pk}/change/"
    ask(article, anna, "en", by=None)
    client.get(address)
    with django_assert_max_num_queries(100) as few:
        client.get(address)
    for number in range(12):
        author = make_author(f"author-{number}x", email=f"a{number}@example.org")
        article.bylines.create(author=author, position=10 + number)
    for line in article.bylines.all():
        ask(article, line.author, "ru", by=None)
        approve(article, line.author, "en")
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(address)


def test_addresses_and_languages_of_letters_stand_in_the_authors_record(client: Client) -> None:
    client.force_login(make_user("chief", is_superuser=True))
    _article, anna, _boris = pair()
    form = client.get(f"/admin/authors/author/{anna.pk}/change/").context["adminform"].form
    assert (form["email"].value(), form["letters_language"].value()) == ("anna@example.org", "en")
