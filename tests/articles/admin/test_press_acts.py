"""What can be done at the desk about releases made before: calling off, moving, undoing, dismissing a correction."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, Assignment, CarryOver, Edition
from articles.press.release import release
from articles.press.schedule import cancel
from tests.articles.admin.conftest import at, in_russian, said
from tests.factories import make_article, make_user, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}
LATER = datetime(2090, 1, 2, 3, 4, tzinfo=UTC)
UNDO = {
    "en": "Undo the last release: English goes back to edition 1; Русский is withdrawn",
    "ru": "Отменить последний выпуск: English: снова редакция 1; Русский: текст отзывается",
}
UNDONE = {
    "en": "The last release has been undone. English goes back to edition 1; Русский is withdrawn.",
    "ru": "Последний выпуск отменён. English: снова редакция 1; Русский: текст отзывается.",
}
CALLED_OFF = {
    "en": ["English: edition 1 has been called off and will not be public."],
    "ru": ["English: редакция 1 отменена и опубликована не будет."],
}


def desk(client: Client, language: str) -> Client:
    return in_russian(client) if language == "ru" else client


def address(article: Article, act: str) -> str:
    return f"/admin/articles/article/{article.pk}/{act}/"


def forms(response: HttpResponse, act: str) -> list[dict[str, list[str]]]:
    """What the forms on a page would send to ACT without anything typed."""
    found = re.findall(rf'<form method="post" action="[^"]*/{act}/">(.*?)</form>', response.content.decode(), re.DOTALL)
    sent = [re.findall(r'name="(edition|step)" value="([^"]*)"', form) for form in found]
    return [{name: [value for _name, value in pairs] for name, _value in pairs} for pairs in sent]


def titled(article: Article, title: str) -> Article:
    Article.objects.filter(pk=article.pk).update(title_en=title, title_ru=title)
    return article


@pytest.mark.parametrize("where", ["change", "release"])
def test_a_scheduled_release_is_called_off_in_one_click(publisher: Client, where: str, language: str) -> None:
    article = make_article()
    publish(article, "en", at=LATER)
    [form] = forms(publisher.get(address(article, where)), "schedule")
    assert form == {"edition": ["en.1"]}
    response = desk(publisher, language).post(address(article, "schedule"), form | {"cancel": "1"})
    assert said(publisher, response) == CALLED_OFF[language]
    assert not Edition.objects.scheduled().exists()
    assert forms(publisher.get(address(article, where)), "schedule") == []


def test_a_scheduled_release_is_moved_in_a_zone(publisher: Client) -> None:
    article = make_article()
    publish(article, at=LATER)
    page = publisher.get(address(article, "schedule"))
    assert "2090-01-02 03:04 UTC" in page.content.decode()
    moved = {"edition": ["en.1", "ru.1"], "move": "1"} | at("2090-05-06", "12:00", "Europe/Moscow")
    assert said(publisher, publisher.post(address(article, "schedule"), moved)) == [
        "English: edition 2 is scheduled for 2090-05-06 12:00 Europe/Moscow (09:00 UTC).",
        "Русский: edition 2 is scheduled for 2090-05-06 12:00 Europe/Moscow (09:00 UTC).",
    ]
    assert {edition.published_at for edition in Edition.objects.scheduled()} == {datetime(2090, 5, 6, 9, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (at("2027-03-28", "02:30", "Europe/Berlin"), "gap"),
        (at("2027-10-31", "02:30", "Europe/Berlin"), "fold"),
        (at("2026-01-01", "12:00", "UTC"), "moment"),
    ],
)
def test_a_move_is_refused_like_a_release_and_keeps_what_was_typed(publisher: Client, moment: dict, code: str) -> None:
    article = make_article()
    publish(article, at=LATER)
    response = publisher.post(address(article, "schedule"), {"edition": ["en.1", "ru.1"], "move": "1"} | moment)
    assert response.status_code == 200
    assert [error.code for error in response.context["form"].errors.as_data()["day"]] == [code]
    assert f'value="{moment["day"]}"' in response.content.decode()
    assert {edition.published_at for edition in Edition.objects.scheduled()} == {LATER}


@pytest.mark.parametrize("act", ["cancel", "move"])
@pytest.mark.parametrize("tokens", [["en.1"], ["en.3"], ["en.2", "ru.9"], ["nonsense"], [""], []])
def test_a_form_that_speaks_of_no_scheduled_edition_is_refused(publisher: Client, tokens: list[str], act: str) -> None:
    article = make_article()
    publish(article, "en", at=LATER)
    publish(titled(article, "Another title"), "en", at=LATER)
    sent = {"edition": tokens, act: "1"} | at("2090-05-06", "12:00", "UTC")
    assert publisher.post(address(article, "schedule"), sent).status_code == 409
    assert [(one.number, one.published_at) for one in Edition.objects.scheduled()] == [(2, LATER)]


def test_what_another_publisher_has_called_off_is_not_moved(publisher: Client, language: str) -> None:
    article = make_article()
    edition = publish(article, language, at=LATER)[language]
    cancel(edition, by=None)
    sent = {"edition": [f"{language}.1"], "move": "1"} | at("2090-05-06", "12:00", "UTC")
    assert publisher.post(address(article, "schedule"), sent).status_code == 409
    assert not Edition.objects.scheduled().exists()


def test_where_nothing_is_scheduled_the_page_leads_back(publisher: Client) -> None:
    article = make_article()
    response = publisher.get(address(article, "schedule"))
    assert (response.status_code, response["Location"]) == (302, address(article, "change"))


@pytest.mark.parametrize("where", ["change", "release"])
def test_the_last_release_is_undone_in_one_click_that_says_what_will_happen(
    publisher: Client, where: str, language: str
) -> None:
    article = titled(make_article(), "Right")
    publish(article, "en")
    publish(titled(article, "Wrong"))
    shown = desk(publisher, language).get(address(article, where))
    assert UNDO[language] in shown.content.decode()
    [form] = forms(shown, "undo")
    assert form == {"step": ["en.2.reprinted.1", "ru.1.withdrawn"]}
    assert said(publisher, publisher.post(address(article, "undo"), form)) == [UNDONE[language]]
    assert "Right" in publisher.get("/en/articles/treaty-en/").content.decode()
    assert publisher.get("/ru/articles/treaty-ru/").status_code == 410
    assert publisher.post(address(article, "undo"), form).status_code == 409
    assert Edition.objects.count() == 4


@pytest.mark.parametrize("steps", [["en.1.withdrawn"], ["en.2.reprinted.1"], ["nonsense"], []])
def test_a_button_that_spoke_of_something_else_undoes_nothing(publisher: Client, steps: list[str]) -> None:
    article = make_article()
    publish(article)
    assert publisher.post(address(article, "undo"), {"step": steps}).status_code == 409
    assert Edition.objects.live().count() == 2


@pytest.mark.parametrize("act", ["undo", "carry-over/1"])
def test_an_act_is_no_page(publisher: Client, act: str) -> None:
    assert publisher.get(address(make_article(), act)).status_code == 405


@pytest.fixture
def task(language: str) -> CarryOver:
    article = make_article()
    publish(article)
    release(titled(article, "Corrected"), [language], note="A wrong title.", change="correction")
    return CarryOver.objects.open().get()


def translator(language: str, article: Article) -> Client:
    user = make_user("translator", "view_article")
    role = Group.objects.get(name="Translator")
    Assignment.objects.create(user=user, role=role, language=language, article=article)
    client = Client()
    client.force_login(user)
    return client


def test_whoever_writes_a_language_says_that_a_correction_does_not_concern_it(task: CarryOver) -> None:
    client = translator(task.language, task.article)
    place = address(task.article, f"carry-over/{task.pk}")
    assert place in client.get(address(task.article, "change")).content.decode()
    assert client.post(place).status_code == 302
    assert not CarryOver.objects.open().exists()
    assert client.post(place).status_code == 409


def test_nobody_else_does(task: CarryOver) -> None:
    client = translator(OTHER[task.language], task.article)
    place = address(task.article, f"carry-over/{task.pk}")
    assert client.post(place).status_code == 403
    assert client.post(address(make_article("other"), f"carry-over/{task.pk}")).status_code == 404
    assert CarryOver.objects.open().count() == 1
