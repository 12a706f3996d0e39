"""Editions never change: not through the model, not through a queryset, not through a fixture."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.models import Edition, EditionByline
from articles.models.immutable import NeverChanges
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_author, make_organization, make_user, publish

pytestmark = pytest.mark.django_db

EARLIER = timezone.now() - timedelta(days=1)


@pytest.fixture
def edition(language: str) -> Edition:
    return publish(make_article(), language)[language]


def unchanged(edition: Edition) -> bool:
    return Edition.objects.values().get(pk=edition.pk) == {
        field.attname: getattr(edition, field.attname) for field in Edition._meta.concrete_fields
    }


def test_an_edition_cannot_be_saved_again(edition: Edition) -> None:
    edition.title = "Otherwise"
    with pytest.raises(NeverChanges, match=r"^What has been published never changes"):
        edition.save()


def test_an_edition_cannot_be_deleted(edition: Edition) -> None:
    with pytest.raises(NeverChanges, match=r"^What has been published is never deleted"):
        edition.delete()
    with pytest.raises(NeverChanges):
        Edition.objects.all().delete()
    with pytest.raises(NeverChanges):
        edition.bylines.all().delete()
    assert (Edition.objects.count(), EditionByline.objects.count()) == (1, 1)


WRITTEN_ONCE = sorted(
    {field.attname for field in Edition._meta.concrete_fields}
    - {"id", "superseded_at", "withdrawn_at", "withdrawal_reason", "withdrawn_by_id"}
)
OTHERWISE = {
    "article_id": lambda: make_article("other").pk,
    "outlet_id": lambda: make_organization().pk,
    "released_by_id": lambda: make_user().pk,
    "language": lambda: {"en": "ru", "ru": "en"}[Edition.objects.get().language],
    "is_translation": lambda: not Edition.objects.get().is_translation,
    **dict.fromkeys(("number", "word_count", "reading_minutes"), lambda: 77),
    **dict.fromkeys(("published_at", "first_published_at", "updated_at"), lambda: EARLIER),
    "outlet_date": lambda: EARLIER.date(),
    "full_text_url": lambda: "https://example.org/otherwise",
}


@pytest.mark.parametrize("column", WRITTEN_ONCE)
def test_the_database_refuses_another_value_in_any_column(edition: Edition, column: str) -> None:
    value = OTHERWISE.get(column, lambda: "otherwise")()
    with (
        pytest.raises(IntegrityError, match="articles_edition: what has been published never changes"),
        transaction.atomic(),
    ):
        Edition.objects.filter(pk=edition.pk).update(**{column: value})
    assert unchanged(edition)


@pytest.mark.parametrize("column", ["name", "given_name", "family_name", "sort_name", "credit_line", "role"])
def test_the_database_refuses_another_value_in_a_printed_signature(edition: Edition, column: str) -> None:
    other = "editor" if column == "role" else "otherwise"
    with pytest.raises(IntegrityError, match="articles_editionbyline: what has been published never changes"):
        edition.bylines.update(**{column: other})


def test_the_database_refuses_another_person_under_a_printed_signature(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="articles_editionbyline: what has been published never changes"):
        edition.bylines.update(author=make_author("vera-v"))


def test_writing_the_same_values_again_is_no_change(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(title=edition.title, number=edition.number)
    assert unchanged(edition)


def test_an_end_that_has_passed_cannot_be_moved() -> None:
    article = make_article()
    first = publish(article, "en", at=EARLIER)["en"]
    Edition.objects.filter(pk=first.pk).update(superseded_at=EARLIER + timedelta(hours=1))
    for moment in (None, timezone.now() + timedelta(days=1), EARLIER + timedelta(hours=2)):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            Edition.objects.filter(pk=first.pk).update(superseded_at=moment)


def test_an_end_to_come_can_still_be_moved(edition: Edition) -> None:
    for days in (1, 2):
        moment = timezone.now() + timedelta(days=days)
        Edition.objects.filter(pk=edition.pk).update(superseded_at=moment)
        assert Edition.objects.get(pk=edition.pk).superseded_at == moment


def test_a_withdrawal_is_set_once(edition: Edition) -> None:
    withdraw(edition, by=None, reason="Ошибка")
    for change in (
        {"withdrawn_at": None},
        {"withdrawn_at": EARLIER},
        {"withdrawal_reason": "Another"},
        {"withdrawn_by": make_user()},
    ):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            Edition.objects.filter(pk=edition.pk).update(**change)


def test_the_database_refuses_a_withdrawal_without_a_reason(edition: Edition) -> None:
    with pytest.raises(IntegrityError):
        Edition.objects.filter(pk=edition.pk).update(withdrawn_at=timezone.now())


def test_a_fixture_with_a_changed_edition_is_refused_whole(tmp_path: Path) -> None:
    call_command("loaddata", "seed", verbosity=0)
    fixture = tmp_path / "changed.json"
    call_command("dumpdata", "articles", natural_foreign=True, natural_primary=True, output=str(fixture), verbosity=0)
    records = json.loads(fixture.read_text(encoding="utf-8"))
    for record in records:
        if record["model"] == "articles.article":
            record["fields"]["title_en"] = "Otherwise"
        if record["model"] == "articles.edition":
            record["fields"]["title"] = "Otherwise"
    fixture.write_text(json.dumps(records), encoding="utf-8")
    with pytest.raises(IntegrityError, match="articles_edition: what has been published never changes"):
        call_command("loaddata", fixture, verbosity=0)
    titles = {"Can Washington and Moscow Agree to Limit Political Interference?"}
    assert set(Edition.objects.filter(language="en").values_list("title", flat=True)) == titles
    assert set(Edition.objects.filter(language="en").values_list("article__title_en", flat=True)) == titles


def test_the_triggers_are_there_after_all_migrations() -> None:
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    ours = {name for name in found if not name.endswith("_raises")}  # test_generation.py has those
    assert ours == {"articles_edition_immutable", "articles_editionbyline_immutable"}
