"""Restoring: an earlier version stands again, as a new one, or not at all and with words."""

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from articles.models import Act, Article, Version
from articles.press.refusals import Refused
from articles.press.restore import restore
from articles.press.versions import writing
from tests.factories import make_article, make_author, make_organization, make_topic, make_user, publish

pytestmark = pytest.mark.django_db

GONE = {
    "en": "“bea-brown” (author) is not there any more: this version cannot be restored as it was.",
    "ru": "Больше нет: «bea-brown» (автор). Восстановить эту версию в прежнем виде нельзя.",
}


@pytest.fixture
def by() -> User:
    return make_user("restorer")


@pytest.fixture
def article() -> Article:
    """An article of two versions: the second has another title, topic and byline."""
    article = make_article(authors=[make_author("ada-lovelace"), make_author("bea-brown")], topics=[make_topic("arms")])
    with writing(article, by=None):
        article.title_ru, article.outlet = "Иное", make_organization("journal")
        article.save()
        article.bylines.filter(author__slug="bea-brown").delete()
        article.topics.set([make_topic("trade")])
    return article


def test_everything_stands_again_as_a_new_version(article: Article, by: User) -> None:
    assert restore(article, 1, by=by) is True
    found = Article.objects.get()
    assert (found.title_ru, found.outlet, found.version) == ("Заглавие treaty", None, 3)
    assert [line.author.slug for line in found.bylines.all()] == ["ada-lovelace", "bea-brown"]
    assert [topic.slug for topic in found.topics.all()] == ["arms"]
    version = Version.objects.get(number=3)
    assert (version.origin, version.restored, version.by) == ("restore", 1, by)
    assert version.content == Version.objects.get(number=1).content
    act = Act.objects.get()
    assert (act.kind, act.by, act.about) == ("restore", by, {"version": 1, "as": 3})


def test_what_stands_there_already_makes_no_version(article: Article, by: User) -> None:
    before = Article.objects.values().get()
    assert restore(article, 2, by=by) is False
    assert Article.objects.values().get() == before
    assert (Version.objects.count(), Act.objects.count()) == (2, 0)


def test_a_version_whose_author_is_gone_is_refused_with_words(article: Article, by: User, language: str) -> None:
    article.bylines.model.objects.filter(author__slug="bea-brown").delete()
    make_author("carl-jung")
    type(article.bylines.get().author).objects.get(slug="bea-brown").delete()
    with pytest.raises(Refused) as refused, translation.override(language):
        restore(article, 1, by=by)
    with translation.override(language):
        assert refused.value.messages == [GONE[language]]
    assert (Article.objects.get().title_ru, Article.objects.get().version) == ("Иное", 2)


def test_a_slug_that_another_article_has_taken_since_is_refused(article: Article, by: User, language: str) -> None:
    with writing(article, by=None):
        setattr(article, f"slug_{language}", "moved")
        article.save()
    make_article("other", **{f"slug_{language}": f"treaty-{language}"})
    with pytest.raises(Refused) as refused:
        restore(article, 1, by=by)
    assert refused.value.messages == ["Another article has this slug in this language."]
    assert Article.objects.get(key="treaty").version == 3


def test_the_key_of_a_published_article_stays(by: User) -> None:
    article = make_article()
    with writing(article, by=None):
        article.key, article.title_en = "renamed", "Another"
        article.save()
    publish(article)
    restore(article, 1, by=by)
    assert (Article.objects.get().key, Article.objects.get().title_en) == ("renamed", "Title of treaty")


def test_a_version_there_never_was_is_refused(article: Article, by: User) -> None:
    with pytest.raises(Refused) as refused:
        restore(article, 7, by=by)
    assert refused.value.messages == ["There is no such version."]
