"""A site that has texts keeps them, and what protects them, when its tables change."""

import pytest
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import EditionByline
from tests.factories import make_article, make_author, publish

BEFORE, NOW = "0009_found_by_slug", "0010_signed_in_order"


def migrate_to(name: str) -> None:
    MigrationExecutor(connection).migrate([("articles", name)])


def generation() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM articles_generation")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_signatures_that_are_there_learn_what_their_editions_say() -> None:
    publish(make_article(authors=[make_author("ada"), make_author("bea")]), "en", "ru")
    migrate_to(BEFORE)
    migrate_to(NOW)
    lines = EditionByline.objects.select_related("edition")
    assert sorted(line.language for line in lines) == ["en", "en", "ru", "ru"]
    assert all(line.first_published_at == line.edition.first_published_at for line in lines)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", [BEFORE, NOW])
def test_signatures_go_on_being_protected_and_noticed(name: str) -> None:
    publish(make_article(), "en", "ru")
    migrate_to(BEFORE)
    migrate_to(name)
    try:
        with connection.cursor() as cursor:
            with pytest.raises(IntegrityError, match="what has been published never changes"):
                cursor.execute("UPDATE articles_editionbyline SET name = 'Somebody Else'")
            before = generation()
            cursor.execute("DELETE FROM articles_editionbyline")
            assert generation() > before
    finally:
        migrate_to(NOW)
