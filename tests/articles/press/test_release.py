"""Releasing: an edition is the manuscript as it stood, whole, numbered, and made once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Byline, Edition, EditionByline
from articles.press.refusals import Refused
from articles.press.release import release
from tests.factories import make_article, make_author, make_organization, make_topic, make_user, publish

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2019, 6, 13, 9, 0, tzinfo=UTC)


def change(article: Article, **fields: str) -> None:
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()


def test_an_edition_copies_everything_there_is_in_its_language(language: str) -> None:
    texts = {
        "title": {"en": "Can we agree?", "ru": "Договоримся ли мы?"},
        "standfirst": {"en": "In brief.", "ru": "Коротко."},
        "short_text": {"en": "<p>1933, one word.</p>", "ru": "<p>1933, одно слово.</p>"},
        "full_text": {"en": "<p>1933, <em>two</em> words.</p>", "ru": "<p>1933, <em>два</em> слова.</p>"},
        "short_link": {"en": "Read full text in The Outlet.", "ru": "Читать полный текст на сайте The Outlet."},
        "full_text_url": {"en": "https://example.org/en", "ru": "https://example.org/ru"},
        "translation_note": {"en": "By hand.", "ru": "Вручную."},
        "image_alt": {"en": "Two flags", "ru": "Два флага"},
        "image_credit": {"en": "Photo: X", "ru": "Фото: Х"},
    }
    outlet = make_organization("outlet", name_en="The Outlet", name_ru="Издание")
    author = make_author(credentials_en="PhD", credentials_ru="Кандидат наук")
    topic, user = make_topic(), make_user()
    columns = {f"{field}_{code}": value for field, values in texts.items() for code, value in values.items()}
    plain = {"outlet": outlet, "outlet_date": date(2019, 6, 13), "image": "articles/flags.png"}
    article = make_article(authors=[author], topics=[topic], **columns, **plain)

    edition = publish(article, language, by=user, note="First", at=LONG_AGO)[language]
    edition = Edition.objects.values().get(pk=edition.pk)

    of_the_outlet = {"en": "Read the full text in The Outlet", "ru": "Читайте полный текст на сайте Издание"}
    assert edition == {
        "id": edition["id"],
        "digest": edition["digest"],
        "article_id": article.pk,
        "key": "treaty",
        "language": language,
        "number": 1,
        "slug": f"treaty-{language}",
        **{field: texts[field][language] for field in texts if not field.endswith("_text")},
        "short_html": texts["short_text"][language],
        "full_html": texts["full_text"][language],
        "full_link": of_the_outlet[language],
        "outlet_id": outlet.pk,
        "outlet_name": {"en": "The Outlet", "ru": "Издание"}[language],
        "outlet_date": date(2019, 6, 13),
        "original_language": "en",
        "is_translation": language == "ru",
        "image": "articles/flags.png",
        "excerpt": texts["standfirst"][language],
        "plain_text": {"en": "1933, two words.", "ru": "1933, два слова."}[language],
        "word_count": 3,
        "reading_minutes": 1,
        "published_at": LONG_AGO,
        "first_published_at": LONG_AGO,
        "superseded_at": None,
        "withdrawn_at": None,
        "withdrawal_reason": "",
        "withdrawn_by_id": None,
        "change_note": "First",
        "released_by_id": user.pk,
    }
    line = EditionByline.objects.values().get()
    given, name = {"en": ("Anna", "Anna Smirnova"), "ru": ("Anna-ру", "Anna-ру Smirnova")}[language]
    assert line == {
        "id": line["id"],
        "edition_id": edition["id"],
        "position": 1,
        "role": "author",
        "author_id": author.pk,
        "organization_id": None,
        "name": name,
        "given_name": given,
        "family_name": "Smirnova",
        "sort_name": f"Smirnova, {given}",
        "credit_line": {"en": "PhD", "ru": "Кандидат наук"}[language],
    }
    assert [found.slug for found in Edition.objects.get().topics.all()] == ["treaties"]


def test_a_text_written_in_both_languages_is_no_translation(language: str) -> None:
    assert not publish(make_article(original_language="both"), language)[language].is_translation


def test_signatures_are_printed_in_their_order_and_in_their_language() -> None:
    article = make_article(authors=[make_author("vera-v"), make_author("anna-a")])
    Byline.objects.create(article=article, author=make_author("boris-b"), role="translator", language="ru", position=3)
    Byline.objects.create(article=article, organization=make_organization(), role="editor", position=4)
    editions = publish(article)
    assert [(line.position, line.role, line.name) for line in editions["en"].bylines.all()] == [
        (1, "author", "Vera V"),
        (2, "author", "Anna A"),
        (3, "editor", "Organization institute"),
    ]
    assert [(line.position, line.role, line.sort_name) for line in editions["ru"].bylines.all()] == [
        (1, "author", "V, Vera-ру"),
        (2, "author", "A, Anna-ру"),
        (3, "translator", "B, Boris-ру"),
        (4, "editor", "Организация institute"),
    ]


def test_releasing_the_same_again_makes_no_edition(language: str) -> None:
    article = make_article()
    first = release(article, [language]).created
    again = release(article, [language])
    assert (again.created, again.unchanged) == ([], first)
    assert Edition.objects.count() == 1


def test_a_language_named_twice_is_released_once(language: str) -> None:
    assert len(release(make_article(), [language, language]).created) == 1


def test_a_change_makes_the_next_edition_and_ends_the_one_before(language: str) -> None:
    article = make_article()
    first = publish(article, language)[language]
    change(article, **{f"title_{language}": "Another title"})
    second = publish(article, language, note="A better title")[language]
    first.refresh_from_db()
    assert (second.number, second.title, second.change_note) == (2, "Another title", "A better title")
    assert first.superseded_at == second.published_at
    assert second.first_published_at == first.published_at
    assert list(Edition.objects.live(language)) == [second]


@pytest.mark.parametrize("field", ["slug", "standfirst", "translation_note", "image_alt", "full_text_url"])
def test_whatever_is_printed_is_a_change(field: str, language: str) -> None:
    article = make_article()
    publish(article, language)
    change(article, **{f"{field}_{language}": "https://example.org/otherwise"[(0 if field.endswith("url") else 20) :]})
    assert publish(article, language)[language].number == 2


def test_a_change_in_one_language_leaves_the_other_as_it_is(language: str) -> None:
    article = make_article()
    publish(article)
    change(article, **{f"title_{language}": "Another title"})
    outcome = release(article, ["en", "ru"])
    assert [edition.language for edition in outcome.created] == [language]
    assert [edition.language for edition in outcome.unchanged] == [{"en": "ru", "ru": "en"}[language]]


def test_both_languages_come_out_at_the_same_moment() -> None:
    editions = publish(make_article())
    assert editions["en"].published_at == editions["ru"].published_at


def test_when_one_language_is_refused_neither_comes_out(language: str) -> None:
    with pytest.raises(Refused):
        release(make_article(**{f"title_{language}": ""}), ["en", "ru"])
    assert (Edition.objects.count(), EditionByline.objects.count()) == (0, 0)


def test_what_is_released_is_what_is_stored_not_what_was_in_memory(language: str) -> None:
    article = make_article()
    Article.objects.update(**{f"title_{language}": "Stored"})
    assert publish(article, language)[language].title == "Stored"


def test_a_first_edition_may_be_dated_back_and_a_later_one_follows_it(language: str) -> None:
    article = make_article()
    first = publish(article, language, at=LONG_AGO)[language]
    change(article, **{f"title_{language}": "Another title"})
    second = publish(article, language, at=LONG_AGO + timedelta(days=1))[language]
    assert (first.published_at, second.first_published_at) == (LONG_AGO, LONG_AGO)
    assert list(Edition.objects.live(language, at=LONG_AGO + timedelta(hours=23))) == [first]
    assert list(Edition.objects.live(language)) == [second]


def test_topics_stay_as_they_were_at_release(language: str) -> None:
    article = make_article(topics=[make_topic("treaties")])
    edition = publish(article, language)[language]
    article.topics.set([make_topic("letters")])
    assert [topic.slug for topic in edition.topics.all()] == ["treaties"]
    assert [topic.slug for topic in publish(article, language)[language].topics.all()] == ["letters"]
    assert [topic.slug for topic in edition.topics.all()] == ["treaties"]


def test_a_moment_without_a_time_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^at: expected a moment with a time zone; found one without$"):
        release(make_article(), ["en"], at=datetime(2030, 1, 1))


def test_a_language_the_site_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^languages: expected some of \['en', 'ru'\]; found \['de'\]$"):
        release(make_article(), ["en", "de"])
    assert not Edition.objects.exists()


def test_an_edition_is_published_now_unless_a_moment_is_given(language: str) -> None:
    before = timezone.now()
    edition = publish(make_article(), language)[language]
    assert before <= edition.published_at <= timezone.now()
