"""Documents: reading, writing, and getting the same back."""

from pathlib import Path
from unicodedata import normalize

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.texts.document import Document, Section, Signature
from articles.texts.document_parser import parse
from articles.texts.lines import Line
from authors.characters import forbidden
from authors.names import fold

SEED = Path(__file__).parents[3] / "fixtures/documents/charap-timofeev.en.txt"

SMALL = {
    "en": "Ivan Timofeev\n\n-\n\nShort version\n\nOne.\n\nTwo.\n\nFull version\n\nThree.",
    "ru": "Иван Тимофеев\n\n-\n\nКраткая версия\n\nРаз.\n\nДва.\n\nПолная версия\n\nТри.",
}
LINKS = {
    "en": "Read full text in the War On The Rocks.",
    "ru": "Читать полный текст на сайте War on the Rocks.",
}


def read(text: str) -> Document:
    return parse(text.encode(), "document.txt").document


def warnings(text: str) -> list[str]:
    return [str(warning) for warning in parse(text.encode(), "document.txt").warnings]


def with_front_matter(text: str, *entries: str) -> str:
    return "\n".join(["---", *entries, "---", "", text])


# --- The seed ---


def test_the_seed_document_is_read_whole() -> None:
    document = parse(SEED.read_bytes(), SEED.name).document
    assert document.language == "en"
    assert document.front_matter == {}
    assert document.signatures == (
        Signature(
            "Ivan Timofeev",
            "PhD in Political Science, Director General of the Russian International Affairs Council, RIAC member",
        ),
        Signature("Samuel Charap", "Senior political scientist at the RAND Corporation"),
    )
    assert [paragraph[:30] for paragraph in document.short.paragraphs] == [
        "After his meeting with U.S. Se",
        "This article is written by an ",
        "We do not seek to outline an a",
    ]
    assert document.short.link == "Read full text in the War On The Rocks."
    assert document.full == document.short


def test_the_seed_document_comes_back_byte_for_byte() -> None:
    data = SEED.read_bytes()
    assert parse(data, SEED.name).document.render().encode() == data


def test_the_seed_document_gives_five_warnings() -> None:
    assert [str(warning) for warning in parse(SEED.read_bytes(), "charap-timofeev.en.txt").warnings] == [
        "charap-timofeev.en.txt:1: no title: the article cannot be released until it has one",
        "charap-timofeev.en.txt:1: no date",
        "charap-timofeev.en.txt:17: the link to “War On The Rocks” has no address",
        "charap-timofeev.en.txt:19: the full version repeats the short version word for word",
        "charap-timofeev.en.txt:27: the link to “War On The Rocks” has no address",
    ]


# --- Reading ---


def test_markers_give_the_language_and_the_variants(language: str) -> None:
    document = read(SMALL[language])
    first, second, third = {"en": ("One.", "Two.", "Three."), "ru": ("Раз.", "Два.", "Три.")}[language]
    assert document.language == language
    assert document.short == Section((first, second))
    assert document.full == Section((third,))


def test_one_section_is_enough(language: str) -> None:
    head, marker, body = SMALL[language].partition({"en": "Full version", "ru": "Полная версия"}[language])
    header = "\n\n".join(head.split("\n\n")[:2])
    document = read(f"{header}\n\n{marker}{body}")
    assert document.short is None
    assert len(document.full.paragraphs) == 1


def test_a_hyphen_stands_for_no_role(language: str) -> None:
    assert [signature.role for signature in read(SMALL[language]).signatures] == [""]


@pytest.mark.parametrize(
    "variation",
    [
        lambda text: text + "\n",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "\ufeff\r\n" + text.replace("\n", "\r\n") + "\r\n\r\n",
        lambda text: text.replace("\n\n", "\n \t\u00a0\n\n\n"),
        lambda text: "\n".join(f" \t{line}\u00a0 " for line in text.split("\n")),
        lambda text: normalize("NFD", text),
    ],
    ids=["final newline", "CRLF", "byte order mark", "both", "white lines", "white margins", "NFD"],
)
def test_ways_of_writing_the_same_document_read_the_same(variation, language: str) -> None:
    assert read(variation(SMALL[language])) == read(SMALL[language])


def test_front_matter_is_kept_verbatim_and_in_order(language: str) -> None:
    entries = ["slug: a-slug", f"title.{language}: A: «b»  c ", "date:2019-06-13", "topic : x", f"lang: {language}"]
    document = read(with_front_matter(SMALL[language], *entries))
    assert list(document.front_matter.items()) == [
        ("slug", "a-slug"),
        (f"title.{language}", "A: «b»  c"),
        ("date", "2019-06-13"),
        ("topic", "x"),
        ("lang", language),
    ]


def test_a_backslash_makes_a_paragraph_of_what_reads_as_structure(language: str) -> None:
    text = f"{SMALL[language]}\n\n\\Short version\n\n\\---\n\n\\\\{LINKS['ru']}\n\n\\{LINKS['en']}\n\n\\other\n\n\\"
    document = read(text)
    assert document.full.paragraphs[1:] == (
        "Short version",
        "---",
        f"\\{LINKS['ru']}",
        LINKS["en"],
        "\\other",
        "\\",
    )
    assert document.full.link == ""
    assert document.render() == text


# --- Warnings ---


@pytest.mark.parametrize("key", ["title", "title.{}"])
def test_a_title_and_a_date_leave_nothing_to_warn_of(key: str, language: str) -> None:
    title = key.format(language) + ": Title"
    assert warnings(with_front_matter(SMALL[language], title, "date: 2024-02-29")) == []


def test_a_title_in_the_other_language_is_none_in_this(language: str) -> None:
    other = {"en": "ru", "ru": "en"}[language]
    assert warnings(with_front_matter(SMALL[language], f"title.{other}: Title", "date: 2024-02-29")) == [
        "document.txt:1: no title: the article cannot be released until it has one"
    ]


@pytest.mark.parametrize("key", ["page_url", "page_url.{}"])
def test_an_address_in_the_front_matter_serves_the_link_lines(key: str, language: str) -> None:
    entries = ["title: T", "date: 2019-06-13", key.format(language) + ": https://example.org/"]
    assert warnings(with_front_matter(f"{SMALL[language]}\n\n{LINKS[language]}", *entries)) == []


def test_an_address_in_the_link_line_serves_that_line(language: str) -> None:
    link = LINKS[language].removesuffix(".") + ": https://example.org/a."
    entries = ["title: T", "date: 2019-06-13"]
    assert warnings(with_front_matter(f"{SMALL[language]}\n\n{link}", *entries)) == []


def test_warnings_are_in_the_active_language() -> None:
    assert "Ivan" not in str(warnings(SMALL["en"]))
    with translation.override("ru"):
        assert [warning.split(": ")[0] for warning in warnings(SMALL["ru"])] == ["document.txt:1", "document.txt:1"]


# --- Round trip ---

LOOK_ALIKES = ["Short version", "Полная версия", "---", *LINKS.values(), "\\", "\\a", "- -", "a\u00a0b", "title: x"]


def clean(text: str) -> str:
    return normalize("NFC", text).strip()


def sayable(text: str) -> bool:
    return not (Line(1, text).blank or forbidden(text) or set(text) & set("\r\n"))


written = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(clean)
look_alikes = st.builds(lambda count, text: "\\" * count + text, st.integers(0, 3), st.sampled_from(LOOK_ALIKES))
lines = st.one_of(written, look_alikes).filter(sayable)
names = lines.filter(lambda name: name != "-")
signatures = st.lists(
    st.builds(Signature, names, st.one_of(st.just(""), names)),
    min_size=1,
    max_size=4,
    unique_by=lambda signature: fold(signature.name),
)
addresses = st.sampled_from(["https://example.org/a.", "http://пример.рф/путь?q=1#x", "https://127.0.0.1:8000/"])
slugs = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)


@st.composite
def documents(draw) -> Document:
    language = draw(st.sampled_from(["en", "ru"]))
    suffix = draw(st.sampled_from(["", ".en", ".ru"]))
    values = {
        f"title{suffix}": lines,
        f"slug{suffix}": slugs,
        "date": st.dates().map(str),
        "lang": st.just(language),
        "source_url": addresses,
        f"page_url{suffix}": addresses,
        "outlet": lines,
        "translation_of": slugs,
        "topic": lines,
    }
    keys = draw(st.lists(st.sampled_from(list(values)), unique=True))
    links = st.sampled_from(["", LINKS[language], LINKS[language].removesuffix(".") + ": https://example.org/a.."])
    section = st.builds(Section, st.lists(lines, min_size=1, max_size=4).map(tuple), links)
    short, full = draw(st.sampled_from([(section, section), (section, st.none()), (st.none(), section)]))
    return Document(
        language=language,
        front_matter={key: draw(values[key]) for key in keys},
        signatures=tuple(draw(signatures)),
        short=draw(short),
        full=draw(full),
    )


@settings(deadline=None)  # the first example also loads the message catalogues
@given(documents())
def test_every_document_comes_back_as_it_was_written(document: Document) -> None:
    text = document.render()
    again = read(text)
    assert again == document
    assert again.render() == text
