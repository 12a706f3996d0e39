"""The watch: how things stand in the database, looked at no more than once a second by each worker."""

import logging
import threading
import time
from math import inf

from django.db import close_old_connections
from django.utils import timezone

from articles.models.generation import Standing, standing
from config.errors import is_away
from config.routing import PRIMARY

logger = logging.getLogger(__name__)

EVERY = 0.7  # seconds: a release is seen by every worker within one second
PATIENCE = 0.5  # seconds that a request waits for the database before it is taken to be away
SURE = 1.0  # seconds that it has to be away before what cannot do without it is refused at once
GIVEN_UP = 10.0  # seconds after which a look that got no answer is no longer waited for
LOOKING = "page store: looking"
MOST = 4  # looks that may hang at one time


class Watch:
    """``standing`` is what was seen last, ``away`` whether the database could not be asked since."""

    behind = None  # see Watches

    def __init__(self, known=None, look=None, name="database"):
        self.standing, self.away = known or Standing(), False
        self._look, self._name = look or _look, name
        self._seen_at, self._away_since = -inf, inf  # of the monotonic clock
        self._clock = 0.0  # of the wall, at the last look
        self._answered = threading.Condition()
        self._hanging, self._began_at = 0, 0.0

    def refresh(self):
        """Look at the database if the last look is a second old, and wait for it a moment."""
        now = time.monotonic()
        if now - self._seen_at < EVERY:
            return
        with self._answered:
            self._begin(now)
            if self.away:  # it has been waited for before: go on with what is known
                return
            if not self._answered.wait_for(lambda: time.monotonic() - self._seen_at < EVERY, PATIENCE):
                self._note(f"no answer within {PATIENCE} s")

    def keep_up(self, clock):
        """Look again at once where the clock (seconds since the epoch) is past the next moment, or was put back."""
        coming = self.standing.next_moment
        if clock < self._clock or (coming and coming.timestamp() <= clock):
            self._seen_at = -inf
            self.refresh()

    def is_lost(self, alias=PRIMARY):
        """Look if it is time to, and say whether the database has been away so long that nobody need wait for it."""
        if threading.current_thread().name != LOOKING:  # who looks would wait for themselves
            self.refresh()
        return self.away and time.monotonic() - self._away_since > SURE

    def _begin(self, now):
        stuck = now - self._began_at > GIVEN_UP
        if self._hanging == 0 or (stuck and self._hanging < MOST):
            self._hanging += 1
            self._began_at = now
            threading.Thread(target=self._run, args=(now,), name=LOOKING, daemon=True).start()

    def _run(self, began):
        clock = time.time()
        try:
            found, trouble = self._read(), ""
        except Exception as error:
            if not (is_away(error) or self.away):
                logger.exception("page store: the generation could not be read")
            found, trouble = None, str(error).strip() or type(error).__name__
        with self._answered:
            self._hanging -= 1
            if began < self._seen_at:  # it hung, and a later one has been answered since
                return
            self._note(trouble)
            self.standing, self._seen_at, self._clock = found or self.standing, began, clock
            self._answered.notify_all()

    def _note(self, trouble):
        """Keep whether the database is away, and log when that changes."""
        away = bool(trouble)
        if away and not self.away:
            self._away_since = time.monotonic()
            logger.warning("page store: the %s is away: %s", self._name, trouble, extra={"event": f"{self._name}-away"})
        elif self.away and not away:
            logger.warning("page store: the %s is back", self._name, extra={"event": f"{self._name}-back"})
        self.away = away

    def _read(self):
        close_old_connections()
        return self._look()


def _look():
    return standing(timezone.now())
