"""Who has approved the text, on its public pages: said by the edition, and only what it knows."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client

from articles.models import SignOff
from articles.press.release import release
from tests.articles.press.signatures import approve, pair, rewrite
from tests.factories import make_article, make_organization, make_user, publish

pytestmark = pytest.mark.django_db

BOTH = {
    "en": "Approved by Anna Smirnova (3 May 2026) and Boris Petrov (4 May 2026).",
    "ru": "Текст одобрили: Анна Смирнова (3 мая 2026 г.) и Борис Петров (4 мая 2026 г.).",
}
ONE = {
    "en": "Approved by Anna Smirnova (3 May 2026); not by Boris Petrov.",
    "ru": "Текст одобрили: Анна Смирнова (3 мая 2026 г.); не одобрили: Борис Петров.",
}
NOBODY = {"en": "No author has approved this text.", "ru": "Никто из авторов не одобрял этот текст."}
UNKNOWN = {"en": "No approvals were recorded.", "ru": "Сведений об одобрении текста авторами нет."}
WHY = {
    "en": " It was released all the same, for this reason: Boris is <at> sea.",
    "ru": " Тем не менее текст опубликован. Причина: Boris is <at> sea.",
}


def said(client: Client, address: str) -> str:
    html = client.get(address).content.decode()
    found = re.findall(r'<div class="approvals">.*?<dd>(.*?)</dd>', html, re.DOTALL)
    return unescape(re.sub(r"</?time[^>]*>", "", "".join(found))).replace("\u00a0", " ")


def page(language: str) -> str:
    return f"/{language}/articles/treaty-{language}/"


def signed_in_may(article, *authors, language: str) -> None:
    for day, author in enumerate(authors, start=3):
        approve(article, author, language)
        SignOff.objects.filter(author=author).update(at=datetime(2026, 5, day, 12, tzinfo=UTC))


def test_who_approved_is_named_with_the_day(client: Client, language: str) -> None:
    article, anna, boris = pair()
    signed_in_may(article, anna, boris, language=language)
    publish(article, language)
    assert said(client, page(language)) == BOTH[language]
    assert '<time datetime="2026-05-03">' in client.get(page(language)).content.decode()
    assert said(client, f"{page(language)}short/") == BOTH[language]


def test_who_did_not_approve_is_named_too(client: Client, language: str) -> None:
    article, anna, _boris = pair()
    signed_in_may(article, anna, language=language)
    publish(article, language)
    assert said(client, page(language)) == ONE[language]


def test_a_text_that_nobody_approved_says_so(client: Client, language: str) -> None:
    article, _anna, _boris = pair()
    publish(article, language)
    assert said(client, page(language)) == NOBODY[language]


def test_a_release_against_objections_says_why(client: Client, settings, language: str) -> None:
    settings.SIGNOFF_POLICY = "required"
    article, anna, _boris = pair()
    signed_in_may(article, anna, language=language)
    publisher = make_user("publisher", "override_article")
    release(article, [language], by=publisher, override="Boris is <at> sea.")
    assert said(client, page(language)) == ONE[language] + WHY[language]
    assert "<at>" not in client.get(page(language)).content.decode()


def test_an_older_edition_says_what_was_true_of_it(client: Client, language: str) -> None:
    article, anna, boris = pair()
    signed_in_may(article, anna, boris, language=language)
    publish(article, language)
    rewrite(article, language, "<p>Another text.</p>")
    publish(article, language)
    assert said(client, page(language)) == NOBODY[language]
    assert said(client, f"{page(language)}editions/1/") == BOTH[language]


def test_a_text_that_no_person_signs_says_nothing(client: Client, language: str) -> None:
    article = make_article(authors=[])
    article.bylines.create(organization=make_organization(), position=1)
    publish(article, language)
    assert said(client, page(language)) == ""


def test_names_stay_as_they_were_printed(client: Client, language: str) -> None:
    article, anna, boris = pair()
    signed_in_may(article, anna, boris, language=language)
    publish(article, language)
    anna.given_name_en = anna.given_name_ru = "Maria"
    anna.save()
    assert said(client, page(language)) == BOTH[language]


def test_the_demonstration_article_claims_no_approvals(client: Client, language: str) -> None:
    call_command("loaddata", "seed", verbosity=0)
    address = re.findall(rf'href="(/{language}/articles/[^"/]+/)"', client.get(f"/{language}/").content.decode())[0]
    assert said(client, address) == UNKNOWN[language]
