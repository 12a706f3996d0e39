"""Printing: an edition copies the manuscript whole, one language of it."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Byline, Edition, EditionByline
from tests.factories import make_article, make_author, make_organization, make_topic, make_user, publish

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2019, 6, 13, 9, 0, tzinfo=UTC)


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

    edition = publish(article, language, by=user, note="Of no edition", at=LONG_AGO)[language]
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
        "updated_at": LONG_AGO,
        "change": "",
        "change_note": "",
        "time_zone": "UTC",
        "signoffs": [
            {
                "author": "anna-smirnova",
                "name": {"en": "Anna Smirnova", "ru": "Anna-ру Smirnova"}[language],
                "approved_at": None,
            }
        ],
        "override_reason": "",
        "roots": {
            "en": {"short": ["16fd66295f1da8d4"], "full": ["355ffe41c7234b2d"]},
            "ru": {"short": ["a69d8ca4959d875d"], "full": ["308a8d6bb1391b03"]},
        }[language],
        "alignment": {},
        "released_by_id": user.pk,
    }
    line = EditionByline.objects.values().get()
    given, name = {"en": ("Anna", "Anna Smirnova"), "ru": ("Anna-ру", "Anna-ру Smirnova")}[language]
    assert line == {
        "id": line["id"],
        "edition_id": edition["id"],
        "language": language,
        "first_published_at": LONG_AGO,
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


def test_topics_stay_as_they_were_at_release(language: str) -> None:
    article = make_article(topics=[make_topic("treaties")])
    edition = publish(article, language)[language]
    article.topics.set([make_topic("letters")])
    assert [topic.slug for topic in edition.topics.all()] == ["treaties"]
    assert [topic.slug for topic in publish(article, language)[language].topics.all()] == ["letters"]
    assert [topic.slug for topic in edition.topics.all()] == ["treaties"]
