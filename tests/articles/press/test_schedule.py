"""A scheduled release is called off or moved, as long as its moment has not come; what is live goes on."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from articles.models import Act, Article, CarryOver, Edition
from articles.press.refusals import Refused
from articles.press.release import release
from articles.press.schedule import cancel, move
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_topic, make_user, publish

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
LATER = datetime(2090, 1, 2, 3, 4, tzinfo=UTC)
LATER_STILL = datetime(2090, 5, 6, 7, 8, tzinfo=UTC)
NAMES = {"en": "English", "ru": "Русский"}
OTHER = {"en": "ru", "ru": "en"}


def titled(article: Article, title: str) -> Article:
    Article.objects.filter(pk=article.pk).update(title_en=title, title_ru=title)
    return article


def live(language: str, at: datetime | None = None) -> list[str]:
    return [edition.title for edition in Edition.objects.live(language, at=at)]


def acts(article: Article) -> list[tuple]:
    return [(act.kind, act.language, act.edition.number, act.by.username) for act in article.acts.order_by("pk")]


def refusal(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


def test_what_is_called_off_is_never_public_and_what_is_live_goes_on(language: str) -> None:
    user = make_user()
    article = titled(make_article(), "Old")
    old = publish(article, language, by=user)[language]
    new = publish(titled(article, "New"), language, by=user, at=LATER)[language]
    cancel(new, by=user)
    old.refresh_from_db()
    assert old.superseded_at is None
    assert live(language, at=LATER + SECOND) == ["Old"]
    assert not Edition.objects.scheduled().exists()
    assert list(Edition.objects.ever_public(LATER + SECOND)) == [old]
    assert acts(article) == [
        ("release", language, 1, "editor"),
        ("schedule", language, 2, "editor"),
        ("cancel", language, 2, "editor"),
    ]


def test_a_first_edition_that_is_called_off_leaves_nothing(language: str) -> None:
    article = make_article()
    cancel(publish(article, language, at=LATER)[language], by=None)
    assert live(language, at=LATER + SECOND) == []
    again = publish(article, language)[language]
    assert (again.number, again.change, again.first_published_at) == (2, "", again.published_at)


def test_both_languages_are_called_off_together_or_neither() -> None:
    editions = publish(make_article(), at=LATER)
    withdraw(editions["ru"], by=None, reason="Ошибка")
    assert [error.code for error in refusal(lambda: cancel(*editions.values(), by=None)).error_list] == [
        "not_scheduled"
    ]
    assert list(Edition.objects.scheduled()) == [editions["en"]]
    cancel(editions["en"], by=None)
    assert not Edition.objects.scheduled().exists()


def test_a_move_prints_the_very_same_text_for_the_new_moment(language: str) -> None:
    user = make_user()
    article = titled(make_article(topics=[make_topic()]), "Old")
    old = publish(article, language)[language]
    outcome = release(titled(article, "New"), [language], at=LATER, by=user, note="A new title.", change="correction")
    [new] = outcome.created
    titled(article, "Not released yet")
    [moved] = move(new, by=user, at=LATER_STILL, time_zone="Europe/Moscow")
    same = ("title", "digest", "short_html", "full_html", "signoffs", "roots", "alignment", "change", "change_note")
    assert [getattr(moved, name) for name in same] == [getattr(new, name) for name in same]
    assert (moved.title, moved.number, moved.time_zone) == ("New", 3, "Europe/Moscow")
    assert (moved.published_at, moved.updated_at) == (LATER_STILL, LATER_STILL)
    assert moved.first_published_at == old.published_at
    assert [line.name for line in moved.bylines.all()] == [line.name for line in new.bylines.all()]
    assert [topic.slug for topic in moved.topics.all()] == ["treaties"]
    assert live(language, at=LATER_STILL - SECOND) == ["Old"]
    assert live(language, at=LATER_STILL) == ["New"]
    assert list(Edition.objects.scheduled()) == [moved]
    [act] = article.acts.filter(kind="move")
    assert (act.language, act.edition, act.by, act.about) == (
        language,
        moved,
        user,
        {
            "from": "2090-01-02T03:04:00+00:00",
            "moment": "2090-05-06T07:08:00+00:00",
            "time_zone": "Europe/Moscow",
        },
    )


def test_a_moved_first_edition_is_first_published_at_its_new_moment(language: str) -> None:
    new = publish(make_article(), language, at=LATER)[language]
    for moment in (LATER_STILL, LATER - SECOND):
        [new] = move(new, by=None, at=moment)
        assert (new.first_published_at, new.updated_at) == (moment, moment)


def test_a_moved_slip_of_the_pen_still_updates_nothing(language: str) -> None:
    article = make_article()
    old = publish(article, language)[language]
    new = publish(titled(article, "New"), language, at=LATER, change="minor")[language]
    [moved] = move(new, by=None, at=LATER_STILL)
    assert moved.updated_at == new.updated_at == old.published_at


def test_moving_to_the_same_moment_changes_nothing(language: str) -> None:
    new = publish(make_article(), language, at=LATER)[language]
    assert move(new, by=None, at=LATER) == [new]
    assert Edition.objects.count() == 1


def test_nothing_is_moved_to_a_moment_that_has_passed(language: str) -> None:
    new = publish(make_article(), language, at=LATER)[language]
    refused = refusal(lambda: move(new, by=None, at=datetime(2026, 1, 1, tzinfo=UTC)))
    assert [error.code for error in refused.error_list] == ["moment"]
    assert refused.messages == ["Expected a moment to come; found 2026-01-01 00:00 UTC, which has passed."]
    assert list(Edition.objects.scheduled()) == [new]


REFUSED = {
    "passed": {
        "en": "%s: edition 1 is live by now.",
        "ru": "%s: редакция 1 уже опубликована.",
    },
    "not_scheduled": {
        "en": "%s: edition 1 is not scheduled any more.",
        "ru": "%s: редакция 1 больше не запланирована.",
    },
}


@pytest.mark.parametrize("editor", ["en", "ru"])
@pytest.mark.parametrize("act", [cancel, lambda edition, by: move(edition, by=by, at=LATER_STILL)])
def test_what_has_become_public_meanwhile_is_neither_called_off_nor_moved(
    act: Callable, editor: str, language: str
) -> None:
    edition = publish(make_article(), language)[language]
    edition.published_at = LATER  # as the page had it that was opened before
    with override(editor):
        refused = refusal(lambda: act(edition, by=None))
        assert refused.messages == [REFUSED["passed"][editor] % NAMES[language]]
    assert [error.code for error in refused.error_list] == ["passed"]
    assert Edition.objects.live(language).count() == 1


@pytest.mark.parametrize("editor", ["en", "ru"])
@pytest.mark.parametrize("act", [cancel, lambda edition, by: move(edition, by=by, at=LATER_STILL)])
def test_what_was_replaced_meanwhile_is_neither_called_off_nor_moved(act: Callable, editor: str, language: str) -> None:
    article = make_article()
    edition = publish(article, language, at=LATER)[language]
    publish(titled(article, "New"), language, at=LATER)
    with override(editor):
        refused = refusal(lambda: act(edition, by=None))
        assert refused.messages == [REFUSED["not_scheduled"][editor] % NAMES[language]]
    assert live(language, at=LATER) == ["New"]


def test_a_correction_called_off_is_no_task_any_more(language: str) -> None:
    article = make_article()
    publish(article)
    outcome = release(titled(article, "New"), [language], at=LATER, note="A new title.", change="correction")
    [task] = CarryOver.objects.open()
    assert (task.language, task.correction) == (OTHER[language], outcome.created[0])
    [moved] = move(*outcome.created, by=None, at=LATER_STILL)
    assert [task.correction for task in CarryOver.objects.open()] == [moved]
    cancel(moved, by=None)
    assert not CarryOver.objects.open().exists()


def test_a_correction_is_open_again_when_the_edition_that_applies_it_is_called_off(language: str) -> None:
    other = OTHER[language]
    article = make_article()
    publish(article)
    release(titled(article, "New"), [language], note="A new title.", change="correction")
    [task] = CarryOver.objects.open()
    outcome = release(article, [other], at=LATER, note="The same.", change="correction", applies=[task.pk])
    assert not CarryOver.objects.open().exists()
    [moved] = move(*outcome.created, by=None, at=LATER_STILL)
    task.refresh_from_db()
    assert task.settled_with == moved
    cancel(moved, by=None)
    assert [one.pk for one in CarryOver.objects.open()] == [task.pk]
    assert Act.objects.filter(kind="carry", language=other, edition=outcome.created[0]).count() == 1
