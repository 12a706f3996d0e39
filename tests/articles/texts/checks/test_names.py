"""Names: capitalised words, found again in any case."""

import pytest

from articles.texts.checks.names import Names, names
from articles.texts.checks.people import unnamed
from articles.texts.checks.word_forms import stems
from articles.texts.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Then Mike Pompeo met Mr. Sergei V. Lavrov.", "en", ["Mike Pompeo", "Mr. Sergei V. Lavrov"]),
        ("Вчера Сергей Лавров был в Женеве. Никто не знал.", "ru", ["Сергей Лавров", "Женеве"]),
        ("On Monday in May we met.", "en", []),
        ("He asked: “Where?” Nobody knew.", "en", []),
        ("Встреча на ул. Ленина, г. Москва", "ru", ["Ленина", "Москва"]),
        ("nobody", "en", []),
    ],
)
def test_capitalised_words_within_a_sentence_are_names(text: str, language: str, found: list[str]) -> None:
    assert names(paragraphs(f"<p>{text}</p>")[0], language) == found


def test_headings_capitalise_everything() -> None:
    assert names(paragraphs("<h2>The End of Arms Control</h2>")[0], "en") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Тимофеев", "Тимофеева"),
        ("Тимофеевым", "Тимофееву"),
        ("Лавров", "Лаврове"),
        ("Зеленский", "Зеленского"),
        ("Москве", "Москвой"),
        ("Россией", "Россию"),
        ("Павел", "Павла"),
        ("Китай", "Китаем"),
        ("Сергеем", "Сергей"),
        ("Меркель", "Меркель"),
        ("Соединённых", "Соединенные"),
        ("Помпео", "ПОМПЕО"),
    ],
)
def test_cases_of_one_name_have_a_stem_in_common(one: str, other: str) -> None:
    assert stems(one, "ru") & stems(other, "ru")


@pytest.mark.parametrize(
    ("one", "other"), [("Лавров", "Ларов"), ("Москва", "Минск"), ("Холт", "Халт"), ("Иран", "Ирак")]
)
def test_other_names_have_none(one: str, other: str) -> None:
    assert not stems(one, "ru") & stems(other, "ru")


@pytest.mark.parametrize(
    ("text", "name", "language", "included"),
    [
        ("With Russia and the Kremlin", "Russian", "en", True),
        ("the Kremlin’s view", "Kremlin", "en", True),
        ("The Russian International Affairs Council", "RIAC", "en", True),
        ("RIAC says", "Russian International Affairs Council", "en", True),
        ("Mike Pompeo", "Pompeo", "en", True),
        ("Mike Pompeo", "John Pompeo", "en", False),
        ("Российский совет по международным делам", "РСМД", "ru", False),
        ("в Санкт-Петербурге", "Санкт-Петербург", "ru", True),
        ("С Сергеем Лавровым", "Сергея Лаврова", "ru", True),
        ("С Сергеем Лавровым", "Сергея Иванова", "ru", False),
    ],
)
def test_a_name_is_included_in_any_case(text: str, name: str, language: str, included: bool) -> None:
    assert Names(paragraphs(f"<p>{text}</p>"), language).include(name) is included


@pytest.mark.parametrize(
    ("russian", "english", "found"),
    [
        ("Вчера Майк Помпео уехал", "Mike Pompeo left", []),
        ("Вчера Сэмюэл Чарап уехал", "Samuel Charap left", []),
        ("Письмо Франклину Рузвельту", "A letter to Franklin Roosevelt", []),
        ("Дональду Хендерсону и Виктору Жданову", "Donald Henderson and Viktor Zhdanov", []),
        ("Сегодня Вэй Чжан говорит", "Wei Zhang speaks", []),
        ("Страны Ближнего Востока и Совет Безопасности", "The Middle East", []),
        ("Вчера Джон Ли уехал", "Mike Pompeo left", []),
        ("Вчера Джон Болтон уехал", "Mike Pompeo left", [(1, "Джон Болтон")]),
        ("Вчера Мариям Холт уехала", "Miriam Kowalski left", [(1, "Мариям Холт")]),
    ],
)
def test_a_person_is_missed_where_no_name_comes_near(russian: str, english: str, found: list) -> None:
    assert unnamed(paragraphs(f"<p>{russian}</p>"), paragraphs(f"<p>{english}</p>")) == found
