"""How long a server process waits for PostgreSQL.

A database may hang with connections that are open: its machine answers for it, and the library would wait for ever.
Here every wait goes through a callback of ours (psycopg, "Support for coroutine libraries"), which gives up. psycopg
then closes the connection, and what was begun on it is rolled back. Commands wait as long as it takes.
"""

import select
import time

from django.conf import settings
from psycopg2 import OperationalError
from psycopg2.extensions import POLL_OK, POLL_READ, STATUS_SETUP, parse_dsn, set_wait_callback

from config.routing import PRIMARY

LONGEST = 30.0  # seconds without a word: no reader and no proxy waits longer, and no page or form needs as much
LOST = 2.0  # seconds without a word when nobody else can reach the database either
PLACE = {"HOST": "host", "PORT": "port", "NAME": "dbname"}  # Django's names, and PostgreSQL's
STEP = 0.25  # seconds between two looks at whether it is lost


def be_patient(is_lost):
    """Have every connection of this process wait so.

    ``is_lost(alias)`` says whether a database is known to be away: the primary or its replica (config/routing.py).
    """

    def wait(connection):
        silent_since = time.monotonic()
        while (state := connection.poll()) != POLL_OK:
            if _ready(connection, state):
                silent_since = time.monotonic()
            elif time.monotonic() - silent_since > _patience(connection, is_lost(_alias(connection))):
                raise OperationalError(f"no answer within {time.monotonic() - silent_since:.0f} s")

    set_wait_callback(wait)


def _ready(connection, state):
    """Say whether PostgreSQL can be read from or written to, after waiting for it a moment."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN if state == POLL_READ else select.POLLOUT)
    return bool(poll.poll(STEP * 1000))


def _alias(connection):
    """Return which of the site's databases a connection leads to; where both have one address, the primary."""
    here = parse_dsn(connection.dsn)
    place = [here.get(name, "") for name in PLACE.values()]
    return next((alias for alias, one in settings.DATABASES.items() if place == _place(one)), PRIMARY)


def _place(database):
    """Return where the settings of a database lead; what stands there goes before the same among the options."""
    return [str(database[key] or database["OPTIONS"].get(name, "")) for key, name in PLACE.items()]


def _patience(connection, lost):
    if lost:
        return LOST
    if connection.status == STATUS_SETUP:
        return float(parse_dsn(connection.dsn).get("connect_timeout", 0)) or LONGEST
    return LONGEST
