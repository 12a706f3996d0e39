"""Whoever asks a database that is lost is told soon; whoever asks the other one has the time it takes."""

from pathlib import Path

import pytest

from tests.support.postgres import Server
from tests.support.site import Site

# A worker that finds its primary lost, and then asks a database for something that takes longer than it waits for that.
ASKS = """
import time
from config.wsgi import application
from django.db import OperationalError, connections
while not application.watch.is_lost():
    time.sleep(0.1)
began = time.monotonic()
try:
    with connections["{}"].cursor() as cursor:
        cursor.execute("SELECT 'answered', pg_sleep(3)")
        print(cursor.fetchone()[0])
except OperationalError:
    print("given up after", round(time.monotonic() - began))
"""
NOWHERE = "postgres://diptych@%2Fnowhere/diptych"


def asks(alias: str, replica: str) -> str:
    done = Site(Path("/nowhere")).python(
        "-c",
        ASKS.format(alias),
        DATABASE_URL=NOWHERE,
        DATABASE_REPLICA_URL=replica,
        DJANGO_SETTINGS_MODULE="config.settings",
    )
    return done.stdout.strip() or done.stderr


@pytest.mark.parametrize("written", ["{url}", "postgres://diptych@/diptych?host={home}"], ids=["host", "option"])
def test_a_replica_has_its_time_while_the_primary_is_lost(database: Server, written: str) -> None:
    assert asks("replica", written.format(url=database.url, home=database.home)) == "answered"


def test_a_primary_that_is_lost_is_given_up_at_once(database: Server) -> None:
    assert asks("default", database.url) == "given up after 0"
