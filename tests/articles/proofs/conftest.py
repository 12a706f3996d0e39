"""A manuscript that nobody but the desk has seen, and the links that show it to others."""

import pytest

from articles.models import Article
from articles.proofs.links import make_link
from tests.factories import make_article, make_author, make_organization, make_topic


@pytest.fixture
def article(db: None) -> Article:
    """A manuscript with everything an article can have, translated from English."""
    institute = make_organization("institute")
    article = make_article(
        authors=[make_author("anna-smirnova", post_at=institute), make_author("bob-jones")],
        topics=[make_topic("treaties"), make_topic("arms")],
        outlet=make_organization("review"),
        full_text_url_en="https://example.org/en",
        full_text_url_ru="https://example.org/ru",
        standfirst_en="What it is about.",
        standfirst_ru="О чём это.",
        translation_note_ru="Перевод редакции.",
        full_text_en="<h2>One</h2><p>Two 2.</p><p>Three.</p><table><tbody><tr><td>Four</td></tr></tbody></table>",
        full_text_ru="<h2>Раз</h2><p>Два 2.</p><p>Три.</p><table><tbody><tr><td>Четыре</td></tr></tbody></table>",
    )
    article.bylines.create(position=7, role="translator", language="ru", author=make_author("tanya-ivanova"))
    article.bylines.create(position=8, role="editor", organization=institute)
    Article.objects.filter(pk=article.pk).update(image="articles/map.png", image_alt_en="A map.", image_alt_ru="Карта.")
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def token(article: Article) -> str:
    return make_link(article).token
