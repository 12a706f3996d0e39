"""Two people at one article: what does not overlap is joined, what does is shown, and nothing typed is lost."""

from html import unescape

import pytest
from django.test import Client

from articles.models import Article, Byline, Version
from tests.articles.admin.conftest import PUBLISHER, filled_in, in_russian
from tests.factories import make_article, make_author, make_topic, make_user

CONFLICT = {"en": "Two of you have changed the same", "ru": "Вы оба изменили одно и то же"}
JOINED = {
    "en": "Joined with what publisher saved in the meantime: Title · English.",
    "ru": "Объединено с тем, что тем временем сохранено другими (publisher): Заголовок · English.",
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
    assert JOINED[language] in [str(message) for message in response.context["messages"]]


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
    assert [one["name"] for one in response.context["conflicts"]] == ["full_text_en"]
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
    sent = mine | {"opened_version": version, "take_theirs": "full_text_en"}
    assert second.post(address(article), sent).status_code == 302
    article.refresh_from_db()
    assert (article.full_text_en, article.title_ru) == ("<p>Theirs.</p>", "Моё заглавие")


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


def test_a_byline_the_other_took_out_stays_out(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article, title_ru="Другое заглавие")
    taken_out = filled_in(publisher, article) | {"bylines-1-DELETE": "on"}
    assert publisher.post(address(article), taken_out).status_code == 302
    assert second.post(address(article), mine).status_code == 302
    assert [line.author.slug for line in article.bylines.all()] == ["ada-lovelace"]
    assert Article.objects.get().title_ru == "Другое заглавие"


def test_two_changes_of_the_byline_are_a_conflict(publisher: Client, second: Client, article: Article) -> None:
    mine = filled_in(second, article) | {"bylines-0-credit_line_en": "Mine"}
    publisher.post(address(article), filled_in(publisher, article) | {"bylines-1-DELETE": "on"})
    response = second.post(address(article), mine)
    assert (response.status_code, [one["name"] for one in response.context["conflicts"]]) == (409, ["bylines"])
    assert "Mine" in response.content.decode()
    assert list(Byline.objects.values_list("author__slug", flat=True)) == ["ada-lovelace"]


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
    assert (again.status_code, again["Location"]) == (302, f"/admin/articles/article/{article.pk}/change/")


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
