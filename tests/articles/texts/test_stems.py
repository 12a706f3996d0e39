"""Stems: forms of one word are one, in both languages and both scripts; what is not letters does not matter."""

import pytest
from django.conf import settings

from articles.texts.stems import ALGORITHMS, SMALL, is_small, stem, stems


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "meddle meddled meddling meddles"),
        ("en", "election elections election’s election's"),
        ("en", "treaty treaties Treaty TREATIES"),
        ("ru", "вмешательство вмешательства вмешательству вмешательством вмешательстве ВМЕШАТЕЛЬСТВО"),
        ("ru", "невмешательство невмешательства невмешательстве"),
        ("ru", "выборы выборов выборам выборами выборах"),
        ("ru", "случай случая случаю случаем случае случаи случаев"),
        ("ru", "идея идеи идею идей идеям"),
        ("ru", "основа основы основ основами"),
        ("ru", "страна страны стране страну страной стран странам"),
        ("ru", "арсенал арсенала арсеналу арсеналом арсеналы"),
        ("ru", "режим режима режиму режимом режиме режимы"),
        ("ru", "кредит кредита кредитом кредиты кредитов"),
        ("ru", "обмен обмена обмену обменом обмены"),
        ("ru", "время времени временем времена времён"),
        ("ru", "Иран Ирана Ирану Ираном Иране"),
        ("ru", "учёный ученый учёного ученого"),
        ("ru", "за\u0301мок замок"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "Тимофеев Тимофеева Тимофееву Тимофеевым Тимофееве",
        "Лавров Лаврова Лаврову Лавровым Лаврове",
        "Чарап Чарапа Чарапу Чарапом Чарапе",
        "Царёв Царева Царёву Царевым",
        "Байден Байдена Байдену Байденом Байдене",
        "Эрдоган Эрдогана Эрдогану Эрдоганом",
        "Пашинян Пашиняна Пашиняном",
        "Коваль Коваля Ковалю Ковалем",
        "Тюленев Тюленева Тюленеву",
        "Романов Романова Романову Романовым",
        "Путин Путина Путину Путиным",
        "Орлова Орловой Орлову",
        "Достоевский Достоевского Достоевскому Достоевским",
        "Мельник Мельника Мельнику Мельником",
        "Артемьев Артемьева Артемьеву",
        "Громыко Громыко",
        "Сергей Сергея Сергею Сергеем",
        "Николай Николая Николаю Николаем",
        "Лев Льва Льву Львом",
        "Павел Павла Павлу Павлом",
        "Любовь Любови Любовью",
        "Артём Артема Артёму",
    ],
)
def test_a_name_in_any_case_has_one_stem_in_texts_of_either_language(forms: str, language: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "вмешательство", "невмешательство"),
        ("ru", "любовь", "любой"),
        ("ru", "договор", "разговор"),
        ("en", "interference", "inference"),
        ("en", "treaty", "treatment"),
    ],
)
def test_different_words_stay_apart(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize("word", ["Timofeev", "meddling", "Тимофеева", "выборами"])
def test_a_word_is_stemmed_by_its_script_whatever_the_language_of_the_text(word: str) -> None:
    assert stem(word, "en") == stem(word, "ru")


def test_a_text_is_taken_apart_into_words_in_order() -> None:
    assert stems("U.S.–Russia: “non-interference” in 1933, O’Brien’s café", "en") == [
        "u",
        "s",
        "russia",
        "non",
        "interfer",
        "in",
        "1933",
        "obrien",
        "cafe",
    ]


@pytest.mark.parametrize("text", ["", " ", "… — «»", "\u0301\u00ad", "''", "%_*()\"'\\"])
def test_a_text_without_words_has_no_stems(text: str, language: str) -> None:
    assert stems(text, language) == []


def test_a_soft_hyphen_parts_no_word() -> None:
    assert stems("вмеша\u00adтельство", "ru") == stems("вмешательство", "ru")


def test_an_endless_word_is_cut() -> None:
    assert stems("x" * 10_000, "en") == ["x" * 40]


def test_stems_hold_letters_and_digits_only() -> None:
    assert all(one.isalnum() for one in stems("d'accord l’État x²y ½ ①② ﬁne İstanbul ʼn", "en"))


def test_every_language_of_the_site_has_its_stemmer_and_its_small_words() -> None:
    assert ALGORITHMS.keys() == SMALL.keys() == {code for code, _ in settings.LANGUAGES}


@pytest.mark.parametrize(("word", "language"), [("the", "en"), ("Of", "en"), ("и", "ru"), ("О", "ru"), ("её", "ru")])
def test_small_words_are_known(word: str, language: str) -> None:
    assert is_small(word, language)
