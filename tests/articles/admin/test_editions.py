"""Editions at the desk: read and compared with the manuscript, never changed."""

import pytest
from django.test import Client

from articles.models import Article, Edition
from tests.articles.admin.conftest import in_russian
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

SAME = {"en": "The manuscript and the edition say the same.", "ru": "Рукопись и редакция не различаются."}


@pytest.fixture
def edition() -> Edition:
    return publish(make_article(full_text_en="<p>Both sides meddled at length.</p>"))["en"]


def test_an_edition_has_nothing_to_type_into_and_nothing_to_save(publisher: Client, edition: Edition) -> None:
    response = publisher.get(f"/admin/articles/edition/{edition.pk}/change/")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Both sides meddled at length." in html
    assert 'name="_save"' not in html
    assert 'name="title"' not in html
    assert "deletelink" not in html


def test_an_edition_like_its_manuscript_says_so(publisher: Client, edition: Edition, language: str) -> None:
    if language == "ru":
        in_russian(publisher)
    assert SAME[language] in publisher.get(f"/admin/articles/edition/{edition.pk}/change/").content.decode()


def test_an_edition_shows_word_by_word_what_the_manuscript_says_otherwise(publisher: Client, edition: Edition) -> None:
    article = Article.objects.get()
    article.full_text_en = "<p>Both sides interfered <em>at length</em> & often.</p>"
    article.title_en = "A <b>bold</b> title"
    article.save()
    html = publisher.get(f"/admin/articles/edition/{edition.pk}/change/").content.decode()
    assert "<del>meddled</del>" in html
    assert "<ins>interfered</ins>" in html
    assert "&lt;b&gt;bold&lt;/b&gt;" in html
    assert SAME["en"] not in html


def test_a_published_articles_key_can_no_longer_be_changed(publisher: Client, edition: Edition) -> None:
    form = publisher.get(f"/admin/articles/article/{edition.article_id}/change/").context["adminform"].form
    assert "key" not in form.fields
