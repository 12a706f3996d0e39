"""A proof is what a release would print, made without storing anything."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Edition
from articles.proofs.proof import proof
from tests.factories import make_article, make_author, make_organization, make_topic, publish

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 24)
NOT_OF_THE_TEXT = {"id", "published_at", "first_published_at", "updated_at", "roots", "alignment"}


def whole(**fields) -> Article:
    """An article with everything an article can have."""
    institute = make_organization("institute")
    article = make_article(
        authors=[make_author("anna-smirnova", post_at=institute), make_author("bob-jones")],
        topics=[make_topic("treaties"), make_topic("arms")],
        **{"outlet": make_organization("review"), "full_text_url_en": "https://example.org/en"} | fields,
    )
    article.bylines.create(position=7, role="translator", language="ru", author=make_author("tanya-ivanova"))
    article.bylines.create(position=8, role="editor", organization=institute)
    return article


def read(article: Article) -> Article:
    return Article.objects.with_bylines().select_related("outlet").get(pk=article.pk)


def test_it_prints_what_the_release_prints(language: str) -> None:
    article = whole()
    made = proof(read(article), language, DAY)
    edition = publish(article, at=datetime(2026, 11, 24, 9, tzinfo=UTC))[language]
    names = [field.attname for field in Edition._meta.concrete_fields if field.name not in NOT_OF_THE_TEXT]
    assert {name: getattr(made, name) for name in names} == {name: getattr(edition, name) for name in names}
    columns = ("position", "role", "author", "organization", "name", "sort_name", "credit_line")
    assert [[getattr(line, name) for name in columns] for line in made.bylines.all()] == [
        [getattr(line, name) for name in columns] for line in edition.bylines.all()
    ]
    assert list(made.topics.all()) == list(edition.topics.all())


def test_its_signatures_topics_and_outlet_ask_the_database_nothing(language: str, django_assert_num_queries) -> None:
    made = proof(read(whole()), language, DAY)
    with django_assert_num_queries(0):
        assert [line.who.slug for line in made.bylines.all() if line.role == "author"] == ["anna-smirnova", "bob-jones"]
        assert [topic.slug for topic in made.topics.all()] == ["arms", "treaties"]
        assert made.outlet.slug == "review"


def test_nothing_of_it_is_stored(language: str) -> None:
    proof(read(whole()), language, DAY)
    assert Edition.objects.count() == 0


def test_it_counts_on_from_the_editions_there_are(language: str) -> None:
    article = make_article()
    publish(article, at=datetime(2020, 1, 2, tzinfo=UTC))
    made = proof(read(article), language, DAY)
    assert (made.number, made.first_published_at) == (2, datetime(2020, 1, 2, tzinfo=UTC))


def test_credit_lines_are_those_of_the_day(language: str) -> None:
    author = make_author()
    author.affiliations.create(
        organization=make_organization(), position_en="Fellow", position_ru="Сотрудник", since=date(2027, 1, 1)
    )
    article = read(make_article(authors=[author]))
    later = {"en": "Fellow, Organization institute", "ru": "Сотрудник, Организация institute"}
    lines = [proof(article, language, day).bylines.all()[0].credit_line for day in (DAY, date(2027, 1, 1))]
    assert lines == ["", later[language]]


def test_a_manuscript_that_is_hardly_begun_has_a_proof_too(language: str) -> None:
    made = proof(read(Article.objects.create(key="empty")), language, DAY)
    assert (made.title, made.slug, made.full_html, list(made.bylines.all()), list(made.topics.all())) == (
        "",
        "",
        "",
        [],
        [],
    )
