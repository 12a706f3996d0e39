"""A form sent by hand does no more than its sender may do at the desk."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article, Edition
from tests.articles.admin.conftest import release_form, withdraw_form
from tests.articles.admin.ranks import RANKS, as_rank, in_state
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rank", [rank for rank in RANKS if rank not in ("publisher", "superuser")])
def test_whoever_may_not_release_or_withdraw_does_not_by_sending_the_form(client: Client, rank: str) -> None:
    number = in_state("drafted")
    live = publish(make_article("live"))["en"]
    as_rank(client, rank, number)
    coming = publish(make_article("coming"), at=datetime(2090, 1, 1, tzinfo=UTC))["en"]
    client.post(f"/admin/articles/article/{number}/release/", release_form(Article.objects.get(pk=number), "en", "ru"))
    client.post(f"/admin/articles/article/{live.article_id}/withdraw/en/", withdraw_form(live, "Because."))
    client.post(f"/admin/articles/article/{live.article_id}/undo/", {"step": ["en.1.withdrawn", "ru.1.withdrawn"]})
    client.post(f"/admin/articles/article/{coming.article_id}/schedule/", {"edition": "en.1", "cancel": "1"})
    assert Edition.objects.filter(article=number).count() == 0
    assert Edition.objects.get(pk=live.pk).withdrawn_at is None
    assert Edition.objects.scheduled().count() == 2


@pytest.mark.parametrize("rank", RANKS)
def test_nobody_deletes_what_has_been_published(client: Client, rank: str) -> None:
    number = in_state("live")
    as_rank(client, rank, number)
    client.post(f"/admin/articles/article/{number}/delete/", {"post": "yes"})
    client.post("/admin/articles/article/", {"action": "delete_selected", "_selected_action": [number], "post": "yes"})
    edition = Edition.objects.first()
    client.post(f"/admin/articles/edition/{edition.pk}/delete/", {"post": "yes"})
    assert Article.objects.filter(pk=number).exists()
    assert Edition.objects.filter(article=number).count() == 2


@pytest.mark.parametrize("rank", RANKS)
def test_nobody_changes_an_edition(client: Client, rank: str) -> None:
    in_state("live")
    edition = Edition.objects.get(language="en")
    as_rank(client, rank, edition.article_id)
    client.post(f"/admin/articles/edition/{edition.pk}/change/", {"title": "Rewritten"})
    assert Edition.objects.get(pk=edition.pk).title == "Title of treaty"
