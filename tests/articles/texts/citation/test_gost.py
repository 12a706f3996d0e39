"""The line for a Russian list of references."""

from dataclasses import replace

import pytest

from articles.texts.citation.gost import initials, line
from articles.texts.citation.reference import Name
from tests.articles.texts.citation.references import INSTITUTE, PAKT

SOURCE = "// Диптих. 2019. 3 июня. Редакция 2. URL: https://diptych.example/ru/articles/pakt/"
ANNA, BORIS = Name("Ахматова", "Анна"), Name("Бобров", "Борис Ильич")


@pytest.mark.parametrize(
    ("authors", "named"),
    [
        ((), "Пакт [Электронный ресурс] "),
        ((ANNA,), "Ахматова А. Пакт [Электронный ресурс] "),
        (PAKT.authors, "Тимофеев И. Н., Чарап С. Пакт [Электронный ресурс] "),
        ((*PAKT.authors, INSTITUTE), "Тимофеев И. Н., Чарап С., Институт мира и права. Пакт [Электронный ресурс] "),
        (
            (*PAKT.authors, ANNA, BORIS),
            "Пакт [Электронный ресурс] / И. Н. Тимофеев, С. Чарап, А. Ахматова, Б. И. Бобров ",
        ),
    ],
)
def test_up_to_three_authors_stand_at_the_head_and_more_after_the_title(authors: tuple, named: str) -> None:
    assert line(replace(PAKT, authors=authors)) == named + SOURCE


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({"original_language": "en"}, " : пер. с англ. "),
        ({"original_language": "ka"}, " : пер. "),
        ({"original_language": "en", "translators": (BORIS,)}, " / пер. с англ.: Б. И. Бобров "),
        ({"translators": (BORIS, ANNA)}, " / пер.: Б. И. Бобров, А. Ахматова "),
        ({"editors": (ANNA,)}, " / ред.: А. Ахматова "),
        (
            {"original_language": "en", "translators": (BORIS,), "editors": (ANNA,)},
            " / пер. с англ.: Б. И. Бобров ; ред.: А. Ахматова ",
        ),
    ],
)
def test_translators_and_editors_stand_after_the_title_in_the_nominative(changes: dict, printed: str) -> None:
    assert line(replace(PAKT, **changes)) == f"Тимофеев И. Н., Чарап С. Пакт [Электронный ресурс]{printed}{SOURCE}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Иван", "И."),
        ("Иван Николаевич", "И. Н."),
        ("И.Н.", "И. Н."),
        ("И. Н.", "И. Н."),
        ("Жан-Поль", "Ж.-П."),
        ("Ёлка", "Ё."),
        ("", ""),
        (" - ", ""),
    ],
)
def test_initials(given: str, expected: str) -> None:
    assert initials(given) == expected
