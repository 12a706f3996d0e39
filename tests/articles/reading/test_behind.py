"""A translation's page says what has changed in the source since: only what readers can see there."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article
from articles.press.lag import confirm, lagging
from articles.press.versions import writing
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db

ENGLISH = ["The first word.", "The second word.", "The third word."]
RUSSIAN = ["Первое слово.", "Второе слово.", "Третье слово."]


def write(article: Article, minor: tuple[str, ...] = (), **texts: list[str]) -> Article:
    with writing(article, by=None, minor=minor):
        for code, paragraphs in texts.items():
            setattr(article, f"full_text_{code}", "".join(f"<p>{text}</p>" for text in paragraphs))
        article.save()
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def article() -> Article:
    """An article published in both languages, the Russian text a translation of the English one."""
    article = write(make_article(), en=ENGLISH, ru=RUSSIAN)
    publish(article)
    return article


def note(client: Client, address: str = "/ru/articles/treaty-ru/") -> str:
    """What the page says of its source, "" if nothing."""
    found = re.search(r'<p class="note behind">(.*?)</p>', client.get(address).content.decode(), re.DOTALL)
    return re.sub(r"<[^>]+>", "", found.group(1)) if found else ""


CHANGED = "С тех пор как сделан этот перевод, в английском тексте "


def test_a_translation_that_follows_says_nothing(client: Client, article: Article) -> None:
    assert note(client) == ""
    assert note(client, "/en/articles/treaty-en/") == ""


def test_a_changed_source_is_told_when_it_is_public_and_not_before(client: Client, article: Article) -> None:
    article = write(article, en=["The first saying.", "The second word.", "The third saying."])
    assert note(client) == ""
    publish(article, "en", at=datetime(2090, 1, 1, tzinfo=UTC))
    assert note(client) == ""
    publish(article, "en")
    assert note(client) == CHANGED + "изменились 2 абзаца: абзац 1, абзац 3."
    html = client.get("/ru/articles/treaty-ru/").content.decode()
    assert '<a href="/en/articles/treaty-en/#p3" hreflang="en">' in html
    assert 'id="p3"' in client.get("/en/articles/treaty-en/").content.decode()


def test_an_english_translation_says_so_in_english(client: Client) -> None:
    article = write(make_article(original_language="ru"), en=ENGLISH, ru=RUSSIAN)
    publish(article)
    publish(write(article, ru=["Первое изречение.", *RUSSIAN[1:]]), "ru")
    assert note(client, "/en/articles/treaty-en/") == (
        "1 paragraph has changed in the Russian text since this translation: paragraph 1."
    )


def test_a_slip_put_right_is_not_told(client: Client, article: Article) -> None:
    article = write(article, ("en",), en=["The first words.", *ENGLISH[1:]])
    publish(article, "en", change="minor")
    assert note(client) == ""


def test_what_the_translator_confirmed_is_not_told_once_that_is_released(client: Client, article: Article) -> None:
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    publish(article, "en")
    confirm(article, "ru", [one.name for one in lagging(article, "ru")], by=None)
    assert note(client) == CHANGED + "изменился 1 абзац: абзац 1."
    publish(article, "ru", change="minor")
    assert note(client) == ""


def test_a_translation_of_a_text_that_is_not_public_yet_is_not_behind_the_public_one(client: Client) -> None:
    article = write(make_article(short_text_ru="", full_text_ru=""), en=ENGLISH)
    publish(article, "en")
    article = write(article, en=["The first saying.", *ENGLISH[1:]])
    article = write(article, ru=RUSSIAN)
    publish(article, "ru")
    assert note(client) == ""
    publish(article, "en")
    assert note(client) == ""


def test_an_older_edition_says_nothing_of_today(client: Client, article: Article) -> None:
    publish(write(article, en=["The first saying.", *ENGLISH[1:]]), "en")
    publish(write(article, ru=["Первое изречение.", *RUSSIAN[1:]]), "ru")
    assert note(client, "/ru/articles/treaty-ru/editions/1/") == ""
