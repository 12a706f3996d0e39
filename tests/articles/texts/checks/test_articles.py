"""Whole articles, sound ones and spoiled ones, and texts made to be slow to read.

The ten articles were written for these tests; the people who speak in them, and many of the figures, are invented.
"""

from pathlib import Path

import pytest

from articles.texts.checks.finding import Finding
from articles.texts.checks.form import form_of_name, form_of_text, form_of_title
from articles.texts.checks.languages import language_against_language
from articles.texts.checks.variants import short_against_full
from articles.texts.document_parser import parse
from articles.texts.html import paragraphs_to_html
from articles.texts.paragraphs import Paragraph, paragraphs

HERE = Path(__file__).parent / "articles"
SEED = Path(__file__).resolve().parents[4] / "fixtures/documents/charap-timofeev"
ARTICLES = [*sorted(path.with_name(path.name.split(".")[0]) for path in HERE.glob("*.en.txt")), SEED]


def check(article: Path, language: str = "", old: str = "", new: str = "") -> list[Finding]:
    """Every finding on an article in both languages, after `old` has become `new` in one of them, once."""
    findings, texts = [], {"short": [], "full": []}
    for code in ("en", "ru"):
        text = article.with_name(f"{article.name}.{code}.txt").read_text(encoding="utf-8")
        if code == language:
            assert text.count(old) >= 1
            text = text.replace(old, new, 1)
        document = parse(text.encode(), article.name).document
        short, full = (
            paragraphs(paragraphs_to_html(section.paragraphs)) for section in (document.short, document.full)
        )
        texts["short"].append(short)
        texts["full"].append(full)
        findings += [
            *form_of_title(document.front_matter.get("title", ""), code),
            *(finding for signature in document.signatures for finding in form_of_name(signature.name, code)),
            *form_of_text(short, code, "short"),
            *form_of_text(full, code, "full"),
            *short_against_full(short, full, code),
        ]
    for variant, (english, russian) in texts.items():
        findings += language_against_language(english, "en", russian, "ru", variant)
    return findings


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_nothing_is_said_about_a_sound_article(article: Path) -> None:
    assert [str(finding) for finding in check(article)] == []


def test_there_are_ten_articles_and_the_seed() -> None:
    assert len(ARTICLES) == 11


FAULTS = [
    ("arsenals", "en", "about 1,550", "about 1,505", ("figure", True, "short", 2, "1,505")),
    ("arsenals", "ru", "3 мая 2024 г.", "4 мая 2024 г.", ("date", True, "short", 1, "4 мая 2024 г.")),
    ("grain", "en", "fell by 23 percent", "fell by 32 percent", ("figure", True, "short", 1, "32 percent")),
    ("grain", "ru", "что он стоит»,", "что он есть»,", ("quotation", False, "short", 1, None)),
    ("arctic", "ru", "Архангельске", "Мурманске", ("name", False, "short", 1, "Мурманске")),
    ("arctic", "en", "6,661 voyages", "6,616 voyages", ("figure_differs", False, "full", 3, "6,616")),
    ("chips", "ru", "100 миллионов", "100 миллиардов", ("figure_differs", True, "full", 1, "100 million")),
    ("chips", "en", "13 March 2024", "30 March 2024", ("date", True, "short", 1, "30 March 2024")),
    ("water", "ru", "4,2 млрд", "4,2 млн", ("figure_differs", True, "full", 3, "4.2 billion")),
    ("arsenals", "en", "Her colleague Sergei Vetrov", "Her colleague", ("name", False, "full", 3, "Сергей Ветров")),
    ("students", "ru", "Соболев называет", "Соловьёв называет", ("name", False, "short", 2, "Илья Соловьёв")),
    ("students", "en", "1,243 student", "1,234 student", ("figure", True, "short", 1, "1,234")),
    ("gas", "ru", "за 194 дня", "за 149 дней", ("figure", True, "short", 1, "149")),
    ("gas", "en", "on 12 December 2023", "on 21 December 2023", ("date_differs", False, "full", 2, "21 December 2023")),
    ("pandemic", "en", "7 million people", "7 billion people", ("figure", True, "short", 1, "7 billion")),
    ("pandemic", "ru", "Лючия Ферранте", "Лючия Фер\u0072анте", ("mixed", False, "short", 2, "Фер\u0072анте")),
    ("migrants", "ru", "656 млрд", "665 млрд", ("figure", True, "short", 1, "665 млрд")),
    ("migrants", "en", "wrote Max Frisch", "wrote Max Weber", ("name", False, "short", 2, "Max Weber")),
    ("sanctions", "en", "after 24 months", "after 42 months", ("figure", True, "short", 1, "42")),
    ("sanctions", "ru", "Джулиан Эшворт", "Джулиан Эшв\u006fрт", ("mixed", True, "", None, "Эшв\u006fрт")),
]


@pytest.mark.parametrize(("name", "language", "old", "new", "expected"), FAULTS)
def test_one_fault_in_an_article_is_found(name: str, language: str, old: str, new: str, expected: tuple) -> None:
    found = [
        (one.code, one.blocking, one.variant, one.paragraph, one.params["found"])
        for one in check(HERE / name, language, old, new)
    ]
    assert any(all(mine in (None, theirs) for mine, theirs in zip(expected, one, strict=True)) for one in found), found


# A bar stands for a space at the end of a piece.
PIECES = (
    '1;1 000|;1,;1.;1:2;3–;1 to|;X|;XIX и|;«;“„;" a;May|;May 3;1 мая|;two hundred|;двадцать|;миллион|;a;Aа;A.|'
    ";Иван Петров|;A-;half a|;and a half|;www.;\u00a0;5 %;5 п.|;[a]|;…;тыс.|;war on|;9/11;01.01.;1st|;90s;$5m;G20|"
)


@pytest.mark.parametrize("piece", PIECES.replace("|", " ").split(";"))
def test_a_long_text_is_judged_in_time(piece: str, language: str) -> None:
    """Were the time to grow with the square of the length, this would take minutes."""
    long = piece * (20_000 // len(piece))
    text, other = Paragraph(1, "p", f"<p>{long}</p>", long), paragraphs("<p>x 1 «a b c»</p>")
    assert form_of_title(long, language) != []
    form_of_text([text], language, "full")
    short_against_full([text], other, language)
    assert short_against_full([text], [text], language) == []
    language_against_language([text], language, other, "ru" if language == "en" else "en")
