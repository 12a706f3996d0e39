"""`manage.py remind_signatories`: one letter to everybody who has not answered, once."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import SignOffRequest
from articles.press.invitations import invite
from articles.press.links import revoke
from tests.articles.press.signatures import approve, asker, pair
from tests.support.site import make_site

pytestmark = pytest.mark.django_db(transaction=True)


def run(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("remind_signatories", *arguments, stdout=out)
    return out.getvalue().splitlines()


def asked_days_ago(days: int) -> None:
    SignOffRequest.objects.update(created_at=timezone.now() - timedelta(days=days))


def test_who_has_not_answered_gets_one_letter_with_every_language_once() -> None:
    article, anna, boris = pair()
    user = asker()
    for author in (anna, boris):
        invite(article, author, ["en", "ru"], by=user)
    mail.outbox.clear()
    asked_days_ago(3)
    assert run() == []
    asked_days_ago(4)
    assert run() == ["reminded anna-smirnova treaty en,ru", "reminded boris-petrov treaty en,ru"]
    assert [letter.subject for letter in mail.outbox] == [
        "A reminder: please approve “Title of treaty”",
        "Напоминание: просим одобрить текст «Заглавие treaty»",
    ]
    assert [letter.reply_to for letter in mail.outbox] == [["masha@example.org"]] * 2
    assert run() == []
    asked_days_ago(13)
    assert run() == []


def test_who_has_answered_or_whose_link_is_dead_is_left_in_peace() -> None:
    article, anna, boris = pair()
    invite(article, anna, ["en", "ru"], by=None)
    [(request, _token)] = invite(article, boris, ["en"], by=None).links
    invite(article, boris, ["ru"], by=None)
    asked_days_ago(5)
    approve(article, anna, "en")
    revoke(request, by=None)
    SignOffRequest.objects.filter(author=boris, language="ru").update(expires_at=timezone.now())
    assert run() == ["reminded anna-smirnova treaty ru"]


def test_how_long_to_wait_can_be_said(language: str) -> None:
    article, anna, _boris = pair()
    invite(article, anna, [language], by=None)
    assert run("--after", "1") == []
    assert run("--after", "0") == [f"reminded anna-smirnova treaty {language}"]


def test_who_cannot_be_written_to_is_named_and_the_others_are_reminded() -> None:
    article, anna, boris = pair()
    for author in (anna, boris):
        invite(article, author, ["en"], by=None)
    anna.email = ""
    anna.save()
    out = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("remind_signatories", "--after", "0", stdout=out)
    assert refused.value.returncode == 1
    assert str(refused.value) == (
        "anna-smirnova treaty en: Anna Smirnova has no e-mail address: write one into the author’s record."
    )
    assert out.getvalue() == "reminded boris-petrov treaty en\n"


def test_a_letter_that_was_not_sent_is_a_failure(settings) -> None:
    article, anna, _boris = pair()
    invite(article, anna, ["en"], by=None)
    settings.EMAIL_BACKEND = "tests.articles.press.test_letters.Refusing"
    with pytest.raises(CommandError) as refused:
        run("--after", "0")
    expected = "anna-smirnova treaty en: expected the mail server to take the letter; found SMTPDataError: (550"
    assert str(refused.value).startswith(expected)
    assert SignOffRequest.objects.usable().count() == 1


def test_the_exit_status_says_how_it_went(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    done = site.manage("remind_signatories")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for wrong in ("-1", "x", "1.5"):
        assert site.manage("remind_signatories", f"--after={wrong}").returncode == 2
