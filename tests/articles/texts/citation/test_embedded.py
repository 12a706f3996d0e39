"""References inside a page: Highwire tags and COinS."""

from dataclasses import replace

from articles.texts.citation.embedded import coins, highwire
from articles.texts.citation.reference import Name
from tests.articles.texts.citation.references import PACT, PAKT, RAND, openurl

TRANSLATED = replace(PAKT, translators=(Name("Бобров", "Борис"),), editors=(Name("Эш", "Эдит"),))


def test_highwire_tags_name_each_author_and_no_translator() -> None:
    assert highwire(TRANSLATED) == [
        ("citation_title", "Пакт"),
        ("citation_author", "Тимофеев, Иван Николаевич"),
        ("citation_author", "Чарап, Сэмюэл"),
        ("citation_editor", "Эш, Эдит"),
        ("citation_publication_date", "2019/06/03"),
        ("citation_journal_title", "Диптих"),
        ("citation_language", "ru"),
        ("citation_fulltext_html_url", "https://diptych.example/ru/articles/pakt/"),
        ("citation_public_url", "https://diptych.example/ru/articles/pakt/"),
    ]


def test_coins_is_an_openurl_that_names_each_author_and_no_translator() -> None:
    assert openurl(coins(replace(TRANSLATED, authors=(PACT.authors[0], RAND, PACT.authors[1])))) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft_id", "https://diptych.example/ru/articles/pakt/"),
        ("rft.genre", "article"),
        ("rft.atitle", "Пакт"),
        ("rft.jtitle", "Диптих"),
        ("rft.au", "Timofeev, Ivan"),
        ("rft.aucorp", "RAND Corporation"),
        ("rft.au", "Charap, Samuel"),
        ("rft.date", "2019-06-03"),
        ("rft.language", "ru"),
    ]
