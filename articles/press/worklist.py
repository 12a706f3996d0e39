"""The worklist: what waits at the desk, for whom, and since when."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.core.paginator import Paginator

from articles.models import Alignment, Article, CarryOver, Edition, SignOff
from articles.models.signoff import Decision
from articles.press.concerned import key_of
from articles.press.matters import BEHIND, CARRY, CHANGES, DRAFTED, MISSING, SCHEDULED, Item
from articles.press.roles import seen_by
from articles.press.state import in_state
from articles.press.waiting import waiting, with_matters
from authors.languages import codes

PAGE_LENGTH = 50  # articles, the latest changed first
OLDEST, NEWEST = "oldest", "newest"


@dataclass(frozen=True)
class Wanted:
    """Which items to list: a matter, a language, a person's key, each "" for all; and in which order of their age."""

    matter: str = ""
    language: str = ""
    person: str = ""
    order: str = OLDEST

    def takes(self, item):
        return (
            self.matter in ("", item.matter)
            and self.language in ("", item.language)
            and (not self.person or item.concerns(self.person))
        )


@dataclass
class Worklist:
    """One page of it: what waits for the one who asks, the rest, the people all of it concerns, and where it stands."""

    yours: list[Item] = field(default_factory=list)
    others: list[Item] = field(default_factory=list)
    people: list = field(default_factory=list)
    page: object = None

    @property
    def count(self):
        return len(self.yours) + len(self.others)


def worklist(user, wanted, page=1, at=None):
    """Return the Worklist of the articles a user may see; ``page`` counts from 1, what is beyond the last is it."""
    articles = _narrowed(seen_by(user, Article.objects.all()), wanted.matter, at)
    found = Paginator(with_matters(articles, at), PAGE_LENGTH).get_page(page)
    items = waiting(list(found.object_list), at)
    people = {person.key: person for item in items for person in (*item.people, *item.asked)}
    chosen = _in_order(list(filter(wanted.takes, items)), wanted.order)
    own = [item for item in chosen if _is_for(item, key_of(user))]
    return Worklist(own, [item for item in chosen if item not in own], list(people.values()), found)


def _is_for(item, key):
    return any(person.key == key for person in item.people)


def _in_order(items, order):
    """Sort by what began first, or last; releases to come have not begun, and follow by their moment."""
    begun = [item for item in items if item.since]
    to_come = [item for item in items if not item.since]
    begun.sort(key=lambda item: item.since, reverse=order == NEWEST)
    return begun + sorted(to_come, key=lambda item: item.moment)


def _narrowed(articles, matter, at):
    """Leave out what cannot have such a matter, so that the pages of a rare one are not empty."""
    if matter in (MISSING, DRAFTED):
        return reduce(or_, (in_state(articles, code, matter, at) for code in codes()))
    having = {
        BEHIND: lambda: Alignment.objects.values("article"),
        CHANGES: lambda: SignOff.objects.filter(decision=Decision.CHANGES).values("article"),
        SCHEDULED: lambda: Edition.objects.scheduled(at).values("article"),
        CARRY: lambda: CarryOver.objects.open().values("correction__article"),
    }
    return articles.filter(pk__in=having[matter]()) if matter in having else articles
