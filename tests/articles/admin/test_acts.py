"""The acts of an article in plain sentences, in the desk's language."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from articles.admin.acts import SENTENCES, sentences
from articles.models import Act, Article
from articles.models.act import Kind
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_author, make_user, publish

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 12, 3, tzinfo=UTC)


def said(article: Article, language: str) -> list[tuple[str, str]]:
    with translation.override(language):
        return [(str(one["said"]), str(one["who"])) for one in sentences(list(article.acts.newest_first()))]


def test_a_release_and_a_withdrawal(language: str) -> None:
    article, user = make_article(), make_user("anna", first_name="Anna", last_name="Serova")
    edition = publish(article, language, by=user)[language]
    withdraw(edition, by=user, reason="Источник отозван.")
    name = {"en": {"en": "English", "ru": "Английский"}, "ru": {"en": "Russian", "ru": "Русский"}}[language]
    assert said(article, "en") == [
        (f"{name['en']}: withdrawn. Reason: Источник отозван.", "Anna Serova"),
        (f"{name['en']}: edition 1 was released.", "Anna Serova"),
    ]
    assert said(article, "ru") == [
        (f"{name['ru']}: текст отозван. Причина: Источник отозван.", "Anna Serova"),
        (f"{name['ru']}: выпущена редакция 1.", "Anna Serova"),
    ]


def test_a_moment_is_told_on_the_clock_it_was_given_on() -> None:
    article = make_article()
    about = {"moment": "2026-12-01T08:00:00+00:00", "time_zone": "Europe/Berlin"}
    Act.objects.create(article=article, kind=Kind.SCHEDULE, language="en", about=about | {"edition": 2}, at=AT)
    assert said(article, "en") == [
        ("English: edition 2 was scheduled for 2026-12-01 09:00 Europe/Berlin.", "a command of the site")
    ]


def test_whoever_approved_by_a_link_is_named() -> None:
    article, author = make_article(), make_author("ada-lovelace")
    about = {"author": author.slug, "how": "link"}
    Act.objects.create(article=article, kind=Kind.APPROVE, language="ru", about=about, at=AT)
    assert said(article, "en") == [("Russian: the text was approved. Author: Ada Lovelace.", "Ada Lovelace")]


def test_an_override_tells_its_reason_and_the_objections() -> None:
    article = make_article()
    about = {"reason": "The author is at sea.", "objections": ["English: “Ada” has not approved."], "edition": 1}
    Act.objects.create(article=article, kind=Kind.OVERRIDE, language="en", by=make_user(), about=about, at=AT)
    [one] = sentences(list(article.acts.all()))
    assert one["said"] == "English: edition 1 was released against objections. Reason: The author is at sea."
    assert one["details"] == ["English: “Ada” has not approved."]


def test_a_letter_that_could_not_be_sent_is_told_as_such(language: str) -> None:
    article = make_article()
    about = {"author": "gone", "undelivered": "refused"}
    Act.objects.create(article=article, kind=Kind.REQUEST, language="en", about=about, at=AT)
    expected = {
        "en": "English: the letter asking for a sign-off could not be sent. Author: gone.",
        "ru": "Английский: письмо с просьбой о согласовании не ушло. Автор: gone.",
    }
    assert said(article, language)[0][0] == expected[language]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_sentence_and_an_act_that_lacks_words_still_reads(kind: Kind, language: str) -> None:
    article = make_article()
    Act.objects.create(article=article, kind=kind, about={}, at=AT)
    [(sentence, _who)] = said(article, language)
    assert kind in SENTENCES
    assert "%(" not in sentence


def test_many_acts_cost_as_many_queries_as_one(django_assert_num_queries: object) -> None:
    article, author = make_article(), make_author("ada-lovelace")
    for _ in range(30):
        Act.objects.create(article=article, kind=Kind.APPROVE, language="en", about={"author": author.slug}, at=AT)
    acts = list(article.acts.newest_first())
    with django_assert_num_queries(1):
        sentences(acts)
