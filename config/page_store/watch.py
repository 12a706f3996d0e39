"""The watch: how things stand in the database, looked at no more than once a second by each worker."""

import logging
import threading
import time

from django.db import close_old_connections
from django.utils import timezone

from articles.models.generation import Standing, standing
from config.errors import is_away

logger = logging.getLogger(__name__)

EVERY = 0.7  # seconds: a release is seen by every worker within one second
PATIENCE = 0.5  # seconds that a request waits for the database before it is taken to be away
GIVEN_UP = 10.0  # seconds after which a look that got no answer is no longer waited for
MOST = 4  # looks that may hang at one time


class Watch:
    """``standing`` is what was seen last, ``away`` whether the database could not be asked since."""

    behind = None  # see Watches

    def __init__(self, known=None, look=None):
        self.standing, self.away = known or Standing(), False
        self._look = look or _look
        self._seen_at = -EVERY  # of the monotonic clock
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
                self.away = True

    def _begin(self, now):
        stuck = now - self._began_at > GIVEN_UP
        if self._hanging == 0 or (stuck and self._hanging < MOST):
            self._hanging += 1
            self._began_at = now
            threading.Thread(target=self._run, args=(now,), daemon=True).start()

    def _run(self, began):
        try:
            found, away = self._read(), False
        except Exception as error:
            if not is_away(error):
                logger.exception("page store: the generation could not be read")
            found, away = None, True
        with self._answered:
            self._hanging -= 1
            if began < self._seen_at:  # it hung, and a later one has been answered since
                return
            self.standing, self.away, self._seen_at = found or self.standing, away, began
            self._answered.notify_all()

    def _read(self):
        close_old_connections()
        return self._look()


def _look():
    return standing(timezone.now())
