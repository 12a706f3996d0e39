"""RIS: a tag a line, in an order of its own, ended as the format wants."""

from dataclasses import replace

from articles.texts.citation.reference import Name
from articles.texts.citation.ris import write
from tests.articles.texts.citation.references import PACT, PAKT, RAND, ris


def test_a_reference_is_lines_of_tags_that_end_with_er() -> None:
    assert write(PACT) == (
        "TY  - ELEC\r\n"
        "ID  - pact-en-2\r\n"
        "AU  - Timofeev, Ivan\r\n"
        "AU  - Charap, Samuel\r\n"
        "TI  - The Pact\r\n"
        "T2  - Diptych\r\n"
        "PY  - 2019\r\n"
        "DA  - 2019/06/03\r\n"
        "ET  - 2\r\n"
        "LA  - en\r\n"
        "UR  - https://diptych.example/en/articles/pact/\r\n"
        "ER  - \r\n"
    )


def test_translators_and_editors_have_tags_of_their_own() -> None:
    found = ris(write(replace(PAKT, translators=(Name("Бобров", "Борис"), RAND), editors=(Name("Эш", "Эдит"),))))
    assert found["authors"] == ["Тимофеев, Иван Николаевич", "Чарап, Сэмюэл"]
    assert found["subsidiary_authors"] == ["Бобров, Борис", "RAND Corporation"]
    assert "ED  - Эш, Эдит\r\n" in write(replace(PAKT, editors=(Name("Эш", "Эдит"),)))


def test_a_line_break_in_a_title_begins_no_tag() -> None:
    assert "TI  - One ER - TY - BOOK\r\n" in write(replace(PACT, title="One\r\nER  - \r\nTY  - BOOK"))
