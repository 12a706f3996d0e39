"""What a document says, in the fields of its article."""

from datetime import date

import pytest

from articles.exchange.importing import import_documents
from articles.models import Article, Topic
from authors.models import Organization
from tests.articles.exchange.documents import document, refusal, statuses
from tests.factories import make_organization, make_topic

pytestmark = pytest.mark.django_db


def test_front_matter_fills_the_fields_of_its_language(language: str) -> None:
    outlet, topic = make_organization("outlet", name_en="The Outlet", name_ru="Издание"), make_topic("letters")
    matter = (
        "title: О письмах",
        "slug: on-letters",
        "date: 2019-06-13",
        f"lang: {language}",
        "source_url: https://example.org/source",
        "page_url: https://example.org/page",
        "outlet: издание",
        "topic: letters, Тема letters, Разоружение",
    )
    import_documents([("a.txt", document(language, *matter))])
    article = Article.objects.get()
    assert {field: getattr(article, f"{field}_{language}") for field in ("title", "slug", "full_text_url")} == {
        "title": "О письмах",
        "slug": "on-letters",
        "full_text_url": "https://example.org/page",
    }
    assert (article.outlet_date, article.source_url, article.outlet) == (
        date(2019, 6, 13),
        "https://example.org/source",
        outlet,
    )
    new = Topic.objects.get(slug="razoruzhenie")
    assert getattr(new, f"name_{language}") == "Разоружение"
    assert set(article.topics.all()) == {topic, new}


def test_a_value_may_be_given_for_each_language() -> None:
    matter = ("title.en: Letters", "title.ru: Письма", "slug.ru: pisma", "page_url.ru: https://example.org/ru")
    import_documents([("a.txt", document("ru", *matter))])
    article = Article.objects.get()
    assert (article.title_en, article.title_ru, article.slug_ru) == ("Letters", "Письма", "pisma")
    assert (article.full_text_url_en or "", article.full_text_url_ru) == ("", "https://example.org/ru")


def test_an_outlet_not_known_yet_is_made(language: str) -> None:
    import_documents([("a.txt", document(language, "outlet: Новое издание"))])
    outlet = Organization.objects.get()
    assert (outlet.slug, getattr(outlet, f"name_{language}")) == ("novoe-izdanie", "Новое издание")


def test_an_outlet_whose_name_is_not_one_s_own_is_refused() -> None:
    make_organization("first", aliases="Outlet")
    make_organization("second", short_name_en="Outlet")
    assert refusal(("a.txt", document("en", "outlet: outlet"))) == [
        "a.txt:2: expected one outlet named “outlet”; found first, second"
    ]


def test_text_is_text_and_never_mark_up(language: str) -> None:
    import_documents([("a.txt", document(language, full="<script>1 < 2</script> & «да»"))])
    stored = getattr(Article.objects.get(), f"full_text_{language}")
    assert stored == "<p>&lt;script&gt;1 &lt; 2&lt;/script&gt; &amp; «да»</p>"


@pytest.mark.parametrize("change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data])
def test_line_ends_and_a_byte_order_mark_make_no_difference(change, language: str) -> None:
    import_documents([("a.txt", document(language, "slug: letters"))])
    assert statuses(("a.txt", change(document(language, "slug: letters")))) == ["unchanged"]


def test_an_outlet_and_a_topic_in_another_script_have_slugs(language: str) -> None:
    import_documents([("a.txt", document(language, "outlet: 日本", "topic: 日本, Σ"))])
    article = Article.objects.get()
    assert (article.outlet.slug, getattr(article.outlet, f"name_{language}")) == ("organization", "日本")
    assert [topic.slug for topic in article.topics.all()] == ["topic", "topic-2"]


def test_each_topic_may_have_two_hundred_characters(language: str) -> None:
    import_documents([("a.txt", document(language, f"topic: {'я' * 200}, {'ю' * 200}"))])
    assert [getattr(topic, f"name_{language}") for topic in Topic.objects.order_by("-pk")] == ["ю" * 200, "я" * 200]
