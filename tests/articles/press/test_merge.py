"""Merging: what two people changed in different places is joined; what both changed is for them to settle."""

from hypothesis import given
from hypothesis import strategies as st

from articles.press.merge import changed, merge, parts, whole

PEOPLE = ("ada-lovelace", "bea-brown", "carl-jung")


def content(topics: tuple = (), bylines: tuple = (), **fields: str) -> dict:
    return {"fields": fields, "topics": list(topics), "bylines": list(bylines)}


def line(author: str, position: int = 1, en: str = "", ru: str = "") -> dict:
    signed = {"position": position, "role": "author", "language": "", "author": author, "organization": ""}
    return signed | {"credit_line_en": en, "credit_line_ru": ru}


TEXTS = st.fixed_dictionaries(
    {f"{name}_{code}": st.sampled_from("abc") for name in ("title", "text") for code in ("en", "ru")}
)
LINES = st.lists(
    st.builds(line, st.sampled_from(PEOPLE), st.integers(1, 3), st.sampled_from("xyz"), st.sampled_from("xyz")),
    unique_by=lambda one: one["author"],
    max_size=3,
)
CONTENTS = st.builds(
    lambda fields, topics, lines: content(sorted(topics), lines, **fields),
    TEXTS,
    st.sets(st.sampled_from(["arms", "trade", "treaties"])),
    LINES,
)


def test_one_edits_english_another_russian() -> None:
    base = content(title_en="a", title_ru="б")
    found = merge(base, content(title_en="A", title_ru="б"), content(title_en="a", title_ru="Б"))
    assert (found.content["fields"], found.taken, found.conflicts) == (
        {"title_en": "A", "title_ru": "Б"},
        ("title_ru",),
        (),
    )


def test_what_both_changed_alike_is_no_conflict() -> None:
    assert merge(content(title_en="a"), content(title_en="A"), content(title_en="A")).conflicts == ()


def test_what_both_changed_otherwise_is_a_conflict_and_mine_stays() -> None:
    found = merge(content(title_en="a"), content(title_en="mine"), content(title_en="theirs"))
    assert (found.content["fields"], found.taken, found.conflicts) == ({"title_en": "mine"}, (), ("title_en",))


def test_when_nobody_knows_what_a_form_was_made_from_whatever_differs_is_a_conflict() -> None:
    found = merge(None, content(title_en="mine", title_ru="то же"), content(title_en="theirs", title_ru="то же"))
    assert found.conflicts == ("title_en",)


def test_topics_are_joined_one_by_one() -> None:
    found = merge(content(["arms"]), content(["arms", "trade"]), content(["treaties"]))
    assert (found.content["topics"], found.conflicts) == (["trade", "treaties"], ())


def test_credit_lines_are_joined_language_by_language() -> None:
    base, mine, theirs = (
        content(bylines=[line("ada-lovelace", **credit)]) for credit in ({}, {"en": "a"}, {"ru": "б"})
    )
    found = merge(base, mine, theirs)
    assert found.content["bylines"] == [line("ada-lovelace", en="a", ru="б")]
    assert (found.taken, found.conflicts) == (("bylines",), ())


def test_a_credit_line_of_somebody_whom_the_other_took_out_is_not_lost() -> None:
    base = content(bylines=[line("ada-lovelace"), line("bea-brown", 2)])
    mine = content(bylines=[line("ada-lovelace"), line("bea-brown", 2, en="typed")])
    found = merge(base, mine, content(bylines=[line("ada-lovelace")]))
    assert (found.content["bylines"], found.conflicts) == (mine["bylines"], ("bylines",))


def test_what_has_changed_is_named_once_and_in_order() -> None:
    before = content(["arms"], [line("ada-lovelace")], title_en="a", title_ru="б")
    after = content(["trade"], [line("ada-lovelace", en="x", ru="y")], title_en="a", title_ru="В")
    assert changed(before, after) == ("title_ru", "topics", "bylines")


@given(CONTENTS)
def test_taking_apart_and_putting_together_changes_nothing(found: dict) -> None:
    assert whole(parts(found)) == found


@given(CONTENTS, CONTENTS)
def test_whoever_is_alone_keeps_everything(base: dict, mine: dict) -> None:
    assert merge(base, mine, base).content == mine
    assert merge(base, base, mine).content == mine
    assert merge(base, mine, base).conflicts == merge(base, base, mine).conflicts == ()


@given(CONTENTS, CONTENTS, CONTENTS)
def test_nothing_that_anybody_changed_is_lost(base: dict, mine: dict, theirs: dict) -> None:
    """A field holds what one of them changed it to; where both did, it is named and mine stands there."""
    found = merge(base, mine, theirs)
    for name, value in base["fields"].items():
        one, other, merged = mine["fields"][name], theirs["fields"][name], found.content["fields"][name]
        assert merged == (one if one != value else other)
        assert (name in found.conflicts) == (value not in (one, other) and one != other)
    for topic in ("arms", "trade", "treaties"):
        was, one, other = (topic in side["topics"] for side in (base, mine, theirs))
        assert (topic in found.content["topics"]) == (one if one != was else other)
    if "bylines" in found.conflicts or (mine["bylines"] != base["bylines"] and theirs["bylines"] == base["bylines"]):
        assert found.content["bylines"] == mine["bylines"]


@given(CONTENTS, CONTENTS, CONTENTS)
def test_both_sides_meet_the_same_conflicts(base: dict, mine: dict, theirs: dict) -> None:
    assert set(merge(base, mine, theirs).conflicts) == set(merge(base, theirs, mine).conflicts)
