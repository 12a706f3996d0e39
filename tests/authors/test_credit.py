"""Credit lines: the credentials and the posts held on a day."""

from datetime import date

import pytest

from authors.credit import credit_line
from tests.factories import make_author, make_organization, make_post

pytestmark = pytest.mark.django_db

DAY = date(2019, 6, 13)
CREDENTIALS = {"en": "PhD in Political Science", "ru": "Кандидат политических наук"}
POSTS = {"en": "Fellow, Organization institute", "ru": "Научный сотрудник, Организация institute"}


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, None),
        (DAY, None),
        (date(2010, 1, 1), date(2019, 6, 14)),
        (None, date(2019, 6, 14)),
    ],
)
def test_a_post_held_on_the_day_is_printed(since: date | None, until: date | None, language: str) -> None:
    author = make_author()
    make_post(author, make_organization(), since=since, until=until)
    assert credit_line(author, language, DAY) == POSTS[language]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2019, 6, 14), None),
        (None, DAY),
        (date(2010, 1, 1), date(2018, 12, 31)),
    ],
)
def test_a_post_that_ended_or_has_not_begun_is_not(since: date | None, until: date | None, language: str) -> None:
    author = make_author()
    make_post(author, make_organization(), since=since, until=until)
    assert credit_line(author, language, DAY) == ""


def test_credentials_come_first_and_posts_in_their_order(language: str) -> None:
    author = make_author(credentials_en=CREDENTIALS["en"], credentials_ru=CREDENTIALS["ru"])
    make_post(author, make_organization(), order=2)
    second = {"position_en": "Trustee", "position_ru": "Попечитель"}
    make_post(author, make_organization("fund", name_en="Fund", name_ru="Фонд"), order=1, **second)
    trustee = {"en": "Trustee, Fund", "ru": "попечитель, Фонд"}
    fellow = {"en": POSTS["en"], "ru": POSTS["ru"].replace("Научный", "научный")}
    assert credit_line(author, language, DAY) == f"{CREDENTIALS[language]}; {trustee[language]}; {fellow[language]}"


def test_a_post_of_capitals_keeps_them_inside_a_russian_line() -> None:
    author = make_author(credentials_ru=CREDENTIALS["ru"])
    make_post(author, make_organization(name_ru="РСМД"), position_en="", position_ru="")
    assert credit_line(author, "ru", DAY) == f"{CREDENTIALS['ru']}; РСМД"


def test_what_is_not_known_in_a_language_is_left_out_there() -> None:
    author = make_author(credentials_ru=CREDENTIALS["ru"])
    make_post(author, make_organization(), position_en="", position_ru="Директор")
    assert credit_line(author, "en", DAY) == "Organization institute"
    assert credit_line(author, "ru", DAY) == "Кандидат политических наук; директор, Организация institute"


def test_someone_without_posts_has_no_credit_line(language: str) -> None:
    assert credit_line(make_author(), language, DAY) == ""
