"""The search index follows the editions, whichever way they come; and it is told apart from them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from articles.models import Edition
from articles.models.search_hits import find
from articles.models.search_index import TABLE, index, index_in_bulk, row_number
from articles.models.search_terms import filter_term, terms_and_phrases
from articles.press.withdraw import withdraw
from articles.texts.query import read
from tests.articles.admin.conftest import in_russian
from tests.factories import make_article, make_author, make_organization, make_topic, make_user, publish

pytestmark = pytest.mark.django_db

RANK = ("view_author", "change_author", "view_organization", "change_organization", "view_affiliation")


def keys(q: str, language: str, *filters: str, at: datetime | None = None) -> list[str]:
    return [edition.slug for edition in find(read(q, language), filters, length=100, at=at)]


def test_terms_say_the_best_place_of_a_word_and_every_place_below_it() -> None:
    topic = make_topic()
    article = make_article(
        authors=[make_author("ann-ann", family_name_en="Beta", given_name_en="")],
        topics=[topic],
        languages=["en"],
        title_en="Alpha",
        short_text_en="",
        full_text_en="<p>Gamma alpha</p>",
    )
    edition = publish(article, "en", at=datetime(2019, 6, 1, tzinfo=UTC))["en"]
    terms, phrases = terms_and_phrases(edition)
    person = article.bylines.get().author_id
    assert {"0alpha", "1alpha", "2alpha", "3alpha", "1beta", "2beta", "3beta", "3gamma", "gamma_alpha"} <= set(terms)
    assert {f"author@{person}", f"topic@{topic.pk}", "year@2019"} <= set(terms)
    assert not {"0beta", "2gamma", "alpha_beta"} & set(terms)
    assert " gamma alpha " in phrases.split("\n")


def test_an_endless_text_is_indexed_as_far_as_it_fits_on_either_database() -> None:
    endless = " ".join(f"word{number}" for number in range(90_000))
    article = make_article(languages=["en"], title_en="alpha", full_text_en=f"<p>{endless}</p>", short_text_en="")
    publish(article, "en")
    assert (keys("alpha word100", "en"), keys("word89999", "en")) == (["treaty-en"], [])


def test_rows_stand_in_the_order_of_first_publication_and_then_of_editions() -> None:
    moments = [datetime(year, 1, 1, tzinfo=UTC) for year in (1, 1899, 1969, 1970, 2019, 9999)]
    editions = [Edition(pk=pk, first_published_at=moment) for moment in moments for pk in (1, 2, 33_000_000)]
    numbers = [row_number(edition) for edition in editions]
    assert numbers == sorted(numbers)
    assert max(map(abs, numbers)) < 2**63


@pytest.mark.parametrize("minutes", [-2, -1, 0, 1, 2, 3])
def test_what_is_found_at_a_moment_is_what_is_live_at_it(language: str, minutes: int) -> None:
    noon = datetime(2021, 1, 1, 12, tzinfo=UTC)
    article = make_article(languages=[language], **{f"title_{language}": "alpha"})
    publish(article, language, at=noon - timedelta(minutes=1))
    setattr(article, f"standfirst_{language}", "beta")
    article.save()
    publish(article, language, at=noon + timedelta(minutes=1))
    other = make_article("other", languages=[language], **{f"title_{language}": "alpha"})
    withdraw(publish(other, language, at=noon)[language], by=None, reason="Ошибка")
    at = noon + timedelta(minutes=minutes)
    live = Edition.objects.live(language, at).newest_first()
    assert [edition.pk for edition in find(read("alpha", language), length=9, at=at)] == [one.pk for one in live]


def test_indexing_again_changes_nothing(language: str) -> None:
    publish(make_article(), at=datetime(2021, 1, 1, tzinfo=UTC))
    index(Edition.objects.all())
    q = {"en": "title", "ru": "заглавие"}[language]
    assert keys(q, language) == [f"treaty-{language}"]


def test_a_fixture_is_searchable_once_it_is_loaded(tmp_path: Path, language: str) -> None:
    call_command("loaddata", "seed", verbosity=0)
    q = {"en": "meddled Timofeev", "ru": "вмешательство Тимофеева"}[language]
    assert len(keys(q, language)) == 1


def test_a_fixture_with_a_persons_new_name_makes_them_found_by_it(tmp_path: Path, language: str) -> None:
    call_command("loaddata", "seed", verbosity=0)
    out = tmp_path / "authors.json"
    call_command("dumpdata", "authors.author", natural_primary=True, natural_foreign=True, output=str(out), verbosity=0)
    records = json.loads(out.read_text(encoding="utf-8"))
    for record in records:
        record["fields"]["aliases"] += "\nZemblansky"
    out.write_text(json.dumps(records), encoding="utf-8")
    call_command("loaddata", str(out), verbosity=0)
    assert len(keys("Zemblansky", language)) == 1


def test_an_index_is_no_content_and_is_not_dumped(tmp_path: Path) -> None:
    publish(make_article())
    out = tmp_path / "all.json"
    call_command(
        "dumpdata", "articles", "authors", natural_primary=True, natural_foreign=True, output=str(out), verbosity=0
    )
    assert "search" not in out.read_text(encoding="utf-8")


def test_the_index_can_be_made_anew(capsys) -> None:
    publish(make_article())
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608
    assert keys("title", "en") == []
    call_command("index_search")
    assert capsys.readouterr().out == "2 editions indexed.\n"
    assert keys("title", "en") == ["treaty-en"]


class TestNamesThatChange:
    """At the desk: found by the new name from the moment it is saved, in every language."""

    def save(self, client: Client, page: str, **changes: str) -> None:
        form = client.get(page).context["adminform"].form
        data = {name: form[name].value() or "" for name in form.fields} | changes
        for formset in client.get(page).context["inline_admin_formsets"]:
            manager = formset.formset.management_form
            data |= {manager.add_prefix(name): manager[name].value() for name in manager.fields}
        response = client.post(page, data)
        assert response.status_code == 302, response.context["errors"]

    def test_a_person(self, client: Client, language: str) -> None:
        person = make_author("ada-a")
        publish(make_article(authors=[person]))
        client.force_login(make_user("chief", *RANK))
        assert keys("Zemblansky", language) == []
        self.save(client, f"/admin/authors/author/{person.pk}/change/", aliases="A. Zemblansky")
        assert keys("Zemblansky", language) == [f"treaty-{language}"]
        in_russian(client)
        self.save(client, f"/admin/authors/author/{person.pk}/change/", aliases="")
        assert keys("Zemblansky", language) == []

    def test_an_organization(self, client: Client, language: str) -> None:
        outlet = make_organization("review")
        publish(make_article(outlet=outlet))
        client.force_login(make_user("chief", *RANK))
        self.save(client, f"/admin/authors/organization/{outlet.pk}/change/", name_ru="Земблянский вестник")
        assert keys("«Земблянского вестника»", language) == [f"treaty-{language}"]


def test_a_filter_is_a_term_of_its_own_and_no_word(language: str) -> None:
    article = make_article(languages=[language], **{f"title_{language}": "year 2019 author_1 author@1"})
    publish(article, language, at=datetime(2020, 1, 1, tzinfo=UTC))
    assert keys("author", language, filter_term("year", 2019)) == []
    assert keys("author", language, filter_term("year", 2020)) == [f"treaty-{language}"]


def _options() -> list[str]:
    """How PostgreSQL keeps the index."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'articles_searchentry_terms'")
        return cursor.fetchone()[0]


def test_rows_may_come_in_bulk_and_the_index_is_as_it_was_afterwards(language: str) -> None:
    with index_in_bulk():
        publish(make_article(), language)
        during = _options()
    assert keys("treaty", language) == [f"treaty-{language}"]
    kept = {"sqlite": ([], []), "postgresql": (["fastupdate=on"], ["fastupdate=off"])}
    assert (during, _options()) == kept[connection.vendor]
