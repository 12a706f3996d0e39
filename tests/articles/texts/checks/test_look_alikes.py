"""Look-alikes: letters and characters that deceive the eye."""

import pytest

from articles.texts.checks.islands import unannounced
from articles.texts.checks.look_alikes import invisible, mixed_words
from articles.texts.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("С\u0068арап", [("С\u0068арап", ["\u0068"], False)]),
        ("Чар\u0061п", [("Чар\u0061п", ["\u0061"], True)]),
        ("Ch\u0430r\u0430p", [("Ch\u0430r\u0430p", ["\u0430"], True)]),
        ("\u0421harap", [("\u0421harap", ["\u0421"], True)]),
        ("Α\u0074hens", [("Α\u0074hens", ["Α"], True)]),
        ("SMSки", [("SMSки", ["к", "и"], False)]),
        ("Charap, Чарап, IT-компания, С-400, naïve, Zürich, ёж, й", []),
    ],
)
def test_words_of_two_alphabets_are_found_with_their_odd_letters(text: str, found: list) -> None:
    assert mixed_words(text) == found


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\u3164"])
def test_invisible_characters_are_found(character: str) -> None:
    assert invisible(f"Cha{character}rap {character}") == [character]


@pytest.mark.parametrize("text", ["Charap", "И.\u00a0Тимофеев", "\u202f", "می\u200cخواهم", "👩\u200d🔬"])
def test_spaces_and_joiners_in_their_place_are_not(text: str) -> None:
    assert invisible(text) == []


@pytest.mark.parametrize(
    ("html", "language", "found"),
    [
        ("<p>Журнал War on the Rocks пишет</p>", "ru", ["War on the Rocks"]),
        ("<p>Журнал «Foreign Affairs» пишет</p>", "ru", ["Foreign Affairs"]),
        ('<p>Журнал <i lang="en">War on the Rocks</i> пишет</p>', "ru", []),
        ('<p lang="en">War on the Rocks</p>', "ru", []),
        ("<p>Корпорация RAND и Fox News</p>", "ru", []),
        ("<p>CBS, ABC, NBC</p>", "ru", []),
        ("<p>The word “правда” means truth</p>", "en", ["правда"]),
        ('<p>The word <i lang="ru">правда</i> means truth</p>', "en", []),
        ("<p>Правда</p>", "de", []),
    ],
)
def test_words_of_another_language_need_announcing(html: str, language: str, found: list[str]) -> None:
    assert unannounced(paragraphs(html)[0], language) == found
