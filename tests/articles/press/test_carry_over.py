"""A correction of one language is a task in the others, until it is applied there or does not concern them."""

from datetime import UTC, datetime

import pytest

from articles.models import Act, Article, CarryOver
from articles.press.carry_over import dismiss
from articles.press.refusals import Refused
from articles.press.release import release, release_many
from articles.press.terms import Terms
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}


def changed(article: Article, language: str, title: str = "Corrected") -> Article:
    Article.objects.filter(pk=article.pk).update(**{f"title_{language}": title})
    return article


def correct(article: Article, *languages: str, applies: tuple = ()) -> list:
    terms = {"note": "A wrong title.", "change": "correction", "applies": applies}
    return release(article, languages, **terms).created


def tasks() -> list[tuple]:
    return [(one.correction.language, one.correction.number, one.language) for one in CarryOver.objects.open()]


def test_a_correction_is_a_task_in_the_other_language(language: str) -> None:
    article = make_article()
    publish(article)
    [correction] = correct(changed(article, language), language)
    assert tasks() == [(language, 2, OTHER[language])]
    [task] = CarryOver.objects.open()
    assert (task.article, task.since) == (article, correction.published_at)


@pytest.mark.parametrize("change", ["update", "minor"])
def test_nothing_but_a_correction_is_one(change: str, language: str) -> None:
    article = make_article()
    publish(article)
    publish(changed(article, language), language, change=change)
    assert tasks() == []


def test_a_language_that_is_not_public_has_nothing_to_correct(language: str) -> None:
    article = make_article()
    publish(article, language)
    correct(changed(article, language), language)
    assert tasks() == []


def test_what_is_corrected_in_both_languages_at_once_is_no_task() -> None:
    article = make_article()
    publish(article)
    correct(changed(changed(article, "en"), "ru"), "en", "ru")
    assert tasks() == []


def test_a_language_that_was_chosen_but_not_changed_keeps_its_task(language: str) -> None:
    article = make_article()
    publish(article)
    correct(changed(article, language), "en", "ru")
    assert tasks() == [(language, 2, OTHER[language])]


def test_another_article_released_in_the_same_act_settles_nothing() -> None:
    article, other = make_article("first"), make_article("second")
    publish(article)
    wanted = [(changed(article, "en"), ["en"]), (other, ["ru"])]
    release_many(wanted, Terms(note="A wrong title.", change="correction"))
    assert tasks() == [("en", 2, "ru")]


def test_a_release_applies_the_corrections_it_names_and_gives_none_back(language: str) -> None:
    other = OTHER[language]
    article = make_article()
    publish(article)
    correct(changed(article, language, "Once"), language)
    correct(changed(article, language, "Twice"), language)
    first, second = CarryOver.objects.open()
    [edition] = correct(changed(article, other), other, applies=(first.pk,))
    assert tasks() == [(language, 3, other)]
    first.refresh_from_db()
    assert (first.settled_with, first.settled_at is None) == (edition, False)
    assert second.settled_at is None
    [act] = Act.objects.filter(kind="carry")
    assert (act.language, act.edition, act.about) == (
        other,
        edition,
        {"correction": [language, 2], "applied": True},
    )


def test_a_release_that_makes_no_edition_applies_nothing(language: str) -> None:
    article = make_article()
    publish(article)
    correct(changed(article, language), language)
    [task] = CarryOver.objects.open()
    assert correct(article, OTHER[language], applies=(task.pk,)) == []
    assert tasks() == [(language, 2, OTHER[language])]


def test_a_correction_that_does_not_concern_a_language_is_dismissed_once(language: str) -> None:
    user = make_user()
    article = make_article()
    publish(article)
    correct(changed(article, language), language)
    [task] = CarryOver.objects.open()
    dismiss(task, by=user)
    task.refresh_from_db()
    assert (task.settled_by, task.settled_with) == (user, None)
    with pytest.raises(Refused) as refused:
        dismiss(task, by=user)
    assert [error.code for error in refused.value.error_list] == ["settled"]
    [act] = Act.objects.filter(kind="carry")
    assert (act.language, act.edition, act.by) == (OTHER[language], None, user)
    assert act.about == {"correction": [language, 2], "applied": False}


def test_a_language_taken_away_has_nothing_to_correct_any_more(language: str) -> None:
    other = OTHER[language]
    article = make_article()
    editions = publish(article)
    correct(changed(article, language), language)
    withdraw(editions[other], by=None, reason="Ошибка")
    assert tasks() == []
    [act] = Act.objects.filter(kind="withdraw")
    assert (act.language, act.edition, act.about) == (other, editions[other], {"reason": "Ошибка"})


def test_a_scheduled_correction_that_makes_way_is_no_task_any_more(language: str) -> None:
    article = make_article()
    publish(article)
    later = {"at": datetime(2090, 1, 1, tzinfo=UTC), "note": "A wrong title.", "change": "correction"}
    release(changed(article, language), [language], **later)
    assert tasks() == [(language, 2, OTHER[language])]
    publish(changed(article, language, "No correction after all"), language, change="update")
    assert tasks() == []
