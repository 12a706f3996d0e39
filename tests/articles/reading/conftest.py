"""The site as it is delivered: the seed article, live in both languages."""

from datetime import datetime

import pytest

from tests.support.seed import load_seed


@pytest.fixture
def seed(db: None) -> None:
    """The seed article, published in English and Russian."""
    load_seed()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):
    """Sets the site's clock: every question about what is live asks it."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return set_to
