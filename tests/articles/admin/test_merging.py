"""Two people at one article: what does not overlap is joined, what does is shown, and nothing typed is lost."""

import re
from html import unescape

import pytest
from django.test import Client

from articles.models import Article, Byline, Version
from tests.articles.admin.conftest import PUBLISHER, filled_in, in_russian
from tests.factories import make_article, make_author, make_organization, make_topic, make_user

CONFLICT = {"en": "Two of you have changed the same", "ru": "Вы оба изменили одно и то же"}
JOINED = {
    "en": r"Joined with what publisher saved at \d\d:\d\d: Title · English\.",
    "ru": r"Объединено с тем, что сохранено в \d\d:\d\d \(publisher\): Заголовок · English\.",
}
REFUSED = {
    "": "Expected the version of the article that this form was made from; found none.",
    "nonsense": "Expected the version of the article that this form was made from; found none.",
    "foreign": "Expected a form of this article; found one of another.",
    "future": "Expected version 1 of the article or an earlier one; found 2.",
}


@pytest.fixture
def article(db: None) -> Article:
    return make_article(authors=[make_author("ada-lovelace"), make_author("bea-brown")])


@pytest.fixture
def second(db: None) -> Client:
    """Another browser, in which somebody else is logged in."""
    client = Client()
    client.force_login(make_user("second", *PUBLISHER))
    return client


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def test_one_edits_english_another_russian_and_both_stay(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article, full_text_ru="<p>Русский текст второго.</p>")
    first = publisher.post(address(article), filled_in(publisher, article, full_text_en="<p>English of the first.</p>"))
    assert (first.status_code, second.post(address(article), mine).status_code) == (302, 302)
    article.refresh_from_db()
    assert article.full_text_en == "<p>English of the first.</p>"
    assert article.full_text_ru == "<p>Русский текст второго.</p>"
    assert [(one.number, one.origin) for one in Version.objects.all()] == [(1, "found"), (2, "desk"), (3, "merge")]


def test_it_is_said_what_was_joined_and_with_whom(
    publisher: Client, second: Client, article: Article, language: str
) -> None:
    mine = filled_in(second, article, title_ru="Другое заглавие")
    publisher.post(address(article), filled_in(publisher, article, title_en="Another title"))
    client = in_russian(second) if language == "ru" else second
    response = client.post(address(article), mine, follow=True)
    assert any(re.fullmatch(JOINED[language], str(message)) for message in response.context["messages"])


def test_two_edits_of_one_field_are_shown_and_nothing_is_lost(
    publisher: Client, second: Client, article: Article, language: str
) -> None:
    mine = filled_in(second, article, full_text_en="<p>Full text of mine.</p>", title_ru="Моё заглавие")
    publisher.post(
        address(article),
        filled_in(publisher, article, full_text_en="<p>Full text of theirs.</p>", standfirst_en="Theirs too."),
    )
    client = in_russian(second) if language == "ru" else second
    response = client.post(address(article), mine)
    html = unescape(response.content.decode())
    assert (response.status_code, CONFLICT[language] in html) == (409, True)
    assert 'id="signoffs"' not in html  # what has to be decided stands first on the page
    assert [one["name"] for one in response.context["joined"].conflicts] == ["full_text_en"]
    assert "<ins>mine</ins>" in html
    assert "<ins>theirs</ins>" in html
    form = response.context["adminform"].form
    assert form["full_text_en"].value() == "<p>Full text of mine.</p>"
    assert (form["title_ru"].value(), form["standfirst_en"].value()) == ("Моё заглавие", "Theirs too.")
    article.refresh_from_db()
    assert (article.full_text_en, article.title_ru) == ("<p>Full text of theirs.</p>", "Заглавие treaty")

    again = mine | {"opened_version": form["opened_version"].value(), "standfirst_en": "Theirs too."}
    assert client.post(address(article), again).status_code == 302
    article.refresh_from_db()
    assert (article.full_text_en, article.title_ru) == ("<p>Full text of mine.</p>", "Моё заглавие")
    assert article.standfirst_en == "Theirs too."


def test_theirs_is_taken_when_asked_for(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article, full_text_en="<p>Mine.</p>", title_ru="Моё заглавие")
    publisher.post(address(article), filled_in(publisher, article, full_text_en="<p>Theirs.</p>"))
    version = second.post(address(article), mine).context["adminform"].form["opened_version"].value()
    sent = mine | {"opened_version": version, "resolve-full_text_en": "theirs"}
    assert second.post(address(article), sent).status_code == 302
    article.refresh_from_db()
    assert (article.full_text_en, article.title_ru) == ("<p>Theirs.</p>", "Моё заглавие")
    assert Version.objects.latest("number").origin == "merge"


def test_the_same_change_by_both_is_none_for_the_second(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article, title_en="The same title")
    publisher.post(address(article), filled_in(publisher, article, title_en="The same title"))
    assert second.post(address(article), mine).status_code == 302
    assert Article.objects.get().version == 2


@pytest.mark.parametrize("case", REFUSED)
def test_a_form_of_no_version_of_this_article_is_refused(publisher: Client, article: Article, case: str) -> None:
    other = make_article("other")
    token = {"foreign": f"{other.pk}.1", "future": f"{article.pk}.2"}.get(case, case)
    response = publisher.post(address(article), filled_in(publisher, article, title_en="Typed", opened_version=token))
    assert (response.status_code, REFUSED[case] in response.content.decode()) == (409, True)
    assert response.context["adminform"].form["title_en"].value() == "Typed"
    article.refresh_from_db()
    assert article.title_en == "Title of treaty"
    assert [one["name"] for one in response.context["joined"].conflicts] == ["title_en"]
    shown = response.context["adminform"].form["opened_version"].value()
    again = filled_in(publisher, article, title_en="Typed", opened_version=shown)
    assert publisher.post(address(article), again).status_code == 302
    article.refresh_from_db()
    assert article.title_en == "Typed"


def test_a_byline_the_other_took_out_stays_out(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article, title_ru="Другое заглавие")
    taken_out = filled_in(publisher, article) | {"bylines-1-DELETE": "on"}
    assert publisher.post(address(article), taken_out).status_code == 302
    assert second.post(address(article), mine).status_code == 302
    assert [line.author.slug for line in article.bylines.all()] == ["ada-lovelace"]
    assert Article.objects.get().title_ru == "Другое заглавие"


def test_two_changes_of_the_byline_are_a_conflict(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article) | {"bylines-1-credit_line_en": "Mine"}
    publisher.post(address(article), filled_in(publisher, article) | {"bylines-1-DELETE": "on"})
    response = second.post(address(article), mine)
    assert (response.status_code, [one["name"] for one in response.context["joined"].conflicts]) == (409, ["bylines"])
    assert "Mine" in response.content.decode()
    assert list(Byline.objects.values_list("author__slug", flat=True)) == ["ada-lovelace"]


def test_credit_lines_of_two_languages_are_joined(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article) | {"bylines-0-credit_line_ru": "Ада, математик"}
    publisher.post(address(article), filled_in(publisher, article) | {"bylines-0-credit_line_en": "Ada, mathematician"})
    assert second.post(address(article), mine).status_code == 302
    line = article.bylines.first()
    assert (line.credit_line_en, line.credit_line_ru) == ("Ada, mathematician", "Ада, математик")


def test_rows_that_are_gone_neither_break_the_form_nor_come_back(publisher: Client, article: Article) -> None:
    publisher.post(address(article), filled_in(publisher, article, title_ru="Версия"))
    sent = filled_in(publisher, article, title_en="Typed")
    Byline.objects.get(author__slug="bea-brown").delete()
    response = publisher.post(address(article), sent)
    assert (response.status_code, Article.objects.get().title_en) == (302, "Typed")
    assert [line.author.slug for line in article.bylines.all()] == ["ada-lovelace"]


def test_two_people_add_a_topic_each(publisher: Client, second: Client, article: Article) -> None:
    first, other = make_topic("first"), make_topic("second")
    mine = filled_in(second, article) | {"topics": [other.pk]}
    publisher.post(address(article), filled_in(publisher, article) | {"topics": [first.pk]})
    assert second.post(address(article), mine).status_code == 302
    assert [topic.slug for topic in article.topics.order_by("slug")] == ["first", "second"]


def test_a_picture_that_nobody_touched_stays(publisher: Client, second: Client, article: Article) -> None:
    Article.objects.update(image="articles/signing.jpg")
    mine = filled_in(second, article, title_ru="Другое заглавие", image=None)
    publisher.post(address(article), filled_in(publisher, article, title_en="Another", image=None))
    assert second.post(address(article), mine).status_code == 302
    assert Article.objects.get().image == "articles/signing.jpg"


def test_an_article_is_deleted_only_as_it_was_shown(publisher: Client, article: Article, language: str) -> None:
    if language == "ru":
        in_russian(publisher)
    page = f"/admin/articles/article/{article.pk}/delete/"
    shown = publisher.get(page).context["opened_version"]
    publisher.post(address(article), filled_in(publisher, article, title_en="Changed meanwhile"))
    for token in (shown, "", "nonsense"):
        response = publisher.post(page, {"post": "yes", "opened_version": token})
        assert (response.status_code, Article.objects.count()) == (409, 1)
    refused = {"en": "Nothing was deleted.", "ru": "Ничего не удалено."}[language]
    assert refused in response.content.decode()
    sent = {"post": "yes", "opened_version": response.context["opened_version"]}
    assert (publisher.post(page, sent).status_code, Article.objects.count()) == (302, 0)


def test_what_was_typed_into_a_post_that_somebody_deleted_stands_there_as_a_new_one(publisher: Client) -> None:
    author = make_author("ada-lovelace", post_at=make_organization())
    publisher.force_login(make_user("chief", is_superuser=True))
    page = f"/admin/authors/author/{author.pk}/change/"
    context = publisher.get(page).context
    form, formset = context["adminform"].form, context["inline_admin_formsets"][0].formset
    sent = {name: form[name].value() or "" for name in form.fields if name != "portrait"}
    for one in (formset.management_form, *formset.forms):
        sent |= {one.add_prefix(name): one[name].value() or "" for name in one.fields}
    sent |= {"affiliations-0-position_en": "Typed late"}
    author.affiliations.all().delete()
    response = publisher.post(page, sent)
    assert (response.status_code, "Typed late" in response.content.decode()) == (409, True)
    assert author.affiliations.count() == 0
    [row] = response.context["inline_admin_formsets"][0].formset.extra_forms
    assert row["position_en"].value() == "Typed late"


def test_topics_are_joined_too(publisher: Client, second: Client, article: Article) -> None:
    topic = make_topic()
    mine = filled_in(second, article, title_ru="Другое заглавие")
    publisher.post(address(article), filled_in(publisher, article) | {"topics": [topic.pk]})
    assert second.post(address(article), mine).status_code == 302
    assert list(article.topics.all()) == [topic]


def test_saving_without_a_change_makes_no_version(publisher: Client, article: Article) -> None:
    Article.objects.update(full_text_en="<p>One.</p>\n<p>Two.</p>")
    before = Article.objects.values().get()
    sent = filled_in(publisher, article, full_text_en="<p>One.</p><p>Two.</p>")
    assert publisher.post(address(article), sent).status_code == 302
    assert Article.objects.values().get() == before


def test_a_form_for_a_new_article_sent_twice_makes_one(publisher: Client) -> None:
    context = publisher.get("/admin/articles/article/add/").context
    management = context["inline_admin_formsets"][0].formset.management_form
    sent = {management.add_prefix(name): "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    sent |= {"title_en": "Once", "original_language": "en"}
    assert publisher.post("/admin/articles/article/add/", sent).status_code == 409
    sent["opened_version"] = context["adminform"].form["opened_version"].value()
    assert publisher.post("/admin/articles/article/add/", sent).status_code == 302
    again = publisher.post("/admin/articles/article/add/", sent)
    article = Article.objects.get()
    assert (again.status_code, again["Location"], article.version) == (302, "/admin/articles/article/", 1)


def test_going_back_to_the_form_of_a_new_article_and_typing_on_loses_nothing(publisher: Client, second: Client) -> None:
    context = publisher.get("/admin/articles/article/add/").context
    sent = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0", "original_language": "en", "title_en": "Once"}
    sent["opened_version"] = context["adminform"].form["opened_version"].value()
    publisher.post("/admin/articles/article/add/", sent)
    article = Article.objects.get()
    second.post(address(article), filled_in(second, article, title_ru="Второе"))
    typed = sent | {"full_text_en": "<p>Typed after going back.</p>", "_continue": "1"}
    response = publisher.post("/admin/articles/article/add/", typed)
    assert (response.status_code, response["Location"]) == (302, address(article))
    article = Article.objects.get()
    assert (article.title_en, article.title_ru) == ("Once", "Второе")
    assert article.full_text_en == "<p>Typed after going back.</p>"


def test_a_person_changed_by_somebody_else_is_not_written_over_unawares(publisher: Client, db: None) -> None:
    author = make_author(bio_en="As found.")
    publisher.force_login(make_user("chief", is_superuser=True))
    page = f"/admin/authors/author/{author.pk}/change/"
    form = publisher.get(page).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields if name != "portrait"} | {"bio_en": "Typed late."}
    sent |= {"affiliations-TOTAL_FORMS": "0", "affiliations-INITIAL_FORMS": "0"}
    type(author).objects.update(bio_en="Saved first.")
    response = publisher.post(page, sent)
    assert (response.status_code, "Typed late." in response.content.decode()) == (409, True)
    author.refresh_from_db()
    assert author.bio_en == "Saved first."
    sent["opened_version"] = response.context["adminform"].form["opened_version"].value()
    assert publisher.post(page, sent).status_code == 302
    author.refresh_from_db()
    assert author.bio_en == "Typed late."
