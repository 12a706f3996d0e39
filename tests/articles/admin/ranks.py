"""Every rank of account at the desk, and every state an article can be in."""

from datetime import UTC, datetime

from django.test import Client

from articles.press.withdraw import withdraw
from tests.factories import make_article, make_user, publish

RANKS = {
    "stranger": None,
    "reader with an account": {"is_staff": False},
    "staff without permissions": {},
    "editor": {"permissions": ["view_article", "change_article"]},
    "publisher": {
        "permissions": ["view_article", "change_article", "release_article", "withdraw_article", "view_edition"]
    },
    "superuser": {"is_superuser": True},
}
STATES = ["missing", "drafted", "scheduled", "live", "withdrawn"]


def as_rank(client: Client, rank: str) -> Client:
    wanted = RANKS[rank]
    if wanted is not None:
        rest = {name: value for name, value in wanted.items() if name != "permissions"}
        client.force_login(make_user("somebody", *wanted.get("permissions", []), **rest))
    return client


def in_state(state: str) -> int:
    """The number of an article in a state; of none for "missing"."""
    if state == "missing":
        return 1_000_000
    article = make_article()
    if state != "drafted":
        editions = publish(article, at=datetime(2090, 1, 1, tzinfo=UTC) if state == "scheduled" else None)
        if state == "withdrawn":
            for edition in editions.values():
                withdraw(edition, by=None, reason="A mistake.")
    return article.pk
