"""Every rank of account at the desk, and every state an article can be in."""

from datetime import UTC, datetime

from django.contrib.auth.models import Group, User
from django.test import Client

from articles.models import Article, Assignment
from articles.press.withdraw import withdraw
from tests.factories import make_article, make_user, publish

RANKS = [
    "stranger",
    "reader",  # has an account, and no place at the desk
    "staff",  # may enter the desk, and nothing else
    "writer",  # of the article in question
    "writer_elsewhere",  # of another article
    "translator_en",
    "translator_ru",
    "editor",
    "publisher",
    "superuser",
]
INSIDE = RANKS[2:]
STATES = ["missing", "drafted", "scheduled", "live", "withdrawn"]
ELSEWHERE = "another-text"


def answers(others: int, *, outside: int = 302, **statuses: int) -> dict[str, int]:
    """What each rank is answered: the ranks named as they are, the rest of the desk as OTHERS.

    Whoever has no place at the desk is led to the log-in (302).
    """
    assert set(statuses) <= set(RANKS)
    return {rank: others if rank in INSIDE else outside for rank in RANKS} | statuses


def as_rank(client: Client, rank: str, number: int | None = None) -> Client:
    """Log somebody of a rank in; the writer writes the article with this number, if there is one."""
    if rank != "stranger":
        client.force_login(somebody(rank, Article.objects.filter(pk=number).first()))
    return client


def somebody(rank: str, article: Article | None = None) -> User:
    """An account of a rank. Editors belong to a group, all others have their role assigned."""
    user = make_user("somebody", is_staff=rank != "reader", is_superuser=rank == "superuser")
    if rank == "writer" and article:
        assign(user, "Writer", article=article)
    elif rank in ("writer", "writer_elsewhere"):
        elsewhere = Article.objects.filter(key=ELSEWHERE).first() or make_article(ELSEWHERE)
        assign(user, "Writer", article=elsewhere)
    elif rank.startswith("translator"):
        assign(user, "Translator", language=rank.rpartition("_")[2])
    elif rank == "editor":
        user.groups.add(Group.objects.get(name="Editor"))
    elif rank == "publisher":
        assign(user, "Publisher")
    return user


def assign(user: User, role: str, *, language: str = "", article: Article | None = None) -> Assignment:
    role = Group.objects.get(name=role)
    return Assignment.objects.create(user=user, role=role, language=language, article=article)


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
