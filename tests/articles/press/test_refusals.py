"""Why a release is refused: with a code for programs and a sentence for editors, in their language."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from articles.models import Article, Byline, Edition
from articles.press.refusals import Refused
from articles.press.release import release
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db

NAMES = {"en": "English", "ru": "Русский"}


def without(field: str) -> Callable[[str], Article]:
    return lambda language: make_article(**{f"{field}_{language}": ""})


def with_value(field: str, value: str) -> Callable[[str], Article]:
    return lambda language: make_article(**{f"{field}_{language}": value})


def textless(language: str) -> Article:
    return make_article(**{f"short_text_{language}": "", f"full_text_{language}": "<p> </p>"})


def unsigned(language: str) -> Article:
    article = make_article(authors=[])
    Byline.objects.create(article=article, author=make_author(), role="translator")
    return article


def signed_by_somebody_nameless(language: str) -> Article:
    return make_article(authors=[make_author(**{f"given_name_{language}": "", f"family_name_{language}": ""})])


def without_slug(language: str) -> Article:
    article = make_article()
    Article.objects.update(**{f"slug_{language}": ""})
    article.refresh_from_db()
    return article


def with_the_slug_of_another(language: str) -> Article:
    other = make_article("other", **{f"slug_{language}": "wanted"})
    publish(other, language)
    Article.objects.update(**{f"slug_{language}": "moved"})
    return make_article(**{f"slug_{language}": "wanted"})


def with_a_late_edition(language: str) -> Article:
    article = make_article()
    publish(article, language, at=timezone.now())
    Article.objects.update(**{f"title_{language}": "Later"})
    return article


NO_NAME = {"name_en": "", "name_ru": ""}


def without_an_outlet_name(language: str) -> Article:
    return make_article(outlet=make_organization("outlet", **NO_NAME))


def without_an_employer_name(language: str) -> Article:
    return make_article(authors=[make_author(post_at=make_organization("fund", **NO_NAME))])


def without_a_topic_name(language: str) -> Article:
    return make_article(topics=[make_topic("water", **NO_NAME)])


NAMELESS = "на этом языке не указано имя или название: «{}»."

# code, the article, what it says in English, what it says in Russian; each after the name of the language it is about
REASONS = [
    ("title", without("title"), "the title is missing.", "нет заголовка."),
    ("title", with_value("title", " \t"), "the title is missing.", "нет заголовка."),
    ("text", textless, "the text is missing.", "нет текста."),
    ("byline", unsigned, "nobody signs as the author.", "не указан автор."),
    (
        "link",
        with_value("full_text", '<p><a href="/about">about us</a></p>'),
        "the link “about us” leads to “/about”; expected an address that begins with https:// or http://.",
        "ссылка «about us» ведёт на «/about»; ожидался адрес, который начинается с https:// или http://.",
    ),
    (
        "slug_year",
        with_value("slug", "1984"),
        "the address “1984” is that of a year in the archive.",
        "адрес «1984» занят годом в архиве.",
    ),
    ("title", with_value("title", "\u200b"), "the title is missing.", "нет заголовка."),
    ("name", without_an_outlet_name, "the name of “outlet” is missing in this language.", NAMELESS.format("outlet")),
    ("name", without_an_employer_name, "the name of “fund” is missing in this language.", NAMELESS.format("fund")),
    ("name", without_a_topic_name, "the name of “water” is missing in this language.", NAMELESS.format("water")),
    ("slug", without_slug, "the slug is missing.", "не заполнено имя в адресе."),
    (
        "slug_taken",
        with_the_slug_of_another,
        "the address “wanted” belongs to another published article.",
        "адрес «wanted» принадлежит другой опубликованной статье.",
    ),
]


@pytest.mark.parametrize("editor", ["en", "ru"])
@pytest.mark.parametrize(("code", "make", "english", "russian"), REASONS)
def test_a_reason_has_a_code_and_a_sentence_in_the_editor_s_language(
    code: str, make: Callable[[str], Article], english: str, russian: str, editor: str, language: str
) -> None:
    article = make(language)
    before = Edition.objects.count()
    with override(editor):
        with pytest.raises(Refused) as refused:
            release(article, [language])
        sentence = {"en": english, "ru": russian}[editor]
        assert [error.code for error in refused.value.error_list] == [code]
        assert refused.value.messages == [f"{NAMES[language]}: {sentence}"]
    assert Edition.objects.count() == before


def test_a_name_missing_in_the_language_names_the_person() -> None:
    article = signed_by_somebody_nameless("ru")
    with pytest.raises(Refused) as refused:
        release(article, ["ru"])
    assert [error.code for error in refused.value.error_list] == ["name"]
    assert refused.value.messages == ["Русский: the name of “Anna Smirnova” is missing in this language."]


@pytest.mark.parametrize(
    ("code", "example"),
    [("en", "Read full text in War on the Rocks."), ("ru", "Читайте полный текст на сайте War on the Rocks.")],
)
def test_a_line_that_is_no_link_line_is_refused_with_an_example_in_its_language(code: str, example: str) -> None:
    article = make_article(**{f"short_link_{code}": "Click here"})
    with pytest.raises(Refused) as refused:
        release(article, [code])
    assert [error.code for error in refused.value.error_list] == ["outlet_link"]
    assert refused.value.messages == [
        f"{NAMES[code]}: expected a line like “{example}” under the text; found “Click here”."
    ]


def test_a_moment_before_the_last_edition_is_refused(language: str) -> None:
    article = with_a_late_edition(language)
    latest = Edition.objects.get().published_at
    with pytest.raises(Refused) as refused:
        release(article, [language], at=latest - timedelta(seconds=1), note="A change.")
    assert [error.code for error in refused.value.error_list] == ["moment"]
    moment = latest.isoformat(timespec="minutes")
    assert refused.value.messages == [
        f"{NAMES[language]}: expected a moment after {moment}, when the last edition was published."
    ]


def test_every_reason_of_every_language_is_given_at_once() -> None:
    article = make_article(title_en="", title_ru="", full_text_ru="", short_text_ru="")
    with pytest.raises(Refused) as refused:
        release(article, ["en", "ru"])
    assert refused.value.messages == [
        "English: the title is missing.",
        "Русский: the title is missing.",
        "Русский: the text is missing.",
    ]


def test_an_organization_without_a_name_in_the_language_is_named() -> None:
    article = make_article()
    Byline.objects.create(article=article, organization=make_organization(name_ru=""), position=2)
    with pytest.raises(Refused) as refused:
        release(article, ["en", "ru"])
    assert refused.value.messages == ["Русский: the name of “Organization institute” is missing in this language."]
