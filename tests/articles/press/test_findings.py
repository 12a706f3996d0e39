"""What the checks find in a manuscript stands against its release, and can be set aside by whoever may, saying why."""

import datetime

import pytest
from django.utils.translation import override

from articles.models import Act, Article, Edition
from articles.press.content import content
from articles.press.findings import findings
from articles.press.refusals import Refused
from articles.press.release import release
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

WRONG = {
    "en": ("<p>Some 42 % agreed.</p>", "<p>An introduction.</p><p>Some 24 % agreed.</p>"),
    "ru": ("<p>Согласились 42 %.</p>", "<p>Вступление.</p><p>Согласились 24 %.</p>"),
}
SAID = {
    ("en", "en"): "English, short text, paragraph 1: the full text does not say “42 %”.",
    ("en", "ru"): "English, краткий текст, абзац 1: в полном тексте нет «42 %».",
    ("ru", "en"): "Русский, short text, paragraph 1: the full text does not say “42 %”.",
    ("ru", "ru"): "Русский, краткий текст, абзац 1: в полном тексте нет «42 %».",
}


def wrong(language: str) -> Article:
    short, full = WRONG[language]
    return make_article(**{f"short_text_{language}": short, f"full_text_{language}": full})


@pytest.mark.parametrize("desk", ["en", "ru"])
def test_a_figure_of_the_short_text_that_the_full_one_lacks_is_named_with_its_paragraph(
    language: str, desk: str
) -> None:
    with pytest.raises(Refused) as refused:
        release(wrong(language), [language])
    with override(desk):
        assert refused.value.messages == [SAID[language, desk]]
    assert not Edition.objects.exists()


def test_it_is_released_with_a_reason_that_stays(language: str) -> None:
    chief = make_user("chief", "override_article")
    outcome = release(wrong(language), [language], by=chief, override="The survey was repeated.")
    assert [edition.override_reason for edition in outcome.created] == ["The survey was repeated."]
    act = Act.objects.get(kind="override")
    assert (act.by, act.about["reason"]) == (chief, "The survey was repeated.")
    assert act.about["objections"] == [SAID[language, "en"]]


def test_a_reason_by_somebody_who_may_not_give_one_is_refused(language: str) -> None:
    with pytest.raises(Refused) as refused:
        release(wrong(language), [language], by=make_user("editor"), override="Because.")
    assert [error.code for error in refused.value.error_list] == ["figure", "override"]


def test_a_reason_without_objections_is_not_kept(language: str) -> None:
    [edition] = release(make_article(), [language], override="Because.").created
    assert (edition.override_reason, Act.objects.filter(kind="override").exists()) == ("", False)


def test_figures_count_as_the_same_however_they_are_written(language: str) -> None:
    article = make_article(**{f"short_text_{language}": "<p>1,500</p>", f"full_text_{language}": "<p>1 500</p>"})
    assert list(publish(article, language)) == [language]


def test_a_short_text_alone_is_text_enough_whatever_its_figures(language: str) -> None:
    article = make_article(**{f"short_text_{language}": "<p>1933</p>", f"full_text_{language}": ""})
    assert publish(article, language)[language].plain_text == "1933"


def test_a_picture_without_words_and_letters_of_another_alphabet_block(language: str) -> None:
    mixed = {"en": "Titl\u0435", "ru": "Заглaвие"}[language]
    article = make_article(image="articles/x.png", **{f"title_{language}": mixed})
    found = findings(article, content(article, language, datetime.date(2026, 1, 1)))
    assert [(one.code, one.blocking) for one in found] == [("mixed", True), ("alt", True)]


@pytest.mark.parametrize(
    ("en", "ru", "blocking"),
    [
        ("Trade grew to $1.5 million by 3 May 2024.", "К 3 мая 2024 г. торговля выросла до 1,5 млн долл.", []),
        ("Trade grew to $1.5 million by 3 May 2024.", "К 3 мая 2024 г. торговля выросла до 1,5 млрд долл.", [True]),
    ],
)
def test_the_languages_are_laid_against_each_other_on_the_translation(en: str, ru: str, blocking: list) -> None:
    texts = {"short_text_en": "", "short_text_ru": "", "full_text_en": f"<p>{en}</p>", "full_text_ru": f"<p>{ru}</p>"}
    article = make_article(**texts)
    day = datetime.date(2026, 1, 1)
    assert [one.blocking for one in findings(article, content(article, "ru", day))] == blocking
    assert findings(article, content(article, "en", day)) == []
