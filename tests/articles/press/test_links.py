"""Personal links: whom they are for, what they open, and when they die."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.core import serializers
from django.utils import timezone, translation

from articles.models import Act, ExactText, SignOff, SignOffRequest
from articles.models.act import Kind
from articles.models.signoff import Decision
from articles.press.links import LIFE, ask, decide, find, rebind, remind, revoke
from articles.press.refusals import Refused
from articles.press.signing import standing_of
from tests.articles.press.signatures import approve, asker, digest_of, pair, rewrite
from tests.factories import make_author, make_user

pytestmark = pytest.mark.django_db

REFUSALS = {
    "denied": {
        "en": "Your account may not ask for sign-offs.",
        "ru": "У вашей учётной записи нет права запрашивать согласование.",
    },
    "stranger": {
        "en": "{}: Vera Orlova does not sign this language as an author.",
        "ru": "{}: среди авторов текста на этом языке нет такого имени (Вера Орлова).",
    },
    "email": {
        "en": "Boris Petrov has no e-mail address: write one into the author’s record.",
        "ru": "Борис Петров: нет адреса электронной почты. Впишите его в карточку автора.",
    },
    "text": {"en": "{}: there is no text to sign yet.", "ru": "{}: согласовывать пока нечего, текста нет."},
}
NAMES = {"en": "English", "ru": "Русский"}


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [error.code for error in refused.value.error_list]


def test_a_link_is_bound_to_author_language_and_exact_text(language: str) -> None:
    article, _anna, boris = pair()
    user = asker()
    request, token = ask(article, boris, language, by=user)
    assert len(token) == 43
    assert (request.author, request.language, request.digest) == (boris, language, digest_of(article, language))
    assert (request.created_by, request.revoked_at, request.seen_digest) == (user, None, "")
    assert request.expires_at - request.created_at == timedelta(days=14)
    assert LIFE == 14
    assert find(token) == request
    assert ExactText.objects.get(digest=request.digest).content["language"] == language


def test_no_token_is_kept_anywhere(language: str) -> None:
    article, _anna, boris = pair()
    request, token = ask(article, boris, language, by=asker())
    _again, other = remind(request, by=None)
    kept = "".join(serializers.serialize("json", model.objects.all()) for model in (Act, SignOffRequest, ExactText))
    assert token not in kept
    assert other not in kept
    assert hashlib.sha256(token.encode()).hexdigest() == request.token_hash


@pytest.mark.parametrize("token", ["", "x", "\udcff", "я" * 400])
def test_what_is_no_token_opens_nothing(token: str) -> None:
    assert find(token) is None


def test_two_links_never_have_one_token() -> None:
    article, anna, boris = pair()
    tokens = {ask(article, author, code, by=None)[1] for author in (anna, boris) for code in ("en", "ru")}
    assert len(tokens) == 4


def test_a_new_link_ends_the_earlier_one_of_its_author_and_language_alone(language: str) -> None:
    article, anna, boris = pair()
    other = {"en": "ru", "ru": "en"}[language]
    first, token = ask(article, boris, language, by=None)
    ask(article, boris, other, by=None)
    ask(article, anna, language, by=None)
    again, _token = ask(article, boris, language, by=None)
    assert not find(token).is_usable()
    assert first.pk not in SignOffRequest.objects.usable().values_list("pk", flat=True)
    assert SignOffRequest.objects.usable().count() == 3
    assert again.is_usable()


def test_a_link_expires() -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, "en", by=None)
    end = request.expires_at
    assert request.is_usable(end - timedelta(seconds=1))
    assert not request.is_usable(end)
    assert list(SignOffRequest.objects.usable(end)) == []


@pytest.mark.parametrize("site", ["en", "ru"])
def test_who_may_not_be_asked_is_named_in_the_language_of_the_asker(language: str, site: str) -> None:
    article, _anna, boris = pair(languages=[language])
    vera = make_author("vera-orlova", given_name_ru="Вера", family_name_ru="Орлова", email="vera@example.org")
    boris.email = ""
    boris.save()
    other = {"en": "ru", "ru": "en"}[language]
    found = {}
    for code, author, wanted, by in [
        ("denied", boris, language, make_user("writer", "change_article")),
        ("stranger", vera, language, None),
        ("email", boris, language, None),
        ("text", article.bylines.first().author, other, None),
    ]:
        with pytest.raises(Refused) as refused, translation.override(site):
            ask(article, author, wanted, by=by)
        assert codes(refused) == [code]
        with translation.override(site):
            found[code] = refused.value.messages
    expected = {
        code: [words[site].format(NAMES[other if code == "text" else language])] for code, words in REFUSALS.items()
    }
    assert found == expected
    assert SignOffRequest.objects.count() == 0
    assert Act.objects.count() == 0


def test_an_author_of_one_language_is_not_asked_for_the_other() -> None:
    article, _anna, boris = pair()
    article.bylines.filter(author=boris).update(language="ru")
    with pytest.raises(Refused) as refused:
        ask(article, boris, "en", by=None)
    assert codes(refused) == ["stranger"]
    ask(article, boris, "ru", by=None)


def test_a_translator_is_not_asked(language: str) -> None:
    article, _anna, _boris = pair()
    tanya = make_author("tanya-ivanova", email="tanya@example.org")
    article.bylines.create(role="translator", language=language, author=tanya, position=9)
    with pytest.raises(Refused) as refused:
        ask(article, tanya, language, by=None)
    assert codes(refused) == ["stranger"]


def test_every_step_is_kept_with_who_took_it_and_about_which_text(language: str) -> None:
    article, _anna, boris = pair()
    user = asker()
    request, _token = ask(article, boris, language, by=user)
    request, _token = remind(request, by=user)
    revoke(request, by=user)
    about = {"author": "boris-petrov", "digest": digest_of(article, language)}
    assert [(act.kind, act.language, act.by, act.about) for act in Act.objects.all()] == [
        (Kind.REQUEST, language, user, about),
        (Kind.REMIND, language, user, about),
        (Kind.REVOKE, language, user, about),
    ]


def test_a_revoked_link_is_dead_and_stays_so(language: str) -> None:
    article, _anna, boris = pair()
    request, token = ask(article, boris, language, by=None)
    with pytest.raises(Refused) as refused:
        revoke(request, by=make_user("writer", "change_article"))
    assert codes(refused) == ["denied"]
    revoke(request, by=asker())
    found = find(token)
    assert not found.is_usable()
    for step in (
        lambda: revoke(request, by=None),
        lambda: rebind(request),
        lambda: decide(request, digest=request.digest, decision=Decision.APPROVED),
    ):
        with pytest.raises(Refused) as refused:
            step()
        assert codes(refused) == ["gone"]
    assert SignOff.objects.count() == 0


def test_an_expired_link_decides_nothing() -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, "en", by=None)
    SignOffRequest.objects.update(expires_at=timezone.now())
    with pytest.raises(Refused) as refused:
        decide(request, digest=request.digest, decision=Decision.APPROVED)
    assert codes(refused) == ["gone"]


def test_a_reminder_is_a_new_link_that_remembers_when_and_by_whom_it_was_asked(language: str) -> None:
    article, _anna, boris = pair()
    user = asker()
    request, old = ask(article, boris, language, by=user)
    again, new = remind(request, by=None)
    assert old != new
    assert not find(old).is_usable()
    assert find(new).is_usable()
    assert (again.created_at, again.created_by) == (request.created_at, user)
    assert again.reminded_at > again.created_at
    assert again.expires_at > request.expires_at


def test_nobody_is_reminded_of_what_they_have_approved(language: str) -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, language, by=None)
    approve(article, boris, language)
    with pytest.raises(Refused) as refused:
        remind(request, by=None)
    assert codes(refused) == ["answered"]


def test_a_link_decides_for_its_own_author(language: str) -> None:
    article, anna, boris = pair()
    request, _token = ask(article, boris, language, by=None)
    signoff = decide(request, digest=request.digest, decision=Decision.APPROVED)
    assert (signoff.author, signoff.how, signoff.by, signoff.request) == (boris, "link", None, request)
    assert standing_of(article, boris, language).approved
    assert not standing_of(article, anna, language).approved


def test_a_link_decides_about_the_text_it_is_bound_to_until_its_holder_asks_for_the_new_one(language: str) -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, language, by=None)
    old = request.digest
    rewrite(article, language, "<p>Another text.</p>")
    new = digest_of(article, language)
    for digest in (old, new):
        with pytest.raises(Refused) as refused:
            decide(request, digest=digest, decision=Decision.APPROVED)
        assert codes(refused) == ["changed"]
    request = rebind(request)
    assert (request.digest, request.seen_digest) == (new, old)
    assert decide(request, digest=new, decision=Decision.APPROVED).digest == new


def test_asking_for_a_text_one_has_changes_nothing() -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, "en", by=None)
    found = rebind(request)
    assert (found.digest, found.seen_digest) == (request.digest, "")


def test_a_later_link_knows_which_text_its_author_knows(language: str) -> None:
    article, _anna, boris = pair()
    approve(article, boris, language)
    known = digest_of(article, language)
    rewrite(article, language, "<p>Another text.</p>")
    request, _token = ask(article, boris, language, by=None)
    assert request.seen_digest == known


def test_what_was_decided_twice_alike_is_one_decision(language: str) -> None:
    article, _anna, boris = pair()
    request, _token = ask(article, boris, language, by=None)
    said = {"digest": request.digest, "decision": Decision.CHANGES, "comment": " Shorter. "}
    assert decide(request, **said) == decide(request, **said)
    assert SignOff.objects.count() == 1
    assert decide(request, **said | {"comment": "Longer."}).comment == "Longer."
    assert SignOff.objects.count() == 2
    assert json.dumps([act.about for act in Act.objects.filter(kind=Kind.CHANGES)]).count(request.digest) == 2
