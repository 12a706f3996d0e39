"""Unsaved text at the desk: kept by its address, offered in the form, brought back, saved, thrown away."""

from datetime import datetime
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone, translation

from articles.admin.sending import values
from articles.models import Article, Autosave, Presence
from articles.press.autosave import drafts, keep
from tests.articles.admin.conftest import PUBLISHER, filled_in, in_russian
from tests.articles.reading.html import parse
from tests.factories import make_article, make_author, make_organization, make_topic, make_user

OFFERED = {"en": "You have unsaved text from:", "ru": "У вас остался несохранённый текст:"}
BACK = {"en": "Your unsaved text is back in the form", "ru": "Ваш несохранённый текст снова в форме"}
PAGE = "a" * 16
HERE = {"en": "anna is editing Russian.", "ru": "Русский: сейчас правит anna."}


@pytest.fixture
def article(db: None) -> Article:
    return make_article()


@pytest.fixture
def user(publisher: Client):
    return User.objects.get(username="publisher")


def form(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def autosave(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/autosave/"


def typed(article: Article, **texts: str) -> dict[str, str]:
    return {"page": PAGE, "opened_version": f"{article.pk}.{article.version}"} | texts


def test_what_is_sent_is_kept(publisher: Client, user, article: Article, language: str) -> None:
    text = {"en": "<p>Half a sent</p>", "ru": "<p>Пол предло</p>"}[language]
    answer = publisher.post(autosave(article), typed(article, **{f"full_text_{language}": text}))
    assert answer.status_code == 200
    [draft] = drafts(user, article)
    assert (draft.parts, draft.page) == ({f"full_text_{language}": text}, PAGE)
    assert datetime.fromisoformat(answer.json()["at"]) == draft.at
    assert Article.objects.get().version == article.version


def test_what_a_browser_kept_by_itself_has_the_time_it_was_typed_at(publisher: Client, user, article: Article) -> None:
    before = timezone.now()
    publisher.post(autosave(article), typed(article, title_en="Typed an hour ago", age="3600"))
    assert 3599 < (before - drafts(user, article)[0].at).total_seconds() <= 3600


@pytest.mark.parametrize(
    "wrong", [{"opened_version": ""}, {"opened_version": "999.1"}, {"page": ""}, {"page": "<script>"}, {"age": "-5"}]
)
def test_a_text_of_no_form_of_this_article_is_refused(publisher: Client, article: Article, wrong: dict) -> None:
    answer = publisher.post(autosave(article), typed(article, title_en="Typed") | wrong)
    assert answer.status_code == (200 if "age" in wrong else 409)
    assert Autosave.objects.exists() == ("age" in wrong)


def test_only_who_may_write_has_unsaved_text(client: Client, article: Article) -> None:
    client.force_login(make_user("reader", "view_article"))
    assert client.post(autosave(article), typed(article, title_en="Typed")).status_code == 403
    page = client.get(form(article)).content.decode()
    assert ("autosave.js" in page, "autosave_page" in page) == (False, False)


def test_it_asks_for_the_token_of_a_form(article: Article) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("publisher", *PUBLISHER))
    assert client.post(autosave(article), typed(article, title_en="Typed")).status_code == 403
    token = client.get(autosave(article)).json()["token"]
    sent = typed(article, title_en="Typed", csrfmiddlewaretoken=token)
    assert client.post(autosave(article), sent).status_code == 200


def test_without_a_session_it_leads_to_the_log_in(client: Client, article: Article) -> None:
    headers = {"Sec-Fetch-Mode": "cors"}
    answer = client.post(autosave(article), typed(article, title_en="Typed"), headers=headers)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/")
    assert not Autosave.objects.exists()


def test_it_is_offered_with_its_words_and_brought_back(
    publisher: Client, user, article: Article, language: str
) -> None:
    keep(PAGE, {"title_ru": "Другое заглавие"}, by=user, at=timezone.now(), article=article, version=1)
    client = in_russian(publisher) if language == "ru" else publisher
    html = unescape(client.get(form(article)).content.decode())
    assert (OFFERED[language] in html, "<ins>Другое</ins>" in html or "<ins>Другое заглавие</ins>" in html) == (
        True,
        True,
    )
    assert f'href="?unsaved={PAGE}"' in html
    for wanted in (PAGE, "1"):
        response = client.get(form(article), {"unsaved": wanted})
        assert (BACK[language] in response.content.decode(), OFFERED[language] in response.content.decode()) == (
            True,
            False,
        )
        brought = response.context["adminform"].form
        assert (brought["title_ru"].value(), brought["title_en"].value()) == ("Другое заглавие", "Title of treaty")
        assert response.context["page"] == PAGE


def test_it_is_joined_with_what_others_saved_meanwhile(publisher: Client, user, article: Article) -> None:
    texts = {"title_ru": "Моё заглавие", "standfirst_en": "Mine."}
    publisher.post(form(article), filled_in(publisher, article, standfirst_ru="Первое"))
    keep(PAGE, texts, by=user, at=timezone.now(), article=article, version=Article.objects.get().version)
    publisher.post(form(article), filled_in(publisher, article, title_en="Theirs", standfirst_en="Theirs."))
    response = publisher.get(form(article), {"unsaved": PAGE})
    fields = response.context["adminform"].form
    sent = filled_in(publisher, article) | texts | {"opened_version": fields["opened_version"].value()}
    answer = publisher.post(form(article), sent | {"autosave_page": PAGE})
    assert answer.status_code == 409
    assert [one["name"] for one in answer.context["joined"].conflicts] == ["standfirst_en"]
    assert answer.context["page"] == PAGE
    assert len(drafts(user, article)) == 1


def test_saving_ends_it_and_nothing_else_does(publisher: Client, user, article: Article) -> None:
    for page in (PAGE, "b" * 16):
        keep(page, {"title_en": f"By {page[0]}"}, by=user, at=timezone.now(), article=article, version=1)
    publisher.post(form(article), filled_in(publisher, article, title_en="By a", autosave_page=PAGE))
    assert [draft.page for draft in drafts(user, article)] == ["b" * 16]
    refused = filled_in(publisher, article, source_url="nowhere", autosave_page="b" * 16)
    assert publisher.post(form(article), refused).status_code == 200
    assert [draft.page for draft in drafts(user, article)] == ["b" * 16]


def test_it_is_thrown_away_by_a_form(publisher: Client, user, article: Article) -> None:
    keep(PAGE, {"title_en": "Typed"}, by=user, at=timezone.now(), article=article, version=1)
    address = f"{autosave(article)}discard/"
    publisher.get(address, {"page": PAGE})
    assert len(drafts(user, article)) == 1
    answer = publisher.post(address, {"page": PAGE})
    assert (answer.status_code, answer["Location"], drafts(user, article)) == (302, form(article), [])


def test_a_new_article_has_unsaved_text_until_it_is_saved(publisher: Client, user) -> None:
    new = "/admin/articles/article/add/"
    context = publisher.get(new).context
    page = context["page"]
    assert context["adminform"].form["opened_version"].value() == page
    publisher.post(f"{new}autosave/", {"page": page, "opened_version": page, "title_ru": "Новая"})
    response = publisher.get(new, {"unsaved": "1"})
    fields = response.context["adminform"].form
    assert (fields["title_ru"].value(), fields["opened_version"].value()) == ("Новая", page)
    management = response.context["inline_admin_formsets"][0].formset.management_form
    sent = {management.add_prefix(name): "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    sent |= {"title_ru": "Новая", "original_language": "ru", "opened_version": page, "autosave_page": page}
    assert publisher.post(new, sent).status_code == 302
    assert (Article.objects.get().title_ru, drafts(user)) == ("Новая", [])


def test_signatures_choices_and_dates_are_kept_and_brought_back(
    publisher: Client, user, article: Article, language: str
) -> None:
    client = in_russian(publisher) if language == "ru" else publisher
    day = {"en": "2026-05-03", "ru": "03.05.2026"}[language]
    outlet = make_organization("riac")
    topic = make_topic("arms")
    newcomer = make_author("zoya-nova")
    [first] = article.bylines.all()
    sent = filled_in(client, article)
    rows = {name: value for name, value in sent.items() if name.startswith("bylines-")} | {
        "bylines-TOTAL_FORMS": "2",
        f"bylines-0-credit_line_{language}": "Kept / Сохранено",
        "bylines-1-position": "2",
        "bylines-1-role": "translator",
        "bylines-1-language": "ru",
        "bylines-1-author": str(newcomer.pk),
        "bylines-1-credit_line_en": "",
    }
    parts = {"outlet": str(outlet.pk), "outlet_date": day, "original_language": "both", "topics": str(topic.pk)}
    assert client.post(autosave(article), typed(article, **rows, **parts)).status_code == 200
    [draft] = drafts(user, article)
    assert {name: draft.parts[name] for name in parts} == {
        "outlet": "riac",
        "outlet_date": "2026-05-03",
        "original_language": "both",
        "topics": ["arms"],
    }

    offer = unescape(client.get(form(article)).content.decode())
    label = {"en": "Byline", "ru": "Подписи"}[language]
    assert (f"<h3>{label}</h3>" in offer, "Kept / Сохранено" in offer) == (True, True)
    response = client.get(form(article), {"unsaved": PAGE})
    fields = response.context["adminform"].form
    formset = response.context["inline_admin_formsets"][0].formset
    with translation.override(language):
        brought = {name: values(fields[name]) for name in parts}
        for one in [formset.management_form, *formset.forms]:
            brought |= {one.add_prefix(name): values(one[name]) for name in one.fields}
    assert brought[f"bylines-0-credit_line_{language}"] == ["Kept / Сохранено"]
    assert brought["outlet_date"] == [day]
    answer = client.post(form(article), sent | brought | {"autosave_page": PAGE})
    assert answer.status_code == 302
    stored = Article.objects.get()
    assert (stored.outlet, f"{stored.outlet_date}", stored.original_language) == (outlet, "2026-05-03", "both")
    assert [one.slug for one in stored.topics.all()] == ["arms"]
    assert [(line.role, line.author) for line in stored.bylines.all()] == [
        ("author", first.author),
        ("translator", newcomer),
    ]
    assert getattr(stored.bylines.first(), f"credit_line_{language}") == "Kept / Сохранено"
    assert not Autosave.objects.exists()


def test_a_signature_taken_out_and_not_saved_is_taken_out_again(publisher: Client, user, article: Article) -> None:
    keep(PAGE, {"bylines": []}, by=user, at=timezone.now(), article=article, version=1)
    formset = publisher.get(form(article), {"unsaved": PAGE}).context["inline_admin_formsets"][0].formset
    assert [one["DELETE"].value() for one in formset.forms] == [True]
    assert article.bylines.count() == 1


def test_the_signatures_of_a_new_article_are_kept_too(publisher: Client, user) -> None:
    new = "/admin/articles/article/add/"
    page = publisher.get(new).context["page"]
    author = make_author("ivan-timofeev")
    rows = {"bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": "0", "bylines-0-position": "1"}
    rows |= {"bylines-0-role": "author", "bylines-0-author": str(author.pk), "bylines-0-credit_line_en": "Director"}
    publisher.post(f"{new}autosave/", {"page": page, "opened_version": page} | rows)
    formset = publisher.get(new, {"unsaved": "1"}).context["inline_admin_formsets"][0].formset
    [row] = formset.forms
    assert (row["author"].value(), row["credit_line_en"].value(), row["id"].value()) == (
        str(author.pk),
        "Director",
        "",
    )


def test_what_is_no_date_yet_is_kept_as_it_was_typed(publisher: Client, user, article: Article) -> None:
    publisher.post(autosave(article), typed(article, outlet_date="3 Ma", outlet="9" * 30, topics="x"))
    assert drafts(user, article)[0].parts == {"outlet_date": "3 Ma"}
    fields = publisher.get(form(article), {"unsaved": PAGE}).context["adminform"].form
    assert fields["outlet_date"].value() == "3 Ma"


def test_the_page_with_an_offer_is_valid_html(publisher: Client, user, article: Article, language: str) -> None:
    keep(PAGE, {"full_text_ru": "<p>Текст</p>"}, by=user, at=timezone.now(), article=article, version=1)
    page = publisher.get(form(article), headers={"Accept-Language": language})
    section = unescape(page.content.decode())
    start = section.index('<div class="unsaved-notices">')
    end = section.index('<link rel="stylesheet" href="/static/desk/unsaved.css">')
    page.content = f"<!doctype html><html lang=en><title>x</title>{section[start:end]}</html>".encode()
    parse(page)


def test_who_else_is_here_is_said(publisher: Client, article: Article, language: str) -> None:
    anna = Client()
    anna.force_login(make_user("anna", *PUBLISHER))
    presence = f"/admin/articles/article/{article.pk}/presence/"
    assert anna.post(presence, {"language": "ru"}).json() == {"others": []}
    client = in_russian(publisher) if language == "ru" else publisher
    assert client.post(presence, {"language": "de"}).json() == {"others": [HERE[language]]}
    assert HERE[language] in client.get(form(article)).content.decode()
    assert anna.post(presence, {"language": "ru"}).json() == {"others": ["publisher has this article open."]}


def test_only_who_may_write_is_at_work(client: Client, article: Article) -> None:
    client.force_login(make_user("reader", "view_article"))
    assert client.post(f"/admin/articles/article/{article.pk}/presence/", {"language": "en"}).status_code == 403


def test_ten_colleagues_cost_as_many_queries_as_one(
    publisher: Client, article: Article, no_query_per_row: None
) -> None:
    colleagues = User.objects.bulk_create(User(username=f"colleague-{number}") for number in range(10))
    now = timezone.now()
    Presence.objects.bulk_create(Presence(user=one, article=article, language="en", at=now) for one in colleagues)
    assert len(publisher.get(f"/admin/articles/article/{article.pk}/presence/").json()["others"]) == 10
