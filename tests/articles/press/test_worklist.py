"""The worklist: what waits, for whom, since when, and at what cost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from zeal import zeal_context

from articles.models import Alignment, Article, CarryOver, Edition
from articles.models.signoff import Decision
from articles.press.versions import writing
from articles.press.withdraw import withdraw
from articles.press.worklist import NEWEST, Wanted, worklist
from tests.articles.admin.ranks import assign, somebody
from tests.articles.press.desk import OTHER, SOON, align, approve, decide, one_of_each
from tests.factories import make_article, make_author, make_user, publish

pytestmark = pytest.mark.django_db

MATTERS = ["behind", "carry", "changes", "drafted", "missing", "scheduled", "unsigned"]
EVERYTHING = Wanted()


@pytest.fixture
def boss() -> User:
    return somebody("publisher")


def listed(user: User, wanted: Wanted = EVERYTHING) -> list[tuple[str, str, str]]:
    found = worklist(user, wanted)
    return [(item.article.key, item.language, item.matter) for item in [*found.yours, *found.others]]


def names(people: tuple) -> list[str]:
    return [person.name("en") for person in people]


# --- Matters ---


def test_every_matter_of_a_language_is_found_and_nothing_else(boss: User, language: str) -> None:
    one_of_each(language, make_author())
    assert sorted(listed(boss)) == [(matter, language, matter) for matter in MATTERS]


def test_what_is_public_and_up_to_date_waits_for_nobody(boss: User) -> None:
    article = make_article()
    align(article, "ru")
    publish(article)
    assert listed(boss) == []


def test_an_article_without_any_text_is_missing_nothing(boss: User) -> None:
    make_article(languages=[])
    assert listed(boss) == []


def test_what_was_withdrawn_does_not_wait(boss: User, language: str) -> None:
    withdraw(publish(make_article())[language], by=None, reason="A mistake.")
    assert listed(boss) == []


def test_a_draft_whose_authors_have_all_approved_waits_only_to_be_published(boss: User, language: str) -> None:
    ada, bea = make_author("ada-lovelace"), make_author("bea-brown")
    article = make_article(authors=[ada, bea])
    approve(article, ada, bea)
    assert sorted(listed(boss)) == [("treaty", code, "drafted") for code in ("en", "ru")]
    setattr(article, f"title_{language}", "Another")
    article.save()
    assert ("treaty", language, "unsigned") in listed(boss)
    assert ("treaty", OTHER[language], "unsigned") not in listed(boss)


def test_a_text_without_a_title_is_not_ready_to_be_signed(boss: User, language: str) -> None:
    make_article(**{f"title_{language}": ""})
    assert ("treaty", language, "unsigned") not in listed(boss)
    assert ("treaty", OTHER[language], "unsigned") in listed(boss)


def test_an_unsigned_text_names_those_who_have_not_approved(boss: User, language: str) -> None:
    ada, bea, col = make_author("ada-lovelace"), make_author("bea-brown"), make_author("col-dean")
    article = make_article(authors=[ada, bea, col])
    decide(article, ada, language)
    decide(article, bea, language, Decision.CHANGES)
    unsigned, changes = (
        worklist(boss, Wanted(matter=matter, language=language)).others[0] for matter in ("unsigned", "changes")
    )
    assert (names(unsigned.people), unsigned.number) == (["Col Dean"], 1)
    assert names(changes.asked) == ["Bea Brown"]


def test_a_scheduled_release_says_when_and_by_whom(boss: User, language: str) -> None:
    article = make_article()
    publish(article)
    setattr(article, f"title_{language}", "New")
    article.save()
    publish(article, language, at=SOON, by=boss)
    [item] = worklist(boss, Wanted(matter="scheduled")).yours
    assert (item.language, item.moment, item.people[0].user) == (language, SOON, boss)


def test_a_translation_behind_its_source_says_how_far_and_where(boss: User, language: str) -> None:
    one_of_each(language, make_author())
    [item] = worklist(boss, Wanted(matter="behind")).others
    assert (item.number, item.variant, item.paragraph) == (2, "full", 2)


def test_a_correction_that_was_carried_over_waits_no_more(boss: User, language: str) -> None:
    one_of_each(language, make_author())
    CarryOver.objects.update(settled_at=timezone.now())
    assert listed(boss, Wanted(matter="carry")) == []


# --- Since when ---


def test_ages_are_told_from_versions_and_editions(boss: User, language: str) -> None:
    """A source is published, then translated, then the translation changed: each matter began at its own moment."""
    monday = datetime(2026, 11, 2, tzinfo=UTC)
    source = OTHER[language]
    article = make_article(languages=[source], original_language=source)
    publish(article, source, at=monday)
    assert worklist(boss, EVERYTHING).others[0].since == monday
    for title in ("First", "Second"):
        with writing(article, by=None):
            setattr(article, f"title_{language}", title)
            setattr(article, f"full_text_{language}", "<p>Text.</p>")
            article.save()
    first, second = article.versions.order_by("number").values_list("at", flat=True)[1:]
    since = {item.matter: item.since for item in worklist(boss, EVERYTHING).others}
    assert since == {"drafted": first, "unsigned": second}


def test_without_versions_the_last_change_has_to_do(boss: User) -> None:
    make_article()
    changed = datetime(2026, 11, 2, tzinfo=UTC)
    Article.objects.update(modified_at=changed)
    assert {item.since for item in worklist(boss, EVERYTHING).others} == {changed}


@pytest.mark.parametrize(("order", "keys"), [("oldest", ["old", "new"]), ("newest", ["new", "old"])])
def test_the_list_is_in_order_of_age_and_what_is_to_come_follows(boss: User, order: str, keys: list[str]) -> None:
    for key, days in (("new", 1), ("old", 9)):
        make_article(key, languages=["en"])
        Article.objects.filter(key=key).update(modified_at=timezone.now() - timedelta(days=days))
    publish(make_article("later", languages=["en"]), "en", at=SOON + timedelta(days=1))
    publish(make_article("soon", languages=["en"]), "en", at=SOON)
    found = listed(boss, Wanted(language="en", order=order))
    assert list(dict.fromkeys(key for key, _, _ in found)) == [*keys, "soon", "later"]


# --- For whom ---


def test_a_translator_sees_first_what_waits_for_them(language: str) -> None:
    translator = somebody(f"translator_{language}")
    one_of_each(language, make_author())
    one_of_each_other = make_article("other", languages=[language], original_language=language)
    found = worklist(translator, EVERYTHING)
    assert sorted(item.matter for item in found.yours) == ["behind", "carry", "changes", "drafted", "missing"]
    assert {item.language for item in found.yours} == {language}
    others = [(item.article.key, item.language, item.matter) for item in found.others]
    assert ("other", OTHER[language], "missing") in others
    assert one_of_each_other.key in {key for key, _, _ in others}


def test_the_translator_of_an_article_goes_before_those_of_the_site(boss: User, language: str) -> None:
    article = make_article(languages=[OTHER[language]], original_language=OTHER[language])
    assign(make_user("site", first_name="Sitewide"), "Translator", language=language)
    item = worklist(boss, Wanted(matter="missing")).others[0]
    assert names(item.people) == ["Sitewide"]
    assign(make_user("own", first_name="Own"), "Translator", language=language, article=article)
    assign(make_user("gone", is_active=False), "Translator", language=language, article=article)
    assign(make_user("wrong"), "Translator", language=OTHER[language], article=article)
    item = worklist(boss, Wanted(matter="missing")).others[0]
    assert names(item.people) == ["Own"]


def test_a_writer_has_the_original_and_what_nobody_translates(language: str) -> None:
    article = make_article(original_language=OTHER[language])
    writer = somebody("writer", article)
    assert {item.language for item in worklist(writer, Wanted(matter="drafted")).yours} == {"en", "ru"}
    assign(make_user("translator"), "Translator", language=language)
    assert {item.language for item in worklist(writer, Wanted(matter="drafted")).yours} == {OTHER[language]}


def test_an_author_with_an_account_finds_what_they_have_to_approve(language: str) -> None:
    ada = make_user("ada")
    author = make_author("ada-lovelace", user=ada)
    article = make_article(authors=[author])
    assign(ada, "Writer", article=article)
    approve(article, author, languages=(OTHER[language],))
    found = worklist(ada, Wanted(matter="unsigned"))
    assert [item.language for item in found.yours] == [language]
    assert [person.key for person in found.people] == [f"u{ada.pk}"]


def test_only_what_one_may_see_is_listed() -> None:
    article = make_article()
    make_article("other")
    assert {key for key, _, _ in listed(somebody("writer", article))} == {"treaty"}
    assert listed(make_user("nobody")) == []


# --- Filters ---


@pytest.mark.parametrize("matter", MATTERS)
def test_a_matter_is_filtered_by(boss: User, language: str, matter: str) -> None:
    one_of_each(language, make_author())
    assert listed(boss, Wanted(matter=matter)) == [(matter, language, matter)]
    assert worklist(boss, Wanted(matter=matter)).page.paginator.count <= 7


def test_a_language_is_filtered_by(boss: User, language: str) -> None:
    make_article()
    assert {code for _, code, _ in listed(boss, Wanted(language=language))} == {language}


def test_a_person_is_filtered_by(boss: User) -> None:
    ada, bea = make_author("ada-lovelace"), make_author("bea-brown")
    make_article("hers", authors=[ada])
    make_article("theirs", authors=[ada, bea])
    make_article("his", authors=[bea])
    key = next(person.key for person in worklist(boss, EVERYTHING).people if person.author == ada)
    assert {key for key, _, _ in listed(boss, Wanted(person=key))} == {"hers", "theirs"}
    assert listed(boss, Wanted(person="u999999")) == []


# --- Cost ---


def test_thirty_articles_cost_as_many_queries_as_three(boss: User, language: str) -> None:
    def fill(number: int) -> None:
        author = make_author(f"author-{number}", user=make_user(f"user-{number}"))
        articles = []
        for key in ("a", "b", "c"):
            article = make_article(f"{key}-{number}", authors=[author, make_author(f"{key}-{number}")])
            align(article, "ru")
            with writing(article, by=None):
                article.title_en = f"{key} {number}"
                article.save()
            assign(author.user, "Translator", language=language, article=article)
            articles.append(article)
        publish(articles[0], by=boss)
        articles[0].full_text_en = f"<p>New text of a-{number}.</p>"
        articles[0].save()
        publish(articles[0], "en", change="correction", note="New.")
        publish(articles[1], at=SOON, by=boss)
        decide(articles[2], author, language, Decision.CHANGES)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries, zeal_context():
            found = worklist(User.objects.get(pk=boss.pk), EVERYTHING)
            assert {item.matter for item in [*found.yours, *found.others]} >= {
                "behind",
                "carry",
                "changes",
                "scheduled",
            }
            [names(item.people) for item in [*found.yours, *found.others]]
        return len(queries)

    fill(0)
    three = cost()
    for number in range(1, 10):
        fill(number)
    assert (Article.objects.count(), Edition.objects.count(), Alignment.objects.count()) == (30, 50, 60)
    assert cost() == three


def test_a_page_holds_fifty_articles_the_latest_changed_first(boss: User) -> None:
    for number in range(51):
        Article.objects.create(key=f"text-{number:02}", title_en=f"Text {number}", slug_en=f"text-{number:02}")
    first, second = worklist(boss, EVERYTHING), worklist(boss, Wanted(order=NEWEST), page=2)
    assert len({item.article.key for item in first.others}) == 50
    assert {item.article.key for item in second.others} == {"text-00"}
    assert worklist(boss, EVERYTHING, page="nonsense").page.number == 1
    assert worklist(boss, EVERYTHING, page=99).page.number == 2
