"""Withdrawing: a whole language goes, with a reason, and can come back as the next edition."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article, Edition
from articles.press.refusals import Refused
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

REASON = {"en": "A source was forged.", "ru": "Источник подделан."}


def test_every_edition_of_the_language_goes_and_the_other_language_stays(language: str) -> None:
    article, user = make_article(), make_user()
    publish(article)
    for number, at in enumerate((None, timezone.now() + timedelta(days=1))):
        Article.objects.update(**{f"title_{language}": f"Title {number}"})
        publish(article, language, at=at)
    edition = Edition.objects.get(language=language, number=2)

    before = timezone.now()
    assert withdraw(edition, by=user, reason=f" {REASON[language]} ") == 3

    taken = Edition.objects.filter(language=language).order_by("number")
    assert [edition.withdrawal_reason for edition in taken] == [REASON[language]] * 3
    assert [edition.withdrawn_by for edition in taken] == [user] * 3
    assert all(before <= edition.withdrawn_at <= timezone.now() for edition in taken)
    other = {"en": "ru", "ru": "en"}[language]
    for at in (timezone.now(), timezone.now() + timedelta(days=2)):
        assert [edition.language for edition in Edition.objects.live(at=at)] == [other]
        assert [edition.number for edition in Edition.objects.withdrawn().order_by("number")] == [1, 2]
    assert not Edition.objects.scheduled().exists()


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        ("en", "Say why, in the language of the readers: the reason is printed."),
        ("ru", "Назовите причину на языке читателей: она будет напечатана."),
    ],
)
@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_reason_is_required(reason: str, editor: str, message: str, language: str) -> None:
    edition = publish(make_article(), language)[language]
    with override(editor):
        with pytest.raises(Refused) as refused:
            withdraw(edition, by=None, reason=reason)
        assert (refused.value.error_list[0].code, refused.value.messages) == ("reason", [message])
    assert Edition.objects.live(language).exists()


@pytest.mark.parametrize(
    ("editor", "message"),
    [("en", "This language has been withdrawn already."), ("ru", "Текст на этом языке уже отозван.")],
)
def test_what_is_withdrawn_cannot_be_withdrawn_again(editor: str, message: str, language: str) -> None:
    edition = publish(make_article(), language)[language]
    withdraw(edition, by=None, reason=REASON[language])
    with override(editor):
        with pytest.raises(Refused) as refused:
            withdraw(edition, by=None, reason="Another reason")
        assert (refused.value.error_list[0].code, refused.value.messages) == ("withdrawn", [message])
    edition.refresh_from_db()
    assert edition.withdrawal_reason == REASON[language]


def test_a_release_after_a_withdrawal_makes_the_next_number_and_keeps_the_first_date(language: str) -> None:
    article = make_article()
    first = publish(article, language)[language]
    withdraw(first, by=None, reason=REASON[language])
    again = publish(article, language)[language]
    assert (again.number, again.digest) == (2, first.digest)
    assert again.first_published_at == first.published_at
    assert list(Edition.objects.live(language)) == [again]


def test_what_came_back_can_be_withdrawn_again_alone(language: str) -> None:
    article = make_article()
    first = publish(article, language)[language]
    withdraw(first, by=None, reason=REASON[language])
    second = publish(article, language)[language]
    assert withdraw(second, by=None, reason="Once more") == 1
    first.refresh_from_db()
    assert first.withdrawal_reason == REASON[language]


def test_what_was_withdrawn_before_its_moment_was_never_public(language: str) -> None:
    edition = publish(make_article(), language, at=timezone.now() + timedelta(days=1))[language]
    withdraw(edition, by=None, reason=REASON[language])
    for at in (timezone.now(), timezone.now() + timedelta(days=2)):
        assert not Edition.objects.live(at=at).exists()
        assert not Edition.objects.withdrawn(at).exists()
