"""Whatever happens, in whatever order: what the store hands out is what would be made now."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles.models import Article, Edition
from articles.press.refusals import Refused
from articles.press.withdraw import withdraw
from config.page_store.application import PageStore
from tests.config.page_store.conftest import Visitor, look_again
from tests.factories import make_article, make_author, make_topic, publish

OTHER = {"en": "ru", "ru": "en"}
OF_A_SITE = [
    "", "articles/", "authors/", "organizations/", "topics/", "topics/treaties/", "feed.atom", "feed.json", "about/",
    "topics/treaties/feed.atom",
]  # fmt: skip
OF_A_PERSON = ["", "feed.atom"]
OF_A_TEXT = ["", "short/", "parallel/{other}/", "editions/", "editions/1/", "editions/2/", "cite.bib", "cite.json"]
numbers = count()


class Clock:
    """The clock of the machine, for everything in the process that asks it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead, real = 0.0, time.time
        monkeypatch.setattr(time, "time", lambda: real() + self.ahead)
        monkeypatch.setattr(timezone, "now", lambda: datetime.fromtimestamp(real() + self.ahead, UTC))


class Site:
    """An article that much happens to, and the addresses at which readers may look for it."""

    def __init__(self, clock: Clock) -> None:
        number = next(numbers)
        self.clock, self.key = clock, f"text-{number}"
        self.author = make_author(f"ada-{number}")
        topic = make_topic() if number == 0 else Article.objects.first().topics.get()
        self.article = make_article(self.key, authors=[self.author], topics=[topic])
        self.slugs = {code: {f"{self.key}-{code}"} for code in OTHER}
        publish(self.article)

    def edit(self, language: str, hours: int) -> None:
        """Releases another text: now, or hours from now."""
        setattr(self.article, f"title_{language}", f"Title / Заглавие {next(numbers)}")
        self.article.save()
        publish(self.article, language, at=timezone.now() + timedelta(hours=hours) if hours else None)

    def move(self, language: str, hours: int) -> None:
        """Releases it under another address."""
        slug = f"{self.key}-{language}-{next(numbers)}"
        setattr(self.article, f"slug_{language}", slug)
        self.slugs[language].add(slug)
        self.edit(language, hours)

    def withdraw(self, language: str, hours: int) -> None:
        edition = Edition.objects.of_articles(self.article.pk).in_language(language).latest("number")
        withdraw(edition, by=None, reason="Wrong / Неверно.")

    def rename(self, language: str, hours: int) -> None:
        setattr(self.author, f"family_name_{language}", f"Name / Имя {next(numbers)}")
        self.author.save()

    def wait(self, language: str, hours: int) -> None:
        self.clock.ahead += hours * 3600 + 1

    def put_back(self, language: str, hours: int) -> None:
        self.clock.ahead -= hours * 3600 + 1

    def addresses(self) -> list[str]:
        found = ["/sitemap.xml"]
        for language, other in OTHER.items():
            people = [f"authors/{self.author.slug}/{rest}" for rest in OF_A_PERSON]
            texts = [f"articles/{slug}/{rest}" for slug in sorted(self.slugs[language]) for rest in OF_A_TEXT]
            found += [f"/{language}/{rest.format(other=other)}" for rest in OF_A_SITE + people + texts]
        return found


ACTS = ("edit", "move", "withdraw", "rename", "wait", "put_back")
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(sorted(OTHER)), st.integers(0, 2)), max_size=5)


@given(steps=STEPS)
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # without shrinking: it takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_after_every_act_every_page_is_what_would_be_made_now(
    app: Callable, store: PageStore, monkeypatch: pytest.MonkeyPatch, steps: list
) -> None:
    with monkeypatch.context() as patched:
        site = Site(Clock(patched))
        for act, language, hours in [("wait", "en", 0), *steps]:
            with suppress(Refused):  # nothing to withdraw, or a clock put back before what stands: nothing is written
                getattr(site, act)(language, hours)
            look_again(store)
            for address in site.addresses():
                made, kept = Visitor(app).get(address), Visitor(store).get(address)
                assert (kept.status, kept.body) == (made.status, made.body), f"{act} {language} {hours}: {address}"
