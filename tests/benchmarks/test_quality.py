"""The measures of search, on the ten articles in the repository: what is measured at large must hold here."""

from pathlib import Path

import pytest

from articles.texts.document_parser import parse
from benchmarks.quality import Measures, measured, names_found, publish

pytestmark = pytest.mark.django_db

ARTICLES = Path(__file__).resolve().parent.parent / "articles/texts/checks/articles"
QUERIES = {
    "en": [
        ("ships", r"ship(s|ping|ped)?"),
        ("vaccine", r"vaccin(e|es|ated|ation|ations)"),
        ("arsenal", r"arsenals?"),
        ("exports", r"export(s|ed|ers|er|ing)?"),
        ("universities", r"universit(y|ies)"),
        ("student", r"students?('s)?"),
        ("migrants", r"migrants?|migration"),
        ("pipelines", r"pipelines?"),
        ("sanctioned", r"sanction(s|ed|ing)?"),
        ("river -dam", r"rivers?", r"!dams?"),
    ],
    "ru": [
        ("вакциной", r"вакцин(а|ы|е|у|ой|ам|ами|ах)?"),
        ("арсеналом", r"арсенал(а|у|ом|е|ы|ов|ам|ами|ах)?"),
        ("экспорту", r"экспорт(а|у|ом|е)?"),
        ("университетах", r"университет(а|у|ом|е|ы|ов|ам|ами|ах)?"),
        ("студентом", r"студент(а|у|ом|е|ы|ов|ам|ами|ах)?"),
        ("мигранты", r"мигрант(а|у|ом|е|ы|ов|ам|ами|ах)?"),
        ("санкция", r"санкци(я|и|ю|ей|й|ям|ями|ях)"),
        ("зерном", r"зерн(о|а|у|ом|е)"),
        ("водой", r"вод(а|ы|е|у|ой|ам|ами|ах)?"),
        ("Арктику", r"арктик(а|и|е|у|ой)"),
    ],
}


@pytest.fixture
def documents() -> dict[str, dict[str, list[str]]]:
    found = {}
    for path in sorted(ARTICLES.glob("*.txt")):
        key, language, _ = path.name.split(".")
        document = parse(path.read_bytes(), path.name).document
        lines = [document.front_matter["title"], *document.full.paragraphs]
        found.setdefault(key, {})[language] = lines
    return found


def test_search_finds_what_it_ought_to_and_little_else(documents: dict, language: str) -> None:
    publish(documents)
    measures = measured(QUERIES[language], documents, language)
    assert measures.queries >= 8
    assert measures.recall == 1, measures.short
    assert measures.precision >= 0.95, measures.short


def test_the_measures_measure(documents: dict) -> None:
    publish(documents)
    queries = [("arsenal", r"grain"), ("qqqqq", r"arsenals?"), ("anything", r"zzzzz")]
    assert measured(queries, documents, "en") == Measures(2, 0.0, 0.0, (("arsenal", 0.0, 0.0), ("qqqqq", 0.0, 0.0)))


def test_people_are_found_by_the_genitive_and_in_the_other_script(documents: dict) -> None:
    people = [
        {"name_en": "Nikolai Yershov", "given_ru": "Николай", "family_ru": "Ершов"},
        {"name_en": "Lev Chaika", "given_ru": "Лев", "family_ru": "Чайка"},
    ]
    publish(documents, people)
    assert names_found([("Николая Ершова", "person-0"), ("Льва Чайки", "person-1")], "ru") == (1, [])
    assert names_found([("Ершов", "person-0"), ("Chaika", "person-1")], "en") == (1, [])
    assert names_found([("Chaika", "person-0")], "en") == (0, ["Chaika"])
