"""Names in lists stand in ICU's order for the language, on either database."""

import pytest
from django.db import connection

from authors.order import first_letter, lettered, order_key

# Family and given names in the order of each language. On a Russian page Cyrillic comes first.
LATIN = [
    ("Abe", "Shinzo"),
    ("Ábel", "Ana"),
    ("Æsir", "Loki"),
    ("Agnew", "Ann"),
    ("Ångström", "Anders"),
    ("Çelik", "Ayşe"),
    ("D'Arcy", "Zoe"),
    ("da Silva", "Ana"),
    ("Darcy", "Ann"),
    ("de Gaulle", "Charles"),
    ("Deák", "István"),
    ("Đinđić", "Zoran"),
    ("Djilas", "Milovan"),
    ("Łukasiewicz", "Jan"),
    ("Müller", "Adam"),
    ("Muller", "Zoe"),
    ("Muller-Wagner", "Ann"),
    ("Öberg", "Åsa"),
    ("Ødegaard", "Liv"),
    ("resume", "X"),
    ("Resume", "X"),
    ("résumé", "X"),
    ("Smith", "Zoe"),
    ("Smith", "Zoë"),
    ("Smith Jones", "Adam"),
    ("Smith-Jones", "Adam"),
    ("Smithson", "Adam"),
    ("Strasse", "Ann"),
    ("Straße", "Ann"),
    ("Yiğit", "Cem"),
    ("Yıldız", "Cem"),
    ("Zając", "Ewa"),
    ("Þórsson", "Jón"),
]
CYRILLIC = [
    ("Ёж", ""),
    ("Ежов", "Антон"),
    ("Елкин", "Андрей"),
    ("Ёлкин", "Борис"),
    ("Елкин", "Яков"),
    ("Жуков", "Георгий"),
    ("Иванов", "Пётр"),
    ("Йованович", "Ана"),
    ("Ковалев", "Борис"),
    ("Ковалёв", "Борис"),
    ("Ковалева", "Анна"),
    ("О'Хара", "Джон"),
    ("Римский", "Яков"),
    ("Римский-Корсаков", "Андрей"),
    ("Эко", "Умберто"),
    ("Яблоков", "Алексей"),
]
ORDERS = {"en": [*LATIN, *CYRILLIC], "ru": [*CYRILLIC, *LATIN]}
BY_ICU = 'SELECT place FROM unnest(%s) WITH ORDINALITY AS names(name, place) ORDER BY name COLLATE "{}-x-icu"'


def out_of_order(language: str) -> list[tuple[str, str]]:
    return sorted(ORDERS[language], key=lambda parts: parts[::-1])


def test_names_stand_in_the_order_of_the_language(language: str) -> None:
    mixed = out_of_order(language)
    assert sorted(mixed, key=lambda parts: order_key(language, *parts)) == ORDERS[language]


@pytest.mark.django_db
def test_it_is_the_order_of_icu(language: str) -> None:
    """Only PostgreSQL has ICU to ask; U+FFFE parts the parts of a name there (UTS #35)."""
    names = out_of_order(language)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(BY_ICU.format(language), [["\ufffe".join([*parts, ""]) for parts in names]])
            names = [names[place - 1] for (place,) in cursor]
    else:
        names.sort(key=lambda parts: order_key(language, *parts))
    assert names == ORDERS[language]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ёлкин", "Е"),
        ("Йованович", "Й"),
        ("Éluard", "E"),
        ("Łukasiewicz", "L"),
        ("Ødegaard", "O"),
        ("Æsir", "A"),
        ("Þórsson", "Þ"),
        ("«Валдай»", "В"),
        ("“Valdai” Club", "V"),
        ("38 North", "0–9"),
        ("Ñandú", "N"),
        ("Ωmega", "Ω"),
        ("王小明", "王"),
        ("***", "…"),
        ("", "…"),
    ],
)
def test_a_name_is_filed_under_its_first_letter(name: str, letter: str) -> None:
    assert first_letter(name) == letter


def test_letters_are_given_once_each_and_quotation_marks_file_nobody(language: str) -> None:
    names = ["«Валдай»", "Ёж", "Ежов", "Volvo", "Вест", "Äbo", "Abo"]
    latin = [("A", ["Abo", "Äbo"]), ("V", ["Volvo"])]
    cyrillic = [("В", ["«Валдай»", "Вест"]), ("Е", ["Ёж", "Ежов"])]
    expected = {"en": [*latin, *cyrillic], "ru": [*cyrillic, *latin]}
    assert lettered(names, language, lambda name: (name,)) == expected[language]
