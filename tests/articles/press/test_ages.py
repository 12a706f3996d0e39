"""Since when something waits, told from versions."""

from datetime import UTC, datetime

from articles.press.ages import overtaken, unchanged, written

MON, TUE, WED, THU, FRI = (datetime(2026, 11, day, tzinfo=UTC) for day in range(2, 7))


def test_a_language_is_written_since_the_first_version_that_has_it() -> None:
    rows = [(MON, {"en": "a"}), (TUE, {"en": "a", "ru": "x"}), (WED, {"en": "a", "ru": "y"})]
    assert written(rows, "en") == MON
    assert written(rows, "ru") == TUE
    assert written([], "ru") is None


def test_a_text_stands_since_it_last_changed() -> None:
    rows = [(MON, {"en": "a"}), (TUE, {"en": "b"}), (WED, {"en": "b", "ru": "x"}), (THU, {"en": "b", "ru": "x"})]
    assert unchanged(rows, "en") == TUE
    assert unchanged(rows, "ru") == WED
    assert unchanged([], "en") is None


def test_a_text_that_has_gone_back_to_what_it_was_stands_since_then() -> None:
    assert unchanged([(MON, {"en": "a"}), (TUE, {"en": "b"}), (WED, {"en": "a"})], "en") == WED


def test_a_translation_is_overtaken_by_the_first_change_after_the_last_work_on_it() -> None:
    rows = [
        (MON, {"en": "a"}),
        (TUE, {"en": "a", "ru": "x"}),
        (WED, {"en": "b", "ru": "x"}),
        (THU, {"en": "c", "ru": "x"}),
    ]
    assert overtaken(rows, "en", "ru") == WED


def test_a_translation_that_never_caught_up_is_overtaken_since_the_last_change() -> None:
    rows = [(MON, {"en": "a", "ru": "x"}), (TUE, {"en": "b", "ru": "x"}), (FRI, {"en": "b", "ru": "y"})]
    assert overtaken(rows, "en", "ru") == TUE
    assert overtaken([], "en", "ru") is None
