"""The desk's front page: plain words, filters as links, and one click to where a matter is dealt with."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.articles.admin.conftest import in_russian
from tests.articles.admin.ranks import as_rank, assign
from tests.articles.press.desk import OTHER, align, one_of_each
from tests.factories import make_article, make_author, make_user, publish

pytestmark = pytest.mark.django_db

WORDS = {
    "en": {
        "behind": "Behind its source",
        "carry": "Correction to carry over",
        "changes": "Changes asked for",
        "drafted": "Draft, never published",
        "missing": "No text yet",
        "scheduled": "Scheduled",
        "unsigned": "Not approved by everybody",
    },
    "ru": {
        "behind": "Отстаёт от оригинала",
        "carry": "Перенести исправление",
        "changes": "Запрошены правки",
        "drafted": "Черновик, ещё не публиковался",
        "missing": "Текста пока нет",
        "scheduled": "Запланировано",
        "unsigned": "Одобрили не все",
    },
}
EMPTY = {
    "en": {
        "nothing waits": "Nothing waits: every text is written, approved and up to date.",
        "no article": "There are no articles yet.",
        "no such": "Nothing here is like that.",
        "no role": "You have no role at the desk yet. Ask a publisher to assign you one.",
    },
    "ru": {
        "nothing waits": "Ничего не ждёт: все тексты написаны, одобрены и не отстают.",
        "no article": "Статей пока нет.",
        "no such": "По этому запросу ничего нет.",
        "no role": "У вас пока нет роли в редакторской. Попросите выпускающего редактора назначить её.",
    },
}


def front(client: Client, shown: str = "en", **query: str) -> str:
    if shown == "ru":
        in_russian(client)
    response = client.get("/admin/", query)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def addresses(html: str) -> dict[str, str]:
    """Matter → where its link leads."""
    return dict(re.findall(r'<li class="(\w+)"> <a href="([^"]+)">', html))


def test_every_matter_has_a_name_in_both_languages(client: Client, language: str) -> None:
    one_of_each("ru", make_author())
    as_rank(client, "publisher")
    html = front(client, language)
    found = re.findall(r'<li class="(\w+)"> <a href="[^"]+"><span class="matter">([^<]+)</span>', html)
    assert dict(found) == WORDS[language]


def test_a_matter_is_one_click_from_its_place(client: Client, language: str) -> None:
    one_of_each(language, make_author())
    as_rank(client, "publisher")
    keys = dict(Article.objects.values_list("key", "pk"))
    form = "/admin/articles/article/{}/change/"
    assert addresses(front(client)) == {
        "behind": f"{form.format(keys['behind'])}#full_text_{language}-p2",
        "carry": f"{form.format(keys['carry'])}#full_text_{language}",
        "changes": f"{form.format(keys['changes'])}#signoffs",
        "drafted": f"{form.format(keys['drafted'])}#full_text_{language}",
        "missing": f"{form.format(keys['missing'])}#full_text_{language}",
        "scheduled": f"/admin/articles/article/{keys['scheduled']}/release/",
        "unsigned": f"{form.format(keys['unsigned'])}#signoffs",
    }


def test_whoever_may_not_release_is_not_sent_to_the_release(client: Client) -> None:
    one_of_each("ru", make_author())
    as_rank(client, "translator_ru")
    number = Article.objects.get(key="scheduled").pk
    assert addresses(front(client))["scheduled"] == f"/admin/articles/article/{number}/change/#full_text_ru"


@pytest.mark.parametrize(
    ("number", "counts"),
    [
        (1, {"en": "1 matter<", "ru": "1 дело<"}),
        (2, {"en": "2 matters<", "ru": "2 дела<"}),
        (5, {"en": "5 matters<", "ru": "5 дел<"}),
        (21, {"en": "21 matters<", "ru": "21 дело<"}),
    ],
)
def test_matters_are_counted_in_plain_words(client: Client, language: str, number: int, counts: dict[str, str]) -> None:
    for place in range(number):
        Article.objects.create(key=f"text-{place}", title_en="Text", slug_en=f"text-{place}")
    as_rank(client, "publisher")
    assert counts[language] in front(client, language, matter="drafted")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, {"en": "1 paragraph of the source has changed", "ru": "в оригинале изменился 1 абзац"}),
        (3, {"en": "3 paragraphs of the source have changed", "ru": "в оригинале изменились 3 абзаца"}),
        (5, {"en": "5 paragraphs of the source have changed", "ru": "в оригинале изменилось 5 абзацев"}),
    ],
)
def test_a_lag_is_told_in_paragraphs(client: Client, language: str, number: int, said: dict[str, str]) -> None:
    article = make_article()
    align(article, "ru")
    article.full_text_en += "".join(f"<p>More {place}.</p>" for place in range(number))
    article.save()
    as_rank(client, "publisher")
    assert said[language] in front(client, language)


def test_whose_it_is_stands_beside_it(client: Client, language: str) -> None:
    anna = make_user("anna", first_name="Anna", last_name="Smirnova")
    assign(anna, "Translator", language="ru")
    make_article(authors=[make_author("ada-lovelace")], languages=["en"])
    client.force_login(anna)
    html = front(client, language)
    yours, others = {"en": ("Yours", "Everybody else’s"), "ru": ("Ваше", "Остальное")}[language]
    mine, rest = html.split(f'<h2 id="others">{others}')
    assert f'<h2 id="yours">{yours}' in mine
    assert {"en": "At work: Anna Smirnova", "ru": "Работают: Anna Smirnova"}[language] in mine
    assert {"en": "Still to approve: Ada Lovelace", "ru": "Ещё не одобрили: Ada-ру Lovelace"}[language] in rest
    assert {"en": "Nobody is assigned", "ru": "Никто не назначен"}[language] in rest


def test_a_title_stands_in_the_readers_language_where_it_has_one(client: Client, language: str) -> None:
    make_article("both")
    make_article("single", languages=["en"])
    as_rank(client, "publisher")
    html = front(client, language)
    title = {"en": "Title of both", "ru": "Заглавие both"}[language]
    assert f'<span class="title" lang="{language}">{title}</span>' in html
    assert '<span class="title" lang="en">Title of single</span>' in html


def test_filters_are_links_that_keep_each_other(client: Client) -> None:
    make_article()
    as_rank(client, "publisher")
    html = front(client, matter="drafted", language="ru", order="newest")
    assert '<a href="?matter=drafted&amp;language=en&amp;order=newest" lang="en">English</a>' in html
    assert '<a href="?language=ru&amp;order=newest">Everything</a>' in html
    assert '<a href="?matter=drafted&amp;language=ru">Oldest first</a>' in html
    assert (
        '<a href="?matter=drafted&amp;language=ru&amp;order=newest" lang="ru" aria-current="true">Русский</a>' in html
    )


def test_people_can_be_chosen(client: Client) -> None:
    make_article("hers", authors=[make_author("ada-lovelace")])
    make_article("his", authors=[make_author("bob-brown")])
    as_rank(client, "publisher")
    [query] = re.findall(r'<a href="(\?person=a\d+)">Ada Lovelace</a>', front(client))
    html = re.sub(r"\s+", " ", client.get(f"/admin/{query}").content.decode())
    assert set(re.findall(r'<span class="title" lang="en">([^<]+)', html)) == {"Title of hers"}
    assert f'<a href="{query}" aria-current="true">Ada Lovelace</a>' in html


def test_an_address_nobody_could_have_chosen_shows_everything(client: Client) -> None:
    make_article()
    as_rank(client, "publisher")
    assert "4 matters" in front(client, matter="<script>", language="de", order="random", page="x")


@pytest.mark.parametrize("case", ["nothing waits", "no article", "no such", "no role"])
def test_an_empty_list_says_why(client: Client, language: str, case: str) -> None:
    if case == "nothing waits":
        publish(make_article())
    if case == "no such":
        make_article()
    as_rank(client, "staff" if case == "no role" else "publisher")
    html = front(client, language, **({"matter": "scheduled"} if case == "no such" else {}))
    assert EMPTY[language][case] in html
    assert '<ol class="items">' not in html


def test_everything_else_at_the_desk_stands_beside_it(client: Client) -> None:
    as_rank(client, "publisher")
    html = front(client)
    for address in ("articles/article", "articles/assignment", "authors/author"):
        assert f'href="/admin/{address}/"' in html
    assert 'href="/admin/auth/user/"' not in html


def test_pages_lead_to_each_other_and_keep_the_filters(client: Client) -> None:
    for place in range(51):
        Article.objects.create(key=f"text-{place}", title_en="Text", slug_en=f"text-{place}")
    as_rank(client, "publisher")
    html = front(client, language="en", order="newest")
    assert "Articles 1–50 of 51, by their last change" in html
    assert '<a href="?language=en&amp;order=newest&amp;page=2" rel="next">' in html
    html = front(client, language="en", order="newest", page="2")
    assert "Articles 51–51 of 51" in html
    assert '<a href="?language=en&amp;order=newest&amp;page=1" rel="prev">' in html


def test_the_page_costs_as_many_queries_for_twenty_articles_as_for_two(client: Client, language: str) -> None:
    translator = make_user("translator")
    assign(translator, "Translator", language=language)
    client.force_login(translator)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            front(client)
        return len(queries)

    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            article = make_article(f"text-{number}", original_language=OTHER[language])
            align(article, language)
            publish(article, OTHER[language])
            make_article(f"other-{number}")

    fill(0, 1)
    cost()
    two = cost()
    fill(1, 10)
    assert cost() == two
