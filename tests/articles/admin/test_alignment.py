"""A translation beside its source at the desk: what has changed, “still right”, and pairs put right by hand."""

import re

import pytest
from django.test import Client

from articles.models import Article
from articles.press.alignments import paired
from articles.press.lag import lag, lagging
from articles.press.versions import writing
from tests.articles.admin.conftest import in_russian
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

ENGLISH = ["The first word.", "The second word.", "The third word."]
RUSSIAN = ["Первое слово.", "Второе слово.", "Третье слово."]
UP_TO_DATE = {"en": "the translation is up to date", "ru": "перевод не отстаёт от оригинала"}
BEHIND = {"en": "the translation is 2 paragraphs behind", "ru": "перевод отстаёт на 2 абзаца"}
STALE = {
    "en": "The manuscript has changed since this page was opened. Nothing was done: look at it as it is now.",
    "ru": "С тех пор как страница была открыта, рукопись изменилась. Ничего не сделано: посмотрите, какова она теперь.",
}


def write(article: Article, **texts: list[str]) -> Article:
    with writing(article, by=None):
        for code, paragraphs in texts.items():
            setattr(article, f"full_text_{code}", "".join(f"<p>{text}</p>" for text in paragraphs))
        article.save()
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def article(db: None) -> Article:
    article = write(make_article(short_text_en="", short_text_ru="", full_text_ru=""), en=ENGLISH)
    article = write(article, ru=RUSSIAN)
    return write(article, en=["The first saying.", "The second word.", "The third saying."])


def address(article: Article, language: str = "ru") -> str:
    return f"/admin/articles/article/{article.pk}/alignment/{language}/"


def token(article: Article) -> str:
    return f"{article.pk}.{article.version}"


def test_the_form_says_how_far_the_translation_is_behind(publisher: Client, article: Article, language: str) -> None:
    client = in_russian(publisher) if language == "ru" else publisher
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert BEHIND[language] in html
    assert "<del>word</del><ins>saying</ins>" in html
    assert '<script id="alignment" type="application/json">' in html


def test_a_translation_that_is_not_behind_is_said_to_be_up_to_date(
    publisher: Client, article: Article, language: str
) -> None:
    client = in_russian(publisher) if language == "ru" else publisher
    for lagging_one in lagging(article, "ru"):
        article.refresh_from_db()
        client.post(address(article), {"opened_version": token(article), "confirm": lagging_one.name})
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert UP_TO_DATE[language] in html
    assert "<ins>" not in html


def test_still_right_takes_one_paragraph_off(publisher: Client, article: Article) -> None:
    sent = {"opened_version": token(article), "confirm": lagging(article, "ru")[0].name}
    assert publisher.post(address(article), sent).status_code == 302
    assert lag(article, "ru") == 1


def test_the_whole_translation_is_confirmed_at_once(publisher: Client, article: Article) -> None:
    publisher.post(address(article), {"opened_version": token(article), "confirm_all": "1"})
    assert lag(article, "ru") == 0


def test_an_arrow_moves_a_paragraph_into_the_next_pair(publisher: Client, article: Article) -> None:
    html = publisher.get(address(article)).content.decode()
    values = re.findall(r'name="move" value="(full:target:down:[0-9a-f]+)"', html)
    assert len(values) == 3
    publisher.post(address(article), {"opened_version": token(article), "move": values[0]})
    found = [
        ([one.text for one in pair.source], [one.text for one in pair.target]) for pair in paired(article, "ru", "full")
    ]
    assert found == [
        (["The first saying."], []),
        (["The second word."], ["Первое слово.", "Второе слово."]),
        (["The third saying."], ["Третье слово."]),
    ]
    assert lag(article, "ru") == 2


@pytest.mark.parametrize("sent", ["stale", "missing", "future", "foreign", "nonsense"])
def test_any_other_version_is_refused(publisher: Client, article: Article, sent: str, language: str) -> None:
    tokens = {
        "stale": f"{article.pk}.{article.version - 1}",
        "future": f"{article.pk}.{article.version + 1}",
        "foreign": f"{article.pk + 1}.{article.version}",
        "nonsense": "' OR 1=1",
    }
    client = in_russian(publisher) if language == "ru" else publisher
    version = {"opened_version": tokens[sent]} if sent in tokens else {}
    response = client.post(address(article), {**version, "confirm_all": "1"})
    assert response.status_code == 409
    assert sent != "stale" or STALE[language] in response.content.decode()
    assert lag(article, "ru") == 2


@pytest.mark.parametrize("move", ["full:target:down:ffff", "full:target:up", "long:target:up:1", "full:author:up:1"])
def test_what_is_not_there_is_not_moved(publisher: Client, article: Article, move: str) -> None:
    assert publisher.post(address(article), {"opened_version": token(article), "move": move}).status_code == 409


def test_only_whoever_may_write_the_translation_may_put_it_right(client: Client, article: Article) -> None:
    client.force_login(make_user("reader", "view_article"))
    assert client.get(address(article)).status_code == 403
    assert client.post(address(article), {"opened_version": token(article), "confirm_all": "1"}).status_code == 403
    assert lag(article, "ru") == 2


def test_the_original_is_no_translation(publisher: Client, article: Article) -> None:
    assert publisher.get(address(article, "en")).status_code == 404
    assert publisher.get(address(article, "de")).status_code == 404
