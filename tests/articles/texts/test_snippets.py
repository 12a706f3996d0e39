"""Snippets: a passage around what was looked for, marked, and safe."""

from hypothesis import given
from hypothesis import strategies as st

from articles.texts.snippets import LENGTH, marked, snippet

LONG = "Слова до. " * 100 + "Здесь говорится о невмешательстве во внутренние дела." + " Слова после." * 100


def test_every_form_of_a_word_is_marked() -> None:
    assert marked("Meddling, meddled; muddled", {"meddl"}, "en") == (
        "<mark>Meddling</mark>, <mark>meddled</mark>; muddled"
    )


def test_what_a_text_says_is_never_mark_up() -> None:
    text = '<script>alert("x")</script> & <mark>'
    assert marked(text, {"alert"}, "en") == (
        "&lt;script&gt;<mark>alert</mark>(&quot;x&quot;)&lt;/script&gt; &amp; &lt;mark&gt;"
    )


def test_a_passage_is_cut_around_the_word() -> None:
    found = snippet([LONG], {"невмешательств"}, "ru")
    assert found.startswith("…")
    assert "говорится о <mark>невмешательстве</mark> во внутренние дела." in found
    assert found.endswith("…")
    assert len(found) <= LENGTH + len("<mark></mark>……")


def test_the_passage_with_most_words_of_the_query_is_chosen() -> None:
    text = "Мир. " + "Иное слово. " * 60 + "Мир и договор вместе." + " Иное слово." * 60
    assert "<mark>Мир</mark> и <mark>договор</mark> вместе." in snippet([text], {"мир", "договор"}, "ru")


def test_a_text_that_does_not_say_it_begins_at_its_beginning() -> None:
    assert snippet(["First words. " + "More words. " * 50], {"absent"}, "en").startswith("First words. More")


def test_the_next_text_is_taken_when_only_that_one_says_it() -> None:
    assert snippet(["Nothing here.", "The treaty."], {"treati"}, "en") == "The <mark>treaty</mark>."


def test_a_short_text_stands_whole() -> None:
    assert snippet(["A\n\ntreaty."], {"treati"}, "en") == "A <mark>treaty</mark>."


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=2), st.sets(st.text(max_size=4)))
def test_no_text_is_beyond_it(texts: list[str], wanted: set[str]) -> None:
    found = snippet(texts, wanted, "ru")
    assert "<" not in found.replace("<mark>", "").replace("</mark>", "")
