"""Letters: in the language of whoever gets them, sent after the commit, and none of them lost without a word."""

import re
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from articles.models import Act, SignOff, SignOffRequest
from articles.models.act import Kind
from articles.models.signoff import Decision
from articles.press.invitations import invite, remind_all
from articles.press.links import decide, find
from articles.press.matrix import matrix
from articles.press.refusals import Refused
from tests.articles.press.signatures import approve, asker, digest_of, pair
from tests.factories import make_author

pytestmark = pytest.mark.django_db(transaction=True)

REFUSING = "tests.articles.press.test_letters.Refusing"
ADDRESS = re.compile(r"http://localhost/signoff/([\w-]{43})/")


class Refusing(BaseEmailBackend):
    """A mail server that takes no letter, and repeats what it was given, as filters against spam do."""

    def send_messages(self, messages: list) -> int:
        raise smtplib.SMTPDataError(550, f"suspicious link in: {messages[0].body}".encode())


def test_one_letter_holds_the_links_of_every_language_in_the_authors_own() -> None:
    article, anna, boris = pair(title_en="Can we agree?", title_ru="Договоримся ли мы?")
    user = asker(first_name="Masha", last_name="Editor")
    for author in (anna, boris):
        invite(article, author, ["en", "ru"], by=user)
    english, russian = mail.outbox
    assert (english.subject, russian.subject) == (
        "Please approve “Can we agree?”",
        "Просим одобрить текст «Договоримся ли мы?»",
    )
    assert english.body.startswith("Dear Anna Smirnova,\n\nBefore a text appears under your name")
    assert russian.body.startswith("Здравствуйте, Борис Петров!\n\nПрежде чем текст выйдет под вашим именем")
    for letter, to in ((english, "anna@example.org"), (russian, "boris@example.org")):
        assert (letter.to, letter.reply_to, letter.content_subtype) == ([to], ["masha@example.org"], "plain")
        assert letter.extra_headers == {"Auto-Submitted": "auto-generated"}
        assert "English: Can we agree?\n" in letter.body
        assert "Русский: Договоримся ли мы?\n" in letter.body
        links = [find(token) for token in ADDRESS.findall(letter.body)]
        assert [(one.author.email, one.language) for one in links] == [(to, "en"), (to, "ru")]
        assert "Masha Editor\n" in letter.body


def test_nothing_in_a_letter_is_escaped_or_breaks_its_head(language: str) -> None:
    article, anna, _boris = pair(**{f"title_{language}": "“A & B” <now>"})
    invite(article, anna, [language], by=None)
    [letter] = mail.outbox
    assert "“A & B” <now>" in letter.body
    assert "\n" not in letter.subject


def test_a_reminder_says_that_it_is_one(language: str) -> None:
    article, _anna, boris = pair(title_ru="Договор")
    invitation = invite(article, boris, [language], by=None)
    remind_all(invitation.requests, by=None)
    letter = mail.outbox[1]
    assert letter.subject == "Напоминание: просим одобрить текст «Договор»"
    assert "Ссылки из прежних писем больше не действуют." in letter.body
    assert [find(token).is_usable() for token in ADDRESS.findall(letter.body)] == [True]
    assert [find(token).is_usable() for token in ADDRESS.findall(mail.outbox[0].body)] == [False]


def test_nothing_is_sent_before_the_commit_and_nothing_after_a_rollback(language: str) -> None:
    article, anna, _boris = pair()
    with transaction.atomic():
        invite(article, anna, [language], by=None)
        transaction.set_rollback(True)
    assert (mail.outbox, SignOffRequest.objects.count()) == ([], 0)
    with transaction.atomic():
        invite(article, anna, [language], by=None)
        assert mail.outbox == []
    assert len(mail.outbox) == 1


def test_one_language_that_cannot_be_asked_for_holds_back_the_letter() -> None:
    article, anna, _boris = pair(languages=["en"])
    with pytest.raises(Refused) as refused:
        invite(article, anna, ["en", "ru"], by=None)
    assert [error.code for error in refused.value.error_list] == ["text"]
    assert (mail.outbox, SignOffRequest.objects.count()) == ([], 0)


def test_a_mail_server_that_fails_loses_no_request_and_no_secret(settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_BACKEND = REFUSING
    article, anna, _boris = pair()
    invitation = invite(article, anna, ["en", "ru"], by=asker())
    assert SignOffRequest.objects.usable().count() == 2
    assert invitation.problem.startswith("SMTPDataError: (550, ")
    assert "suspicious link" in caplog.text
    kept = caplog.text + invitation.problem + "".join(str(act.about) for act in Act.objects.all())
    for _request, token in invitation.links:
        assert token not in kept
    [row] = [row for row in matrix(article) if row.author == anna]
    assert [cell.undelivered for cell in row.cells] == [invitation.problem] * 2

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    remind_all(invitation.requests, by=None)
    assert len(mail.outbox) == 1
    [row] = [row for row in matrix(article) if row.author == anna]
    assert [cell.undelivered for cell in row.cells] == ["", ""]


def test_whoever_asked_is_told_of_the_decision(language: str) -> None:
    article, _anna, boris = pair(title_en="Treaty", title_ru="Договор")
    invitation = invite(article, boris, [language], by=asker())
    mail.outbox.clear()
    [(request, _token)] = invitation.links
    remark = {"variant": "short", "paragraph": 2, "quote": "It was", "text": "Когда?"}
    decide(request, digest=request.digest, decision=Decision.CHANGES, comment="Короче.", remarks=[remark])
    [letter] = mail.outbox
    assert (letter.to, letter.reply_to) == (["masha@example.org"], ["boris@example.org"])
    title = {"en": ("Treaty", "English"), "ru": ("Договор", "Русский")}[language]
    assert letter.subject == "Changes asked for: “{0}” ({1}) / Запрошены правки: «{0}» ({1})".format(*title)
    for words in ("Author: Boris Petrov", "Автор: Борис Петров", "Короче.", "Short text, paragraph 2: It was\nКогда?"):
        assert words in letter.body
    assert f"http://localhost/admin/articles/article/{article.pk}/change/" in letter.body
    assert not ADDRESS.search(letter.body)


def test_an_editor_who_is_an_author_is_told_in_their_own_language(language: str) -> None:
    article, anna, _boris = pair(title_en="Treaty", title_ru="Договор")
    user = asker()
    make_author("masha-editor", user=user, letters_language="ru")
    invite(article, anna, ["en"], by=user)
    mail.outbox.clear()
    with transaction.atomic():
        approve(article, anna, "en")
        assert mail.outbox == []
    assert [letter.subject for letter in mail.outbox] == ["Одобрено: «Treaty» (English)"]


def test_nobody_is_told_of_what_they_did_themselves_or_without_an_address(language: str) -> None:
    article, anna, boris = pair()
    user = asker()
    anna.user = user
    anna.save()
    invite(article, anna, [language], by=user)
    invite(article, boris, [language], by=asker(username="nomail", email=""))
    mail.outbox.clear()
    approve(article, anna, language, by=user)
    approve(article, boris, language)
    assert mail.outbox == []


def test_a_decision_stands_though_nobody_can_be_told(settings, caplog: pytest.LogCaptureFixture, language: str) -> None:
    article, anna, _boris = pair()
    invite(article, anna, [language], by=asker())
    settings.EMAIL_BACKEND = REFUSING
    approve(article, anna, language)
    assert SignOff.objects.get().digest == digest_of(article, language)
    assert "the letter about a decision on treaty to masha could not be sent" in caplog.text
    assert Act.objects.filter(kind=Kind.APPROVE).count() == 1
