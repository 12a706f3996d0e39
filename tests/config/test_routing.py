"""Which database is asked: the primary, unless a reader's request has been led to its replica."""

from threading import Thread

from articles.models import Edition
from config.routing import PRIMARY, REPLICA, Router, reading_from

ROUTER = Router()


def test_whoever_has_not_been_led_elsewhere_reads_from_the_primary() -> None:
    assert ROUTER.db_for_read(Edition) == "default"


def test_a_block_reads_from_the_replica_and_what_follows_from_the_primary() -> None:
    with reading_from(REPLICA):
        assert ROUTER.db_for_read(Edition) == "replica"
        with reading_from(PRIMARY):
            assert ROUTER.db_for_read(Edition) == "default"
        assert ROUTER.db_for_read(Edition) == "replica"
    assert ROUTER.db_for_read(Edition) == "default"


def test_another_thread_is_not_led_along() -> None:
    found = []
    with reading_from(REPLICA):
        thread = Thread(target=lambda: found.append(ROUTER.db_for_read(Edition)))
        thread.start()
        thread.join()
    assert found == ["default"]


def test_whoever_writes_writes_to_the_primary() -> None:
    with reading_from(REPLICA):
        assert ROUTER.db_for_write(Edition) == "default"


def test_rows_of_both_may_be_related_and_only_the_primary_is_migrated() -> None:
    assert ROUTER.allow_relation(Edition(), Edition()) is True
    assert [ROUTER.allow_migrate(alias, "articles") for alias in (PRIMARY, REPLICA)] == [True, False]
