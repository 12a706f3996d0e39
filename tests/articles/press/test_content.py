"""What a release would print: credit lines of the day, and a digest of what is signed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.press.content import content
from authors.models import Affiliation, Organization
from tests.factories import make_article, make_author, make_organization, make_post, make_topic, publish

pytestmark = pytest.mark.django_db

DAY = date(2019, 6, 13)
FELLOW = {"en": "Fellow, Organization institute", "ru": "Научный сотрудник, Организация institute"}


def digest(article: Article, language: str) -> str:
    return content(Article.objects.get(pk=article.pk), language, DAY).digest


def test_a_digest_is_a_sha_256_and_stands_in_the_edition(language: str) -> None:
    article = make_article()
    found = digest(article, language)
    assert len(found) == 64
    assert set(found) <= set("0123456789abcdef")
    assert publish(article, language)[language].digest == found


@pytest.mark.parametrize(
    "field", ["title", "standfirst", "short_text", "full_text", "short_link", "full_link", "full_text_url"]
)
def test_what_authors_answer_for_changes_the_digest_of_its_language_alone(field: str, language: str) -> None:
    article = make_article()
    before = {code: digest(article, code) for code in ("en", "ru")}
    values = {
        "short_text": "<p>otherwise</p>",
        "full_text": "<p>otherwise</p>",
        "full_text_url": "https://otherwise.org/",
    }
    setattr(article, f"{field}_{language}", values.get(field, "otherwise"))
    article.save()
    other = {"en": "ru", "ru": "en"}[language]
    assert digest(article, language) != before[language]
    assert digest(article, other) == before[other]


CHANGES: dict[str, Callable[[Article], object]] = {
    "another author": lambda article: article.bylines.create(author=make_author("vera-v"), position=2),
    "another credit line": lambda article: article.bylines.update(credit_line_en="Fellow", credit_line_ru="Сотрудник"),
    "another name": lambda article: article.bylines.get().author.__class__.objects.update(
        display_name_en="A.", display_name_ru="А."
    ),
    "another role": lambda article: article.bylines.update(role="translator"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_byline_changes_the_digest(change: Callable[[Article], object], language: str) -> None:
    article = make_article()
    before = digest(article, language)
    change(article)
    assert digest(article, language) != before


def test_address_and_topics_do_not_change_the_digest(language: str) -> None:
    article = make_article()
    before = digest(article, language)
    article.topics.add(make_topic())
    setattr(article, f"slug_{language}", "otherwise")
    article.outlet_date = DAY
    article.save()
    assert digest(article, language) == before


def test_a_blank_credit_line_is_composed_of_the_posts_on_the_day_of_release(language: str) -> None:
    author = make_author(post_at=make_organization())
    edition = publish(make_article(authors=[author]), language)[language]
    assert edition.bylines.get().credit_line == FELLOW[language]


def test_a_written_credit_line_is_printed_verbatim(language: str) -> None:
    article = make_article(authors=[make_author(post_at=make_organization())])
    article.bylines.update(credit_line_en="RIAC member", credit_line_ru="член РСМД")
    line = publish(article, language)[language].bylines.get()
    assert line.credit_line == {"en": "RIAC member", "ru": "член РСМД"}[language]


def test_a_printed_credit_line_outlives_another_name_and_another_post(language: str) -> None:
    author = make_author(post_at=make_organization())
    article = make_article(authors=[author])
    edition = publish(article, language)[language]
    Organization.objects.update(name_en="New Institute", name_ru="Новый институт")
    Affiliation.objects.update(until=timezone.now().date() - timedelta(days=1))
    new = {"position_en": "Director", "position_ru": "Директор"}
    make_post(author, Organization.objects.get(), since=timezone.now().date(), **new)
    edition.refresh_from_db()
    assert edition.bylines.get().credit_line == FELLOW[language]
    newer = {"en": "Director, New Institute", "ru": "Директор, Новый институт"}
    assert publish(article, language)[language].bylines.get().credit_line == newer[language]
    assert edition.bylines.get().credit_line == FELLOW[language]


def test_an_edition_dated_back_prints_the_posts_of_its_own_day(language: str) -> None:
    author = make_author()
    make_post(author, make_organization(), until=DAY)
    before = timezone.now().replace(year=2019, month=6, day=12)
    after = before.replace(day=14)
    article, other = make_article(authors=[author]), make_article("other", authors=[author])
    assert publish(article, language, at=before)[language].bylines.get().credit_line == FELLOW[language]
    assert publish(other, language, at=after)[language].bylines.get().credit_line == ""


def test_the_link_line_is_made_from_the_outlet_when_there_is_an_address() -> None:
    outlet = make_organization(name_en="The Outlet", name_ru="Издание")
    article = make_article(outlet=outlet, full_text_url_en="https://example.org/", full_text_url_ru="https://e.org/")
    assert content(article, "en", DAY).fields["full_link"] == "Read the full text in The Outlet"
    assert content(article, "ru", DAY).fields["full_link"] == "Читайте полный текст на сайте Издание"


def test_without_an_address_no_link_line_is_made(language: str) -> None:
    article = make_article(outlet=make_organization())
    assert content(article, language, DAY).fields["full_link"] == ""


def test_the_excerpt_is_the_beginning_when_there_is_no_standfirst(language: str) -> None:
    article = make_article(**{f"full_text_{language}": "<h2>Заголовок</h2><p>Второй абзац.</p>"})
    assert content(article, language, DAY).fields["excerpt"] == "Заголовок"
