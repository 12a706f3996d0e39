"""Writing an article at the desk: both languages in one form, and nothing typed is ever lost."""

from html import unescape

import pytest
from django.test import Client

from articles.models import Article
from tests.articles.admin.conftest import filled_in, in_russian
from tests.factories import make_article, make_author

BAD_LINK = {
    "en": "The link “{}”: expected an address that begins with https:// or http://; found “{}”.",
    "ru": "Ссылка «{}»: ожидался адрес, который начинается с https:// или http://; обнаружено «{}».",
}


@pytest.fixture
def article(db: None) -> Article:
    return make_article(authors=[make_author("ada-lovelace"), make_author("bea-brown")])


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def test_both_languages_are_saved_in_one_go(publisher: Client, article: Article) -> None:
    typed = {"title_en": "A New Title", "title_ru": "Новое заглавие", "full_text_ru": "<p>Новый текст.</p>"}
    response = publisher.post(address(article), filled_in(publisher, article, **typed))
    assert (response.status_code, response["Location"]) == (302, "/admin/articles/article/")
    article.refresh_from_db()
    assert (article.title_en, article.title_ru) == ("A New Title", "Новое заглавие")
    assert article.full_text_ru == "<p>Новый текст.</p>"
    assert article.full_text_en == "<p>Full text of treaty.</p>"


def test_a_new_article_needs_nothing_but_a_title(publisher: Client) -> None:
    context = publisher.get("/admin/articles/article/add/").context
    empty = context["inline_admin_formsets"][0].formset.management_form
    version = context["adminform"].form["opened_version"].value()
    counts = {empty.add_prefix(name): "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    data = {"title_ru": "О договоре", "original_language": "ru", "opened_version": version, **counts}
    assert publisher.post("/admin/articles/article/add/", data).status_code == 302
    article = Article.objects.get()
    assert (article.key, article.slug_ru, article.slug_en) == ("o-dogovore", "o-dogovore", None)


def test_two_signatures_are_swapped_in_one_save(publisher: Client, article: Article) -> None:
    data = filled_in(publisher, article)
    data["bylines-0-position"], data["bylines-1-position"] = "2", "1"
    assert publisher.post(address(article), data).status_code == 302
    assert [line.author.slug for line in article.bylines.all()] == ["bea-brown", "ada-lovelace"]


def test_two_people_exchange_their_places_in_one_save(publisher: Client, article: Article) -> None:
    data = filled_in(publisher, article)
    data["bylines-0-author"], data["bylines-1-author"] = data["bylines-1-author"], data["bylines-0-author"]
    assert publisher.post(address(article), data).status_code == 302
    assert [line.author.slug for line in article.bylines.all()] == ["bea-brown", "ada-lovelace"]


def test_the_same_person_does_not_sign_twice(publisher: Client, article: Article) -> None:
    data = filled_in(publisher, article)
    data["bylines-1-author"] = data["bylines-0-author"]
    assert publisher.post(address(article), data).status_code == 200
    assert [line.author.slug for line in article.bylines.all()] == ["ada-lovelace", "bea-brown"]


@pytest.mark.parametrize("field", ["short_text_en", "full_text_ru"])
@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "/about", "www.x.y"]
)
def test_a_link_nobody_can_follow_is_refused_by_name(
    publisher: Client, article: Article, language: str, field: str, link: str
) -> None:
    if language == "ru":
        in_russian(publisher)
    html = f'<p>See <a href="{link}">this page</a> typed by hand.</p>'
    response = publisher.post(address(article), filled_in(publisher, article, **{field: html}))
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == [field]
    page = unescape(response.content.decode())
    assert BAD_LINK[language].format("this page", link) in page
    assert "typed by hand" in page
    article.refresh_from_db()
    assert "typed by hand" not in getattr(article, field)


def test_what_is_not_allowed_in_a_text_is_taken_out_on_saving(publisher: Client, article: Article) -> None:
    html = '<p onclick="x()">Kept <script>alert(1)</script><b style="color:red">bold</b></p>'
    publisher.post(address(article), filled_in(publisher, article, full_text_en=html))
    article.refresh_from_db()
    assert article.full_text_en == "<p>Kept <b>bold</b></p>"


def test_another_articles_slug_is_refused_at_its_field(publisher: Client, article: Article, language: str) -> None:
    make_article("other")
    data = filled_in(publisher, article, **{f"slug_{language}": f"other-{language}"})
    response = publisher.post(address(article), data)
    assert response.status_code == 200
    article.refresh_from_db()
    assert getattr(article, f"slug_{language}") == f"treaty-{language}"


def test_every_translated_input_says_which_language_is_typed_there(publisher: Client, article: Article) -> None:
    form = publisher.get(address(article)).context["adminform"].form
    inputs = {name: field.widget.attrs.get("lang") for name, field in form.fields.items()}
    assert {name: lang for name, lang in inputs.items() if lang} == {
        name: name.rpartition("_")[2] for name in inputs if name.endswith(("_en", "_ru"))
    }
