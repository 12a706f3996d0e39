"""Malformed documents: each is refused with the line, what was expected and what was found."""

import pytest
from django.utils import translation

from articles.texts.document_parser import DocumentRefused, Problem, parse

EN = "Ivan Timofeev\n\nDirector\n\nShort version\n\nOne.\n\nFull version\n\nTwo."
RU = "Иван Тимофеев\n\nДиректор\n\nКраткая версия\n\nРаз.\n\nПолная версия\n\nДва."


def refusals(data: bytes | str) -> list[str]:
    with pytest.raises(DocumentRefused) as refusal:
        parse(data.encode() if isinstance(data, str) else data, "a.txt")
    assert str(refusal.value) == "\n".join(str(problem) for problem in refusal.value.errors)
    return [str(problem) for problem in refusal.value.errors]


def front(*lines: str, text: str = EN) -> str:
    return "\n".join(["---", *lines, "---", "", text])


KEYS = "title, slug, date, lang, source_url, page_url, outlet, translation_of, topic"
SLUG = "small Latin letters and digits, with single hyphens between them"
DATE = "a date of the calendar, written like 2019-06-13"
ADDRESS = "an address that begins with https:// or http://"
ONLY_FIRST = "front matter only from the first line of the file (“\\---” for a paragraph)"
AFTER_LINK = "a section marker or the end of the file after the link line (“\\” first makes it a paragraph)"
SECTION = (
    "a section, opened by one of the lines “Short version”, “Full version”, “Краткая версия”, “Полная версия”; "
    "found the end of the file"
)

MALFORMED = {
    # The file.
    "Latin-1": ("Ivan\n\nPrésident".encode("latin-1"), "3: expected UTF-8; found byte 0xE9 at offset 8 of the file"),
    "KOI8-R": (RU.encode("koi8-r"), "1: expected UTF-8; found byte 0xE9 at offset 0 of the file"),
    "Windows-1251, CRLF": (
        b"Ivan\r\n\r\n" + "Директор".encode("cp1251"),
        "3: expected UTF-8; found byte 0xC4 at offset 8 of the file",
    ),
    "UTF-16": (EN.encode("utf-16"), "1: expected UTF-8; found UTF-16"),
    "UTF-16 without a mark": (RU.encode("utf-16-le"), "1: expected UTF-8; found byte 0x00 at offset 9 of the file"),
    "UTF-32": (EN.encode("utf-32"), "1: expected UTF-8; found UTF-32"),
    "encoded surrogate": (b"Ivan\n\n\xed\xa0\x80", "3: expected UTF-8; found byte 0xED at offset 6 of the file"),
    "null": (b"Ivan\n\n-\0", "3: expected UTF-8; found byte 0x00 at offset 7 of the file"),
    "empty": (b"", "1: expected a document; found an empty file"),
    "empty with a mark": (b"\xef\xbb\xbf\r\n \r\n", "1: expected a document; found an empty file"),
    "old Macintosh line ends": (
        EN.replace("\n", "\r"),
        "1: expected lines that end with LF or CRLF; found U+000D CARRIAGE RETURN at character 14 of the line",
    ),
    "override": (
        EN.replace("One", "O\u202ene"),
        "7: expected readable characters; found U+202E RIGHT-TO-LEFT OVERRIDE at character 2 of the line",
    ),
    "mark inside, after one at the start": (
        "\ufeff" + RU.replace("Директор", "Дир\ufeffектор"),
        "3: expected readable characters; found U+FEFF ZERO WIDTH NO-BREAK SPACE at character 4 of the line",
    ),
    # The header.
    "no header": (
        "Short version\n\nOne.",
        "1: expected the name of an author; found “Short version”",
    ),
    "no header, Russian": (
        "\n\nКраткая версия\n\nРаз.",
        "3: expected the name of an author; found “Краткая версия”",
    ),
    "name without a role": (
        "Иван Тимофеев\n\nДиректор\n\nСэмюэл Чарап\n\nКраткая версия\n\nРаз.",
        "5: expected a role, or “-”, after the name “Сэмюэл Чарап”; found “Краткая версия”",
    ),
    "role without a name": (
        "Ivan Timofeev\n\nDirector\n\n-\n\nSenior political scientist\n\nShort version\n\nOne.",
        "5: expected a name before the role; found “-”",
    ),
    "same author": (
        "Артём  Семёнов\n\n-\n\nАРТЕМ Семенов\n\n-\n\nКраткая версия\n\nРаз.",
        "5: expected each author once; found “АРТЕМ Семенов” again, after line 1",
    ),
    "same author, decomposed": (
        "José\n\n-\n\nJose\u0301\n\n-\n\nShort version\n\nOne.",
        "5: expected each author once; found “José” again, after line 1",
    ),
    "link in the header": (
        "Ivan Timofeev\n\n-\n\nRead full text in Politico.\n\nShort version\n\nOne.",
        "5: expected a name or a role; found the link line “Read full text in Politico.”",
    ),
    "long name": (
        EN.replace("Ivan Timofeev", "И" * 201),
        f"1: expected at most 200 characters; found “{'И' * 59}…”",
    ),
    "long role": (EN.replace("Director", "d" * 501), f"3: expected at most 500 characters; found “{'d' * 59}…”"),
    # The sections.
    "no section": ("Ivan Timofeev\n\nDirector\n\nOne.\n\n", f"5: expected {SECTION}"),
    "markers not exactly so": ("Ivan\n\n-\n\nShort Version:\n\nOne.", f"7: expected {SECTION}"),
    "front matter alone": ("---\ntitle: x\n---\n", f"3: expected {SECTION}"),
    "doubled": (
        EN.replace("Full version", "Short version"),
        "9: expected “Short version” only once; found it again, after line 5",
    ),
    "misordered": (
        "Иван\n\n-\n\nПолная версия\n\nДва.\n\nКраткая версия\n\nРаз.",
        "9: expected “Краткая версия” before “Полная версия”; found it after line 5",
    ),
    "empty section": (
        EN.replace("One.\n\n", ""),
        "5: expected a paragraph after “Short version”; found “Full version”",
    ),
    "empty last section": (
        RU.replace("Два.", "\n \t"),
        "9: expected a paragraph after “Полная версия”; found the end of the file",
    ),
    "link alone": (
        EN.replace("One.", "Read full text in Politico."),
        "5: expected a paragraph after “Short version”; found “Read full text in Politico.”",
    ),
    "nothing to be seen": (
        RU.replace("Раз.", "\u200b"),
        "5: expected a paragraph after “Краткая версия”; found “Полная версия”",
    ),
    "mixed markers": (
        EN.replace("Full version", "Полная версия"),
        "9: expected section markers in the language of the first, “Short version”; found “Полная версия”",
    ),
    "two languages in one file": (
        RU.replace("Полная версия", "Short version"),
        "9: expected section markers in the language of the first, “Краткая версия”; found “Short version”",
    ),
    "adjacent lines": (
        EN.replace("One.", "One\nand a half\nand more."),
        "8: expected a blank line between blocks; found “and a half”",
    ),
    # The link.
    "text after the link": (
        EN.replace("One.", "One.\n\nRead full text in Politico.\n\nMore.\n\nAnd more."),
        f"11: expected {AFTER_LINK}; found “More.”",
    ),
    "second link": (
        f"{RU}\n\nЧитать полный текст на сайте РСМД\n\nЧитать полный текст в «Коммерсанте»",
        f"15: expected {AFTER_LINK}; found “Читать полный текст в «Коммерсанте»”",
    ),
    "link in another language": (
        f"{RU}\n\nRead full text in Politico.",
        "13: expected a link line like “Читайте полный текст на сайте War on the Rocks.”; "
        "found “Read full text in Politico.”",
    ),
    "link in another language, Russian": (
        f"{EN}\n\nЧитать полный текст на сайте РСМД",
        "13: expected a link line like “Read full text in War on the Rocks.”; "
        "found “Читать полный текст на сайте РСМД”",
    ),
    "link to a script": (
        f"{EN}\n\nRead full text in Politico: javascript:alert(1)",
        f"13: expected {ADDRESS}, and nothing after it; found “Read full text in Politico: javascript:alert(1)”",
    ),
    "long link": (
        f"{EN}\n\nRead full text in {'x' * 500}",
        f"13: expected at most 500 characters; found “Read full text in {'x' * 41}…”",
    ),
    # The front matter.
    "unclosed": (
        f"---\ntitle: x\n\n{EN}",
        "1: expected “---” on a line of its own after the front matter; found the end of the file",
    ),
    "late": (f"\n---\ntitle: x\n---\n\n{EN}", "2: expected front matter from the first line of the file; found “---”"),
    "later": (EN.replace("One.", "One.\n\n---"), f"9: expected {ONLY_FIRST}; found “---”"),
    "nothing between": (front(), "2: expected “key: value”; found “---”"),
    "no key": (front("title: x", "A title"), "3: expected “key: value”; found “A title”"),
    "unknown key": (front("author: x"), f"2: expected one of the keys {KEYS}; found “author”"),
    "key in capitals": (front("Title: x"), f"2: expected one of the keys {KEYS}; found “Title”"),
    "repeated key": (front("slug: x", "slug: x"), "3: expected “slug” only once; found it again, after line 2"),
    "repeated for the language": (
        front("title.ru: x", "title: x", text=RU),
        "3: expected “title” only once; found it again, after line 2",
    ),
    "unknown language": (front("title.de: x"), "2: expected title.en | title.ru; found “title.de”"),
    "no language": (front("slug.: x"), "2: expected slug.en | slug.ru; found “slug.”"),
    "language where none can be": (
        front("date.ru: 2019-06-13"),
        "2: expected “date” without a language; found “date.ru”",
    ),
    "no value": (front("title.ru:"), "2: expected a value for “title”; found nothing"),
    "no such day": (front("date: 2019-02-29"), f"2: expected {DATE}; found “2019-02-29”"),
    "no such year": (front("date: 0000-01-01"), f"2: expected {DATE}; found “0000-01-01”"),
    "date without hyphens": (front("date: 20190613"), f"2: expected {DATE}; found “20190613”"),
    "date in Arabic digits": (front("date: ٢٠١٩-06-13"), f"2: expected {DATE}; found “٢٠١٩-06-13”"),
    "lang unknown": (front("lang: de"), "2: expected en | ru; found “de”"),
    "lang contradicting": (
        front("lang: en", text=RU),
        "2: expected the language of the section markers, “ru”; found “en”",
    ),
    "address of another kind": (front("source_url: ftp://x.org/"), f"2: expected {ADDRESS}; found “ftp://x.org/”"),
    "address without a host": (front("page_url.ru: https:///a"), f"2: expected {ADDRESS}; found “https:///a”"),
    "address with a user": (front("page_url: https://a@x.org/"), f"2: expected {ADDRESS}; found “https://a@x.org/”"),
    "slug climbing": (front("slug: ../admin"), f"2: expected {SLUG}; found “../admin”"),
    "slug in Cyrillic": (front("slug.ru: статья"), f"2: expected {SLUG}; found “статья”"),
    "slug with a double hyphen": (front("translation_of: a--b"), f"2: expected {SLUG}; found “a--b”"),
    "long slug": (front(f"slug: {'a' * 101}"), f"2: expected at most 100 characters; found “{'a' * 59}…”"),
    "long topic": (front(f"topic: x, {'т' * 201}"), f"2: expected at most 200 characters; found “x, {'т' * 56}…”"),
    "no topic": (front("topic: , ,", text=RU), "2: expected a value for “topic”; found “, ,”"),
    "long outlet under a text": (
        f"{RU}\n\nЧитать полный текст в {'я' * 201}",
        f"13: expected at most 200 characters; found “{'я' * 59}…”",
    ),
    "long title": (front(f"title: {'a ' * 200}"), f"2: expected at most 300 characters; found “{('a ' * 30)[:59]}…”"),
}


@pytest.mark.parametrize(("data", "expected"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_document_is_refused(data: bytes | str, expected: str) -> None:
    assert refusals(data) == [f"a.txt:{expected}"]


@pytest.mark.parametrize("text", [EN, RU])
def test_the_documents_these_are_made_from_are_well_formed(text: str) -> None:
    assert parse(text.encode(), "a.txt").document.render() == text


def test_every_problem_is_named_at_once_in_the_order_of_the_lines() -> None:
    text = "\r\n".join(
        ["---", "date: 2019-13-01", "author: x", "---", "", "-", "", "Director", "", "Краткая версия", "", "a", "b\x1b"]
    )
    assert refusals("\ufeff" + text) == [
        f"a.txt:2: expected {DATE}; found “2019-13-01”",
        f"a.txt:3: expected one of the keys {KEYS}; found “author”",
        "a.txt:6: expected a name before the role; found “-”",
        "a.txt:13: expected readable characters; found U+001B ESCAPE at character 2 of the line",
        "a.txt:13: expected a blank line between blocks; found “b\ufffd”",
    ]


def test_lines_are_counted_alike_whatever_ends_them() -> None:
    text = EN.replace("One.", "One\ntwo.")
    for variant in (text, text.replace("\n", "\r\n"), "\ufeff" + text.replace("\n", "\r\n")):
        assert refusals(variant) == ["a.txt:8: expected a blank line between blocks; found “two.”"]


def test_problems_can_be_read_part_by_part() -> None:
    with pytest.raises(DocumentRefused) as refusal:
        parse(b"", "a.txt")
    assert refusal.value.errors == [Problem("a.txt", 1, "a document", "an empty file")]


def test_problems_keep_their_place_in_every_language() -> None:
    with translation.override("ru"):
        assert refusals("")[0].startswith("a.txt:1: ")
