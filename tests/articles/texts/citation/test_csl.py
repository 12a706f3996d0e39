"""CSL-JSON, as it is written; what styles make of it is asked of whole pages in tests/articles/reading."""

from dataclasses import replace

from articles.texts.citation.csl import write
from articles.texts.citation.reference import Name
from tests.articles.texts.citation.references import PACT, PAKT, RAND, csl


def test_an_item_says_who_what_when_and_which_edition() -> None:
    assert csl(write(PACT)) == {
        "id": "pact-en-2",
        "type": "webpage",
        "title": "The Pact",
        "author": [{"family": "Timofeev", "given": "Ivan"}, {"family": "Charap", "given": "Samuel"}],
        "issued": {"date-parts": [[2019, 6, 3]]},
        "container-title": "Diptych",
        "version": "2",
        "language": "en",
        "URL": "https://diptych.example/en/articles/pact/",
    }


def test_organizations_are_literal_and_translators_and_editors_no_authors() -> None:
    item = csl(write(replace(PAKT, authors=(RAND,), translators=(Name("Бобров", "Борис"),), editors=(Name("Эш"),))))
    assert item["author"] == [{"literal": "RAND Corporation"}]
    assert item["translator"] == [{"family": "Бобров", "given": "Борис"}]
    assert item["editor"] == [{"family": "Эш"}]


def test_nobody_is_named_by_an_empty_list() -> None:
    assert not {"author", "translator", "editor"} & set(csl(write(replace(PACT, authors=()))))
