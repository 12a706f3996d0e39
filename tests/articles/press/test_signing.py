"""Sign-offs and releases: every author of every language, of the exact text."""

import pytest
from django.test import Client
from django.utils import translation

from articles.models import Act, Edition, MinorChange, SignOff, Version
from articles.models.act import Kind
from articles.models.signoff import Decision
from articles.press.refusals import Refused
from articles.press.release import release
from articles.press.signing import standings, unsigned
from tests.articles.press.signatures import approve, digest_of, pair, rewrite
from tests.factories import make_author, make_organization, make_user, publish

pytestmark = pytest.mark.django_db

UNSIGNED = {
    "en": "{}: Boris Petrov has not approved this text.",
    "ru": "{}: текст не одобрен автором (Борис Петров).",
}
NAMES = {"en": "English", "ru": "Русский"}
PAGES = ("/{0}/articles/treaty-{0}/", "/{0}/articles/treaty-{0}/short/", "/{0}/", "/{0}/feed.atom", "/{0}/articles/")


@pytest.fixture(autouse=True)
def required(settings) -> None:
    settings.SIGNOFF_POLICY = "required"


def approved(article, language: str) -> list[bool]:
    article = type(article).objects.with_bylines().get(pk=article.pk)
    return [one.approved for one in standings(article, language)]


def refusal(article, *languages: str, **terms) -> list[str]:
    with pytest.raises(Refused) as refused:
        release(article, languages, **terms)
    return refused.value.messages


@pytest.mark.parametrize("site", ["en", "ru"])
def test_a_language_goes_when_all_have_approved_it_and_names_who_has_not(language: str, site: str) -> None:
    article, anna, boris = pair()
    other = {"en": "ru", "ru": "en"}[language]
    approve(article, anna, language)
    approve(article, boris, language)
    approve(article, anna, other)
    with translation.override(site):
        expected = [UNSIGNED[site].format(NAMES[other])]
        assert refusal(article, other) == expected
        assert refusal(article, language, other) == expected
        assert Edition.objects.count() == 0
        [edition] = release(article, [language]).created
    assert edition.language == language
    assert [one["name"] for one in edition.signoffs if one["approved_at"]] == {
        "en": ["Anna Smirnova", "Boris Petrov"],
        "ru": ["Анна Смирнова", "Борис Петров"],
    }[language]


def test_one_word_takes_every_approval_of_its_language_and_nothing_else(client: Client, language: str) -> None:
    article, anna, boris = pair()
    other = {"en": "ru", "ru": "en"}[language]
    for author in (anna, boris):
        for code in ("en", "ru"):
            approve(article, author, code)
    release(article, ["en", "ru"])
    addresses = [page.format(code) for page in PAGES for code in ("en", "ru")]
    before = {address: client.get(address).content for address in addresses}
    rewrite(article, language, "<p>One word changed.</p>")
    assert (approved(article, language), approved(article, other)) == ([False, False], [True, True])
    assert {address: client.get(address).content for address in addresses} == before
    assert len(refusal(article, language, note="Reworded.")) == 2


def test_the_same_change_marked_minor_takes_none_and_is_recorded(language: str) -> None:
    article, anna, boris = pair()
    user = make_user("editor", "minor_article")
    for author in (anna, boris):
        approve(article, author, language)
    before = digest_of(article, language)
    rewrite(article, language, "<p>One word changed.</p>", minor=True, by=user)
    assert approved(article, language) == [True, True]
    after = digest_of(article, language)
    assert (before, after) in set(MinorChange.objects.filter(language=language).values_list("before", "after"))
    version = Version.objects.order_by("number").last()
    assert (version.minor, version.by) == ([language], user)
    act = Act.objects.get(kind=Kind.MINOR)
    assert (act.language, act.by, act.about) == (language, user, {"version": version.number})
    [edition] = release(article, [language]).created
    assert all(one["approved_at"] for one in edition.signoffs)


def test_a_change_put_back_is_approved_as_before(language: str) -> None:
    article, anna, _boris = pair()
    text = getattr(article, f"full_text_{language}")
    approve(article, anna, language)
    rewrite(article, language, "<p>Otherwise.</p>")
    rewrite(article, language, text)
    assert approved(article, language) == [True, False]


def test_the_last_word_counts(language: str) -> None:
    article, anna, boris = pair()
    approve(article, boris, language)
    approve(article, anna, language)
    approve(article, anna, language, decision=Decision.CHANGES, comment="No.")
    assert approved(article, language) == [False, True]
    approve(article, anna, language)
    assert approved(article, language) == [True, True]
    assert SignOff.objects.filter(author=anna).count() == 3


def test_a_new_name_in_the_byline_is_another_text_and_has_to_sign_it(language: str) -> None:
    article, anna, boris = pair()
    for author in (anna, boris):
        approve(article, author, language)
    article.bylines.create(author=make_author("vera-orlova"), position=3)
    assert approved(article, language) == [False, False, False]


def test_organizations_translators_and_editors_sign_nothing(language: str) -> None:
    article, _anna, _boris = pair()
    article.bylines.create(organization=make_organization(), position=3)
    article.bylines.create(author=make_author("tanya-ivanova"), role="translator", language=language, position=4)
    article.bylines.create(author=make_author("egor-ilyin"), role="editor", position=5)
    found = unsigned(type(article).objects.with_bylines().get(pk=article.pk), language)
    assert [author.slug for author in found] == ["anna-smirnova", "boris-petrov"]


def test_an_override_needs_the_right_and_its_reason_stays_with_the_edition(language: str) -> None:
    article, anna, _boris = pair()
    approve(article, anna, language)
    publisher = make_user("publisher", "override_article", "release_article")
    writer = make_user("writer", "release_article")
    assert "Your account may not release against objections." in refusal(article, language, by=writer, override="Why")
    assert len(refusal(article, language, by=publisher, override="  ")) == 1
    [edition] = release(article, [language], by=publisher, override="Boris is at sea.").created
    assert edition.override_reason == "Boris is at sea."
    assert [bool(one["approved_at"]) for one in edition.signoffs] == [True, False]
    act = Act.objects.get(kind=Kind.OVERRIDE)
    assert (act.by, act.edition, act.about["reason"]) == (publisher, edition, "Boris is at sea.")


def test_advice_is_not_a_rule_and_the_edition_says_who_has_approved(settings, language: str) -> None:
    settings.SIGNOFF_POLICY = "advisory"
    article, anna, _boris = pair()
    approve(article, anna, language)
    edition = publish(article, language)[language]
    assert [bool(one["approved_at"]) for one in edition.signoffs] == [True, False]
    assert edition.override_reason == ""


@pytest.mark.parametrize("problem", ["stale", "stranger", "wordless"])
def test_a_decision_that_means_nothing_is_refused(language: str, problem: str) -> None:
    article, anna, _boris = pair()
    said = {
        "stale": {"digest": "0" * 64},
        "stranger": {},
        "wordless": {"decision": Decision.CHANGES, "comment": " "},
    }[problem]
    author = make_author("vera-orlova") if problem == "stranger" else anna
    with pytest.raises(Refused) as refused:
        approve(article, author, language, **said)
    codes = {"stale": "changed", "stranger": "stranger", "wordless": "comment"}
    assert [error.code for error in refused.value.error_list] == [codes[problem]]
    assert SignOff.objects.count() == 0
