"""Whatever a title or a name is made of, outside readers of each format get it back as it was."""

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.texts.citation.bibtex import write as write_bibtex
from articles.texts.citation.csl import write as write_csl
from articles.texts.citation.embedded import coins
from articles.texts.citation.reference import Name, one_line
from articles.texts.citation.ris import write as write_ris
from tests.articles.texts.citation.references import PACT, bibtex, csl, openurl, ris

HARD = "{}\\\"'`%$#_&~^@=,;-<>|()[]\n\r\t  —«»“”„“ёЁйßé😀👩‍🔬中ي\u0301"
WORDS = [
    "and",
    "AND",
    "others",
    "ER  - ",
    "TI  - x",
    "@book{x,",
    "}}",
    "\\end",
    "van",
    "фон",
    "Jr.",
    "{\\",
    "https://x.y/?a=b&c",
]
letters = st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from(HARD)
texts = st.lists(st.text(letters, min_size=1) | st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
texts = texts.filter(lambda text: text.strip())
people = st.builds(Name, texts, texts | st.just(""))
organizations = st.builds(Name, texts, is_organization=st.just(True))
names = st.lists(people | organizations, min_size=1, max_size=4).map(tuple)
# Slow is the machine or the reader of the format, and neither is asked about here.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def parts(name: Name) -> tuple[str, str]:
    return one_line(name.family), one_line(name.given)


@patient
@given(title=texts, authors=names, translators=names)
@example("100% {of} $5 & _x_ ~^\\ #a -- ``a'' \"b\"", (Name("O’Neill, Jr.", "A. and B."),), (Name("and", "and"),))
@example("A", (Name("{", "A"), Name("B", "C _"), Name("D", "E")), (Name("F", "G &"), Name("H")))
def test_biblatex(title: str, authors: tuple, translators: tuple) -> None:
    found = bibtex(write_bibtex(replace(PACT, title=title, authors=authors, translators=translators)))
    assert found["title"] == one_line(title)
    assert found["author"] == [parts(name) for name in authors]
    assert found["translator"] == [parts(name) for name in translators]
    assert found["url"] == "https://diptych.example/en/articles/pact/"


@patient
@given(title=texts, authors=names, translators=names)
@example("ER  - \r\nTY  - BOOK", (Name("TI  - x\nER  - ", "y\u2028z"),), (Name("ER  - "),))
def test_ris(title: str, authors: tuple, translators: tuple) -> None:
    found = ris(write_ris(replace(PACT, title=title, authors=authors, translators=translators)))
    assert found["title"] == one_line(title)
    assert found["authors"] == [name.inverted for name in authors]
    assert found["subsidiary_authors"] == [name.inverted for name in translators]
    assert found["urls"] == ["https://diptych.example/en/articles/pact/"]


@patient
@given(title=texts, authors=names, translators=names)
def test_csl_json(title: str, authors: tuple, translators: tuple) -> None:
    found = csl(write_csl(replace(PACT, title=title, authors=authors, translators=translators)))
    for role, expected in (("author", authors), ("translator", translators)):
        read = [(one.get("literal") or one["family"], one.get("given", "")) for one in found[role]]
        assert read == [parts(name) for name in expected]
        assert ["literal" in one for one in found[role]] == [name.is_organization for name in expected]
    assert found["title"] == one_line(title)


@patient
@given(title=texts, authors=names)
def test_coins(title: str, authors: tuple) -> None:
    found = openurl(coins(replace(PACT, title=title, authors=authors)))
    assert dict(found)["rft.atitle"] == one_line(title)
    assert [value for key, value in found if key in ("rft.au", "rft.aucorp")] == [name.inverted for name in authors]
