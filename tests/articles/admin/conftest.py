"""Accounts of every rank at the desk, and the form of an article as a browser would send it."""

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, Edition
from tests.factories import make_user

ARTICLES = ("view_article", "add_article", "change_article", "delete_article", "view_edition")
EDITOR = (*ARTICLES, "view_byline", "add_byline", "change_byline", "delete_byline")
PUBLISHER = (*EDITOR, "release_article", "withdraw_article", "override_article")


@pytest.fixture
def publisher(db: None, client: Client) -> Client:
    """A browser in which somebody who may edit, release and withdraw is logged in."""
    client.force_login(make_user("publisher", *PUBLISHER))
    return client


def in_russian(client: Client) -> Client:
    client.cookies["desk_language"] = "ru"
    return client


def release_form(article: Article, *languages: str, **changes: object) -> dict[str, object]:
    """What the release dialog sends to release languages of an article now, but for CHANGES."""
    stored = Article.objects.get(pk=article.pk)
    return {"version": f"{stored.pk}.{stored.version}", "languages": languages, "when": "now"} | changes


def at(day: str, clock: str, zone: str, **changes: object) -> dict[str, object]:
    """What the release dialog sends for a moment to come."""
    return {"when": "later", "day": day, "clock": clock, "zone": zone} | changes


def withdraw_form(edition: Edition, reason: str) -> dict[str, object]:
    """What the form of a withdrawal sends."""
    article = Article.objects.get(pk=edition.article_id)
    tokens = {"version": f"{article.pk}.{article.version}", "edition": f"{edition.language}.{edition.number}"}
    return tokens | {"reason": reason}


def said(client: Client, response: HttpResponse) -> list[str]:
    """The messages on the page that a form leads to."""
    assert response.status_code == 302
    return [str(message) for message in client.get(response["Location"]).context["messages"]]


def filled_in(client: Client, article: Article, **changes: str) -> dict[str, str]:
    """What the change form of an article sends when nothing but CHANGES has been typed."""
    page = client.get(f"/admin/articles/article/{article.pk}/change/").context
    form = page["adminform"].form
    data = {name: _sent(form[name].value()) for name in form.fields}
    for formset in page["inline_admin_formsets"]:
        for one in [formset.formset.management_form, *formset.formset.forms]:
            data |= {one.add_prefix(name): _sent(one[name].value()) for name in one.fields}
    return {name: value for name, value in (data | changes).items() if value is not None}


def _sent(value: object) -> object:
    if value is None or value is False:
        return None if value is False else ""
    return [str(one) for one in value] if isinstance(value, list) else str(value)
