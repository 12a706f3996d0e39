"""The line for an English bibliography."""

from dataclasses import replace

import pytest

from articles.texts.citation.chicago import line
from articles.texts.citation.reference import Name
from tests.articles.texts.citation.references import PACT, RAND

REST = "“The Pact.” Diptych, June 3, 2019. Edition 2. https://diptych.example/en/articles/pact/."
ADA, BEA = Name("Lovelace", "Ada"), Name("Potter", "Beatrix")


@pytest.mark.parametrize(
    ("authors", "named"),
    [
        ((), ""),
        ((ADA,), "Lovelace, Ada. "),
        (PACT.authors, "Timofeev, Ivan, and Samuel Charap. "),
        ((*PACT.authors, RAND), "Timofeev, Ivan, Samuel Charap, and RAND Corporation. "),
        ((RAND, ADA), "RAND Corporation and Ada Lovelace. "),
        ((RAND,), "RAND Corporation. "),
        ((Name("King", "Martin L."), Name("Smith", "J. D.")), "King, Martin L., and J. D. Smith. "),
        ((Name("Milne", "A. A."),), "Milne, A. A. "),
    ],
)
def test_all_authors_stand_in_order_and_the_first_is_inverted(authors: tuple, named: str) -> None:
    assert line(replace(PACT, authors=authors)) == named + REST


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("The Pact", "“The Pact.”"),
        ("Can They Agree?", "“Can They Agree?”"),
        ("On “Norms” and the U.S.", "“On ‘Norms’ and the U.S.”"),
        ("Two\nLines", "“Two Lines.”"),
    ],
)
def test_a_title_is_quoted_and_ended_once(title: str, printed: str) -> None:
    assert f"Samuel Charap. {printed} Diptych, June 3, 2019." in line(replace(PACT, title=title))


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({"original_language": "ru"}, "Translated from Russian."),
        ({"original_language": "ru", "translators": (ADA,)}, "Translated by Ada Lovelace."),
        ({"original_language": "ru", "translators": (ADA, BEA)}, "Translated by Ada Lovelace and Beatrix Potter."),
        ({"original_language": "ka"}, "Translated."),
        ({"editors": (ADA, BEA, RAND)}, "Edited by Ada Lovelace, Beatrix Potter, and RAND Corporation."),
    ],
)
def test_translators_and_editors_stand_after_the_title(changes: dict, printed: str) -> None:
    assert f"“The Pact.” {printed} Diptych, June 3, 2019." in line(replace(PACT, **changes))
