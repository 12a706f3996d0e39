"""Releasing at the desk: everything is shown first, and what was shown is what is released, once."""

import re
from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article, CarryOver, Edition
from articles.press.content import content
from articles.press.release import release
from articles.press.signing import sign
from articles.press.versions import writing
from tests.articles.admin.conftest import PUBLISHER, at, in_russian, release_form, said
from tests.factories import make_article, make_author, make_user, publish

pytestmark = pytest.mark.django_db

OTHER = {"en": "ru", "ru": "en"}
LIVE = {"en": "English: edition 1 is live.", "ru": "English: редакция 1 опубликована."}
UNCHANGED = {
    "en": "Русский: nothing has changed since edition 1.",
    "ru": "Русский: со времени редакции 1 ничего не изменилось.",
}
REASONS = {
    "en": [
        "English: the title is missing.",
        "English: nobody signs as the author.",
        "Русский: the text is missing.",
        "Русский: nobody signs as the author.",
    ],
    "ru": [
        "English: нет заголовка.",
        "English: не указан автор.",
        "Русский: нет текста.",
        "Русский: не указан автор.",
    ],
}
FIGURE = {
    "en": "English, short text, paragraph 1: the full text does not say “1933”.",
    "ru": "English, краткий текст, абзац 1: в полном тексте нет «1933».",
}
STALE = {
    "en": "Nothing was released: the manuscript has changed since this page was opened.",
    "ru": "Ничего не выпущено: рукопись изменилась, с тех пор как открыта эта страница.",
}
SPRING = {
    "en": "On 2027-03-28 there is no 02:30 in the time zone Europe/Berlin: the clock goes from 02:00 to 03:00.",
    "ru": "2027-03-28 в поясе Europe/Berlin нет времени 02:30: часы переводят с 02:00 на 03:00.",
}
AUTUMN = {
    "en": ["the first: 2026-10-25 00:30 UTC", "the second: 2026-10-25 01:30 UTC"],
    "ru": ["первый: 2026-10-25 00:30 UTC", "второй: 2026-10-25 01:30 UTC"],
}


def desk(client: Client, language: str) -> Client:
    return in_russian(client) if language == "ru" else client


def address(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/release/"


def send(client: Client, article: Article, *languages: str, **changes: object) -> HttpResponse:
    return client.post(address(article), release_form(article, *(languages or ("en", "ru")), **changes))


def titled(article: Article, title: str, *languages: str) -> Article:
    with writing(article, by=None):
        for code in languages or ("en", "ru"):
            setattr(article, f"title_{code}", title)
        article.save()
    return article


def refused_for(response: HttpResponse, field: str) -> list[str]:
    assert response.status_code == 200
    return [error.code for error in response.context["form"].errors.as_data().get(field, [])]


def test_a_release_publishes_and_says_so(publisher: Client, language: str) -> None:
    article = make_article()
    assert LIVE[language] in said(publisher, send(desk(publisher, language), article))
    assert publisher.get("/en/articles/treaty-en/").status_code == 200
    assert publisher.get("/ru/articles/treaty-ru/").status_code == 200
    assert {edition.released_by.username for edition in Edition.objects.all()} == {"publisher"}


def test_the_same_form_sent_twice_makes_one_edition(publisher: Client, language: str) -> None:
    article = make_article()
    form = release_form(article, "en", "ru")
    publisher.post(address(article), form)
    assert UNCHANGED[language] in said(publisher, desk(publisher, language).post(address(article), form))
    assert Edition.objects.count() == 2


def test_the_form_of_a_correction_sent_twice_makes_one_edition(publisher: Client, language: str) -> None:
    article = make_article()
    publish(article)
    titled(article, "Corrected", language)
    form = release_form(article, language, change="correction", **{f"note_{language}": "A wrong title."})
    publisher.post(address(article), form)
    publisher.post(address(article), form)
    assert sorted(Edition.objects.filter(language=language).values_list("number", flat=True)) == [1, 2]


def test_asking_for_the_page_releases_nothing(publisher: Client) -> None:
    article = make_article()
    assert publisher.get(address(article), release_form(article, "en", "ru")).status_code == 200
    assert publisher.head(address(article), release_form(article, "en", "ru")).status_code == 200
    assert Edition.objects.count() == 0


def test_a_refusal_names_every_reason_in_the_editors_language(publisher: Client, language: str) -> None:
    article = make_article(authors=[], title_en="", short_text_ru="", full_text_ru="")
    response = send(desk(publisher, language), article)
    assert response.status_code == 200
    [refusal] = re.findall(r'<ul class="errorlist nonfield".*?</ul>', response.content.decode(), re.DOTALL)
    assert re.findall(r"<li>(.*?)</li>", refusal) == REASONS[language]
    assert Edition.objects.count() == 0


def test_one_language_that_is_not_ready_holds_back_both(publisher: Client) -> None:
    article = make_article(short_text_ru="", full_text_ru="")
    send(publisher, article)
    assert Edition.objects.count() == 0


def test_nothing_chosen_releases_nothing(publisher: Client) -> None:
    article = make_article()
    response = publisher.post(address(article), release_form(article))
    assert refused_for(response, "languages") == ["required"]
    assert refused_for(send(publisher, article, "de"), "languages") == ["invalid_choice"]
    assert Edition.objects.count() == 0


# What was shown is what is released


@pytest.mark.parametrize("token", ["{pk}.0", "{pk}.1", "{pk}.3", "{other}.2", "{other}.1", "2", "", "nonsense", None])
def test_a_form_made_from_another_version_is_refused_and_keeps_what_was_typed(
    publisher: Client, token: str | None, language: str
) -> None:
    other = make_article("other")
    article = titled(make_article(), "Version 2")
    form = release_form(article, language, **at("2090-01-02", "03:04", "Europe/Moscow"))
    form["version"] = token and token.format(pk=article.pk, other=other.pk)
    response = desk(publisher, language).post(
        address(article), {name: value for name, value in form.items() if value is not None}
    )
    html = response.content.decode()
    assert (response.status_code, Edition.objects.count()) == (409, 0)
    assert STALE[language] in html
    for typed in ('value="2090-01-02"', 'value="03:04"', '<option value="Europe/Moscow" selected>'):
        assert typed in html
    assert response.context["form"]["languages"].value() == [language]
    assert f'name="version" value="{article.pk}.2"' in html


def test_the_page_says_who_has_saved_meanwhile(publisher: Client) -> None:
    article = make_article()
    form = release_form(article, "en")
    with writing(article, by=make_user("anna")):
        article.title_en = "Another title"
        article.save()
    response = publisher.post(address(article), form)
    assert response.status_code == 409
    assert "anna saved version 2 at " in response.content.decode()
    assert "<ins>Another title</ins>" in response.content.decode()  # what a release would change now


def test_a_note_is_kept_where_it_is_not_asked_for_any_more(publisher: Client) -> None:
    article = make_article()
    publish(article)
    form = release_form(titled(article, "Corrected", "en"), "en", change="correction", note_en="A wrong title.")
    titled(article, "Title of treaty", "en")
    response = publisher.post(address(article), form)
    assert response.status_code == 409
    assert response.context["form"]["note_en"].value() == "A wrong title."


# What is shown


def test_the_page_shows_what_a_release_would_change(publisher: Client) -> None:
    article = make_article()
    publish(article)
    article.full_text_en = "<p>Full wording of treaty.</p>"
    article.save()
    html = publisher.get(address(article)).content.decode()
    assert "<del>text</del>" in html
    assert "<ins>wording</ins>" in html


def test_the_page_says_who_has_approved_what(publisher: Client) -> None:
    article = make_article(authors=[make_author("anna-a"), make_author("boris-b")])
    printed = content(article, "ru", datetime.now(UTC).date())
    sign(article, article.bylines.first().author, "ru", digest=printed.digest, decision="approved", how="account")
    found = {panel.language: panel.signatories for panel in publisher.get(address(article)).context["form"].panels}
    said_of = {code: [(name, state) for name, state, _words, _at in lines] for code, lines in found.items()}
    assert said_of == {
        "en": [("Anna A", "unsigned"), ("Boris B", "unsigned")],
        "ru": [("Anna-ру A", "approved"), ("Boris-ру B", "unsigned")],
    }


def test_the_page_says_what_is_to_be_mended_and_leads_there(publisher: Client, language: str) -> None:
    article = make_article(title_en="", short_text_en="<p>It was 1933.</p>")
    html = desk(publisher, language).get(address(article)).content.decode()
    change = f"/admin/articles/article/{article.pk}/change/"
    assert f'<a href="{change}#id_title_en">{REASONS[language][0]}</a>' in html
    assert f'<a href="{change}#short_text_en-p1">{FIGURE[language]}</a>' in html


# What readers are told


def test_a_first_release_is_not_asked_what_changed(publisher: Client) -> None:
    form = publisher.get(address(make_article())).context["form"]
    assert not {"change", "note_en", "note_ru"} & set(form.fields)


def test_a_later_one_is_asked_in_every_language_that_is_public(publisher: Client, language: str) -> None:
    article = make_article()
    publish(article, language)
    titled(article, "Another title")
    form = publisher.get(address(article)).context["form"]
    assert "change" in form.fields
    assert [name for name in ("note_en", "note_ru") if name in form.fields] == [f"note_{language}"]
    assert refused_for(send(publisher, article, language), "change") == ["change"]
    refused = send(publisher, article, language, change="correction")
    assert refused_for(refused, f"note_{language}") == ["note"]
    send(publisher, article, OTHER[language])  # it has no readers yet
    assert Edition.objects.filter(language=OTHER[language]).count() == 1


def test_readers_are_told_in_their_own_language(publisher: Client) -> None:
    article = make_article()
    publish(article)
    notes = {"note_en": "A wrong year.", "note_ru": "Неверный год."}
    send(publisher, titled(article, "Corrected"), change="correction", **notes)
    assert set(Edition.objects.filter(number=2).values_list("language", "change", "change_note")) == {
        ("en", "correction", "A wrong year."),
        ("ru", "correction", "Неверный год."),
    }


def test_a_slip_of_the_pen_needs_no_note(publisher: Client, language: str) -> None:
    article = make_article()
    publish(article)
    send(publisher, titled(article, "Titel", language), language, change="minor")
    assert Edition.objects.get(language=language, number=2).change == "minor"


def test_a_correction_is_carried_over_with_the_release_that_says_so(publisher: Client, language: str) -> None:
    other = OTHER[language]
    article = make_article()
    publish(article)
    release(titled(article, "Corrected", language), [language], note="A wrong title.", change="correction")
    [task] = CarryOver.objects.open()
    assert "A wrong title." in publisher.get(address(article)).content.decode()
    sent = {"change": "correction", f"note_{other}": "A wrong title.", "applies": [task.pk]}
    send(publisher, titled(article, "Corrected, too", other), other, **sent)
    assert not CarryOver.objects.open().exists()


# The moment


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("UTC", datetime(2090, 1, 2, 3, 4, tzinfo=UTC)),
        ("Europe/Moscow", datetime(2090, 1, 2, 0, 4, tzinfo=UTC)),
        ("America/New_York", datetime(2090, 1, 2, 8, 4, tzinfo=UTC)),
    ],
)
def test_a_moment_to_come_is_given_in_a_zone_and_kept_with_it(publisher: Client, zone: str, moment: datetime) -> None:
    article = make_article()
    response = send(publisher, article, "en", **at("2090-01-02", "03:04", zone))
    edition = Edition.objects.get()
    assert (edition.published_at, edition.time_zone) == (moment, zone)
    assert publisher.get("/en/articles/treaty-en/").status_code == 404
    words = {
        "UTC": "2090-01-02 03:04 UTC",
        "Europe/Moscow": "2090-01-02 03:04 Europe/Moscow (00:04 UTC)",
        "America/New_York": "2090-01-02 03:04 America/New_York (08:04 UTC)",
    }
    assert said(publisher, response) == [f"English: edition 1 is scheduled for {words[zone]}."]


def test_the_zone_is_remembered(publisher: Client) -> None:
    article = make_article()
    assert "data-preset" in publisher.get(address(article)).content.decode()
    send(publisher, article, "en", **at("2090-01-02", "03:04", "Europe/Moscow"))
    html = publisher.get(address(article)).content.decode()
    assert '<option value="Europe/Moscow" selected>' in html
    assert "data-preset" not in html


def test_a_time_that_the_clock_passes_over_in_spring_is_refused(publisher: Client, language: str) -> None:
    article = make_article()
    response = send(desk(publisher, language), article, "en", **at("2027-03-28", "02:30", "Europe/Berlin"))
    assert refused_for(response, "day") == ["gap"]
    assert SPRING[language] in response.content.decode()
    assert not Edition.objects.exists()


def test_a_time_that_comes_twice_in_autumn_is_asked_about(publisher: Client, language: str) -> None:
    article = make_article()
    moment = at("2026-10-25", "02:30", "Europe/Berlin")
    response = send(desk(publisher, language), article, "en", **moment)
    assert refused_for(response, "day") == ["fold"]
    html = re.sub(r"\s+", " ", response.content.decode())
    assert [html.count(words) for words in AUTUMN[language]] == [1, 1]
    assert not Edition.objects.exists()
    send(publisher, article, "en", **moment, fold="1")
    assert Edition.objects.get().published_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(("fold", "hour"), [("0", 0), ("1", 1)])
def test_either_of_two_moments_can_be_chosen(publisher: Client, fold: str, hour: int) -> None:
    article = make_article()
    send(publisher, article, **at("2027-10-31", "02:30", "Europe/Berlin", fold=fold))
    moment = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
    assert {edition.published_at for edition in Edition.objects.all()} == {moment}


def test_a_choice_that_is_none_any_more_is_no_hindrance(publisher: Client) -> None:
    article = make_article()
    send(publisher, article, "en", **at("2090-01-02", "02:30", "Europe/Berlin", fold="1"))
    assert Edition.objects.get().published_at == datetime(2090, 1, 2, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "field", "code"),
    [
        (at("2090-02-30", "03:04", "UTC"), "day", "date"),
        (at("", "", "UTC"), "day", "date"),
        (at("2090-01-02", "03:04", "Berlin"), "zone", "invalid_choice"),
        (at("2090-01-02", "03:04", ""), "zone", "zone"),
        ({"when": "now", "day": "2090-01-02", "zone": "UTC"}, "when", "both"),
        ({"when": ""}, "when", "required"),
        ({"when": "soon"}, "when", "invalid_choice"),
    ],
)
def test_a_moment_that_is_none_is_refused(publisher: Client, moment: dict, field: str, code: str) -> None:
    assert refused_for(send(publisher, make_article(), **moment), field) == [code]
    assert not Edition.objects.exists()


def test_the_moment_in_utc_stands_beside_it_also_after_a_refusal(publisher: Client) -> None:
    article = make_article(title_en="")
    html = send(publisher, article, "en", **at("2090-01-02", "03:04", "Europe/Moscow")).content.decode()
    assert "2090-01-02 00:04 UTC" in html


# Objections


@pytest.fixture
def required(settings) -> None:
    settings.SIGNOFF_POLICY = "required"


def test_without_approval_a_release_needs_a_reason_by_somebody_who_may(
    publisher: Client, required: None, language: str
) -> None:
    article = make_article()
    assert "override" in publisher.get(address(article)).context["form"].fields
    response = send(publisher, article, language)
    assert refused_for(response, "__all__") == ["unsigned"]
    send(publisher, article, language, override="Signed on paper.")
    edition = Edition.objects.get()
    assert (edition.language, edition.override_reason) == (language, "Signed on paper.")


def test_nobody_else_can_override(client: Client, required: None, language: str) -> None:
    client.force_login(make_user("publisher", *(right for right in PUBLISHER if right != "override_article")))
    article = make_article()
    assert "override" not in client.get(address(article)).context["form"].fields
    response = send(client, article, language, override="Signed on paper.")
    assert refused_for(response, "__all__") == ["unsigned"]
    assert not Edition.objects.exists()


def test_a_figure_that_the_full_text_lacks_is_overridden_with_a_reason_that_stays(
    publisher: Client, language: str
) -> None:
    article = make_article(short_text_en="<p>It was 1933.</p>")
    response = send(desk(publisher, language), article)
    assert FIGURE[language] in response.content.decode()
    assert Edition.objects.count() == 0
    send(publisher, article, "en", override="The year is that of the letter.")
    assert Edition.objects.get().override_reason == "The year is that of the letter."
    [act] = article.acts.filter(kind="override")
    assert act.about["reason"] == "The year is that of the letter."


def test_where_nothing_is_objected_no_reason_is_asked_for(publisher: Client) -> None:
    assert "override" not in publisher.get(address(make_article())).context["form"].fields
