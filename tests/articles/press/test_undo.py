"""Undoing the last act of release: every language of it goes back, in public, without altering an edition."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils.translation import override

from articles.models import Act, Article, CarryOver, Edition
from articles.press.refusals import Refused
from articles.press.release import release
from articles.press.schedule import cancel, move
from articles.press.undo import steps, undo
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

LATER = datetime(2090, 1, 2, 3, 4, tzinfo=UTC)
OTHER = {"en": "ru", "ru": "en"}
NOTE = {"en": "Edition 2 was taken back.", "ru": "Редакция 2 отменена."}
REASON = {
    "en": "This text was published before it was meant to be.",
    "ru": "Этот текст был опубликован раньше времени.",
}


def titled(article: Article, title: str, *languages: str) -> Article:
    Article.objects.filter(pk=article.pk).update(**{f"title_{code}": title for code in languages or ("en", "ru")})
    return article


def live() -> dict[str, tuple[int, str]]:
    return {edition.language: (edition.number, edition.title) for edition in Edition.objects.live()}


def names(article: Article) -> list[str]:
    return [step.name for step in steps(article)]


def refusal(article: Article, **seen: list[str]) -> list[str]:
    with pytest.raises(Refused) as refused:
        undo(article, by=None, **seen)
    return [error.code for error in refused.value.error_list]


def test_the_edition_before_is_printed_again_and_says_so(language: str) -> None:
    user = make_user()
    article = titled(make_article(), "Right")
    first = publish(article, language)[language]
    second = publish(titled(article, "Wrong"), language)[language]
    assert names(article) == [f"{language}.2.reprinted.1"]
    undo(article, by=user)
    third = Edition.objects.live(language).get()
    second.refresh_from_db()
    assert (third.number, third.title, third.digest) == (3, "Right", first.digest)
    assert (third.change, third.change_note, third.released_by) == ("correction", NOTE[language], user)
    assert third.first_published_at == first.published_at
    assert third.updated_at == third.published_at == second.superseded_at
    assert [line.name for line in third.bylines.all()] == [line.name for line in first.bylines.all()]
    assert Article.objects.get().version == article.version  # the manuscript is nobody's to undo


def test_the_note_is_in_the_language_of_the_text_whoever_undoes(language: str) -> None:
    article = make_article()
    publish(article, language)
    publish(titled(article, "Wrong"), language)
    with override(OTHER[language]):
        undo(article, by=None)
    assert Edition.objects.live(language).get().change_note == NOTE[language]


def test_a_first_edition_is_withdrawn_with_a_reason_in_its_language(client: Client, language: str) -> None:
    article = make_article()
    publish(article, language)
    assert names(article) == [f"{language}.1.withdrawn"]
    with override(OTHER[language]):
        undo(article, by=None)
    response = client.get(f"/{language}/articles/treaty-{language}/")
    assert response.status_code == 410
    assert REASON[language] in response.content.decode()


def test_a_scheduled_edition_is_called_off_and_what_is_live_goes_on(language: str) -> None:
    article = titled(make_article(), "Live")
    publish(article, language)
    publish(titled(article, "To come"), language, at=LATER)
    assert names(article) == [f"{language}.2.called_off"]
    undo(article, by=None)
    assert [edition.title for edition in Edition.objects.live(language, at=LATER)] == ["Live"]
    assert not Edition.objects.scheduled().exists()


def test_every_language_of_the_act_goes_back_each_in_its_own_way(client: Client) -> None:
    user = make_user()
    article = titled(make_article(), "Right")
    publish(article, "en")
    publish(titled(article, "Wrong"), "en", "ru", by=user)
    assert names(article) == ["en.2.reprinted.1", "ru.1.withdrawn"]
    undo(article, by=user)
    assert live() == {"en": (3, "Right")}
    assert "Wrong" not in client.get("/en/articles/treaty-en/").content.decode()
    assert client.get("/ru/articles/treaty-ru/").status_code == 410
    taken = Act.objects.filter(kind="undo").order_by("language")
    assert [(act.language, act.edition.number, act.by, act.about) for act in taken] == [
        ("en", 3, user, {"edition": 2, "how": "reprinted"}),
        ("ru", 1, user, {"edition": 1, "how": "withdrawn"}),
    ]


def test_a_language_that_was_not_part_of_the_act_stays(language: str) -> None:
    article = titled(make_article(), "Right")
    publish(article)
    publish(titled(article, "Wrong", language), "en", "ru")
    undo(article, by=None)
    assert live() == {language: (3, "Right"), OTHER[language]: (1, "Right")}


def test_what_was_undone_is_not_undone_again(language: str) -> None:
    article = make_article()
    publish(article, language)
    publish(titled(article, "Wrong"), language)
    undo(article, by=None)
    assert steps(article) == []
    assert refusal(article) == ["nothing"]
    assert Edition.objects.count() == 3


def test_a_release_after_an_undo_can_be_undone(language: str) -> None:
    article = titled(make_article(), "Right")
    publish(article, language)
    publish(titled(article, "Wrong"), language)
    undo(article, by=None)
    publish(titled(article, "Wrong again"), language)
    assert names(article) == [f"{language}.4.reprinted.3"]
    undo(article, by=None)
    assert live() == {language: (5, "Right")}


def test_an_older_slug_is_live_again_and_the_newer_one_leads_to_it(client: Client, language: str) -> None:
    article = make_article()
    publish(article, language)
    Article.objects.update(**{f"slug_{language}": "moved"})
    publish(article, language)
    undo(article, by=None)
    assert client.get(f"/{language}/articles/treaty-{language}/").status_code == 200
    response = client.get(f"/{language}/articles/moved/")
    assert (response.status_code, response["Location"]) == (301, f"/{language}/articles/treaty-{language}/")


def test_what_was_withdrawn_or_called_off_meanwhile_is_left_alone() -> None:
    article = make_article()
    editions = publish(article)
    withdraw(editions["en"], by=None, reason="An error.")
    assert names(article) == ["ru.1.withdrawn"]
    undo(article, by=None)
    assert Edition.objects.get(language="en").withdrawal_reason == "An error."

    other = make_article("other")
    cancel(*publish(other, at=LATER).values(), by=None)
    assert steps(other) == []


def test_a_move_is_undone_by_calling_off_what_was_moved(language: str) -> None:
    article = make_article()
    move(publish(article, language, at=LATER)[language], by=None, at=LATER.replace(year=2091))
    assert names(article) == [f"{language}.2.called_off"]
    undo(article, by=None)
    assert not Edition.objects.scheduled().exists()


def test_what_came_from_elsewhere_and_not_by_a_release_is_not_undone() -> None:
    article = make_article()
    publish(article)
    Act.objects.all().delete()
    assert steps(article) == []
    assert refusal(article) == ["nothing"]


def test_nothing_else_is_undone_than_was_shown(language: str) -> None:
    article = titled(make_article(), "1")
    publish(article, language)
    publish(titled(article, "2"), language)
    shown = names(article)
    publish(titled(article, "3"), language)
    for seen in (shown, [], ["nonsense"]):
        assert refusal(article, seen=seen) == ["conflict"]
    assert live() == {language: (3, "3")}
    undo(article, by=None, seen=[f"{language}.3.reprinted.2"])
    assert live() == {language: (4, "2")}


def test_the_task_of_a_correction_that_is_taken_back_is_closed(language: str) -> None:
    article = make_article()
    publish(article)
    release(titled(article, "Wrong"), [language], note="A new title.", change="correction")
    assert CarryOver.objects.open().count() == 1
    undo(article, by=None)
    assert not CarryOver.objects.open().exists()
