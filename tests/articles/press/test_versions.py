"""Versions: everything written in one go is one version, kept with who wrote it."""

import pytest

from articles.models import Act, Article, Byline, Version
from articles.press.versions import writing
from tests.factories import make_article, make_author, make_topic, make_user

pytestmark = pytest.mark.django_db


def numbers(article: Article) -> list[tuple[int, str]]:
    return list(Version.objects.filter(article=article).values_list("number", "origin"))


def test_a_manuscript_never_written_to_here_is_kept_as_it_was_found(language: str) -> None:
    article = make_article()
    with writing(article, by=make_user()):
        setattr(article, f"title_{language}", "Another title")
        article.save()
    assert numbers(article) == [(1, "found"), (2, "desk")]
    first, second = Version.objects.all()
    title = f"title_{language}"
    assert first.content["fields"][title] == {"en": "Title of treaty", "ru": "Заглавие treaty"}[language]
    assert (second.content["fields"][title], second.by.username) == ("Another title", "editor")
    assert first.digests[language] != second.digests[language]


def test_however_often_it_is_saved_within_it_is_one_version() -> None:
    article = make_article()
    with writing(article, by=None):
        for title in ("One", "Two", "Three"):
            article.title_en = title
            article.save()
        article.topics.add(make_topic())
        Byline.objects.create(article=article, position=2, author=make_author("bea-brown"))
    assert [number for number, _origin in numbers(article)] == [1, 2]
    assert (article.version, Article.objects.get().version) == (2, 2)
    content = Version.objects.get(number=2).content
    assert content["topics"] == ["treaties"]
    assert [line["author"] for line in content["bylines"]] == ["author-of-treaty", "bea-brown"]


def test_writing_what_stands_there_makes_no_version() -> None:
    article = make_article()
    before = Article.objects.values().get()
    with writing(article, by=None):
        article.save()
    assert Article.objects.values().get() == before
    assert article.version == before["version"]


def test_what_fails_is_not_kept() -> None:
    article = make_article()

    def write_and_fail() -> None:
        with writing(article, by=None):
            article.title_en = "Lost"
            article.save()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert (Article.objects.get().title_en, Version.objects.count()) == ("Title of treaty", 0)


def test_a_minor_change_says_so_in_its_version_and_among_the_acts(language: str) -> None:
    article, user = make_article(), make_user()
    with writing(article, by=user, minor=[language]):
        setattr(article, f"title_{language}", f"{getattr(article, f'title_{language}')}s")
        article.save()
    assert Version.objects.get(number=2).minor == [language]
    act = Act.objects.get()
    assert (act.kind, act.language, act.by, act.about) == ("minor", language, user, {"version": 2})


def test_a_language_left_as_it_was_is_not_minor(language: str) -> None:
    article = make_article()
    other = {"en": "ru", "ru": "en"}[language]
    with writing(article, by=None, minor=[other]):
        setattr(article, f"title_{language}", "Another title")
        article.save()
    assert Version.objects.get(number=2).minor == []
