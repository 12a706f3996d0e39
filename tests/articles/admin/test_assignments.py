"""Assigning roles: publishers do it, and nobody rises by it."""

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from articles.models import Article, Assignment
from tests.articles.admin.conftest import in_russian
from tests.articles.admin.ranks import as_rank, assign
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/assignment/add/"
ROLES = {
    "en": ["Writer", "Translator", "Editor", "Publisher"],
    "ru": ["Литературный сотрудник", "Переводчик", "Редактор", "Выпускающий редактор"],
}


@pytest.fixture
def anna() -> User:
    return make_user("anna", first_name="Anna", last_name="Smirnova")


def role(name: str) -> int:
    return Group.objects.get(name=name).pk


def send(client: Client, user: User, name: str, *, language: str = "", article: Article | None = None) -> object:
    data = {"user": user.pk, "role": role(name), "language": language, "article": article.pk if article else ""}
    return client.post(ADD, data)


def opened(client: Client, address: str) -> str:
    """What a form says it was made from."""
    (found,) = re.findall(r'name="opened_version" value="(\w+)"', client.get(address).content.decode())
    return found


def errors(response: object) -> dict:
    return response.context["adminform"].form.errors.get_json_data()


@pytest.mark.parametrize("name", ROLES["en"])
def test_a_publisher_gives_every_role_for_the_site_and_for_one_article(client: Client, anna: User, name: str) -> None:
    as_rank(client, "publisher")
    article = make_article()
    for where in (None, article):
        assert send(client, anna, name, article=where)["Location"] == "/admin/articles/assignment/"
    assert [one.article for one in anna.assignments.order_by("pk")] == [None, article]


@pytest.mark.parametrize("rank", ["stranger", "reader", "staff", "writer", "translator_ru", "editor"])
def test_nobody_else_gives_any(client: Client, anna: User, rank: str) -> None:
    as_rank(client, rank, make_article().pk)
    for name in ROLES["en"]:
        send(client, anna, name)
    assert anna.assignments.count() == 0


def test_roles_have_names_in_the_editors_language(client: Client, language: str) -> None:
    as_rank(client, "publisher")
    if language == "ru":
        in_russian(client)
    select = client.get(ADD).content.decode().split('<select name="role"')[1].split("</select>")[0]
    assert re.findall(r'<option value="\d+">([^<]+)</option>', select) == ROLES[language]


def test_whoever_may_assign_gives_no_more_than_they_have(client: Client, anna: User) -> None:
    editor = make_user("chief")
    assign(editor, "Editor")
    editor.user_permissions.set(Permission.objects.filter(codename__endswith="_assignment"))
    client.force_login(editor)
    offered = client.get(ADD).context["adminform"].form["role"].field.choices
    assert [label for value, label in offered][1:] == ["Writer", "Translator", "Editor"]
    assert list(errors(send(client, anna, "Publisher"))) == ["role"]
    assert anna.assignments.count() == 0
    publisher = assign(anna, "Publisher")
    client.post(f"/admin/articles/assignment/{publisher.pk}/change/", {"user": editor.pk, "role": role("Publisher")})
    client.post(f"/admin/articles/assignment/{publisher.pk}/delete/", {"post": "yes"})
    publisher.refresh_from_db()
    assert publisher.user == anna


def test_a_publisher_cannot_give_a_role_that_has_grown_beyond_theirs(client: Client, anna: User) -> None:
    as_rank(client, "publisher")
    Group.objects.get(name="Editor").permissions.add(Permission.objects.get(codename="change_user"))
    assert list(errors(send(client, anna, "Editor"))) == ["role"]


def test_a_publisher_does_not_touch_administrators(client: Client) -> None:
    as_rank(client, "publisher")
    boss = make_user("boss", is_superuser=True)
    assert list(errors(send(client, boss, "Writer"))) == ["user"]
    theirs = assign(boss, "Writer")
    client.post(f"/admin/articles/assignment/{theirs.pk}/delete/", {"post": "yes"})
    assert client.get(f"/admin/auth/user/{boss.pk}/change/").status_code == 403
    assert client.get(f"/admin/auth/user/{boss.pk}/password/").status_code == 403
    assert list(boss.assignments.all()) == [theirs]


def test_only_accounts_of_the_desk_are_offered(client: Client, anna: User) -> None:
    as_rank(client, "publisher")
    make_user("reader", is_staff=False)
    make_user("gone", is_active=False)
    make_user("boss", is_superuser=True)
    offered = client.get(ADD).context["adminform"].form["user"].field.choices
    assert [label for value, label in offered][1:] == ["Anna Smirnova (anna)", "somebody"]


def test_only_a_translators_role_is_one_for_a_language(client: Client, anna: User, language: str) -> None:
    as_rank(client, "publisher")
    assert send(client, anna, "Translator", language=language).status_code == 302
    response = send(client, anna, "Writer", language=language)
    assert [error["code"] for error in errors(response)["language"]] == ["language"]


def test_the_same_role_twice_is_refused_with_words(client: Client, anna: User) -> None:
    as_rank(client, "publisher")
    assign(anna, "Writer")
    response = send(client, anna, "Writer")
    assert "This person has this role already." in response.content.decode()
    assert anna.assignments.count() == 1


def test_an_article_says_who_is_assigned_to_it(client: Client, anna: User, language: str) -> None:
    article = make_article()
    assign(anna, "Translator", language="ru", article=article)
    as_rank(client, "publisher")
    if language == "ru":
        in_russian(client)
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert f"Anna Smirnova, {ROLES[language][1]}" in html
    assert f'href="/admin/articles/assignment/add/?article={article.pk}"' in html
    form = client.get(f"{ADD}?article={article.pk}").context["adminform"].form
    assert form["article"].value() == str(article.pk)


def test_an_administrator_assigns_on_the_page_of_an_account(client: Client, anna: User) -> None:
    as_rank(client, "superuser")
    address = f"/admin/auth/user/{anna.pk}/change/"
    rows = {f"assignments-{name}_FORMS": value for name, value in (("TOTAL", "1"), ("INITIAL", "0"))}
    row = {"assignments-0-role": role("Translator"), "assignments-0-language": "ru", "assignments-0-user": anna.pk}
    account = {"username": "anna", "is_staff": "on", "is_active": "on", "date_joined_0": "2026-01-01"}
    token = {"opened_version": opened(client, address)}
    response = client.post(address, token | account | {"date_joined_1": "10:00"} | rows | row)
    assert response.status_code == 302
    assert [(one.role.name, one.language) for one in anna.assignments.all()] == [("Translator", "ru")]
    assert client.get("/admin/auth/user/add/").status_code == 200


def test_whoever_changes_accounts_makes_nobody_administrator(client: Client, anna: User) -> None:
    client.force_login(make_user("clerk", "view_user", "change_user", "delete_user"))
    boss = make_user("boss", is_superuser=True)
    account = {
        "username": "anna",
        "is_staff": "on",
        "is_active": "on",
        "is_superuser": "on",
        "date_joined_0": "2026-01-01",
    }
    account |= {"date_joined_1": "10:00", "groups": [role("Publisher")]}
    address = f"/admin/auth/user/{anna.pk}/change/"
    assert client.post(address, account | {"opened_version": opened(client, address)}).status_code == 302
    anna.refresh_from_db()
    assert (anna.is_superuser, anna.groups.count()) == (False, 0)
    assert client.get(f"/admin/auth/user/{boss.pk}/password/").status_code == 403
    assert client.post(f"/admin/auth/user/{boss.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Assignment.objects.count() == 0


def test_a_role_that_somebody_has_changed_since_is_not_written_over(client: Client, anna: User, language: str) -> None:
    as_rank(client, "superuser")
    given = assign(anna, "Translator", language="ru")
    address = f"/admin/articles/assignment/{given.pk}/change/"
    wanted = {"user": anna.pk, "role": role("Writer"), "language": "", "article": ""}
    token = opened(client, address)
    if language == "ru":
        in_russian(client)
    for sent in ({}, {"opened_version": "f" * 64}):
        assert client.post(address, wanted | sent).status_code == 409
    Assignment.objects.filter(pk=given.pk).update(language="en")
    refused = client.post(address, wanted | {"opened_version": token})
    assert refused.status_code == 409
    words = {"en": "Somebody has changed this since you opened it", "ru": "С тех пор как вы это открыли"}
    assert words[language] in refused.content.decode()
    given.refresh_from_db()
    assert (given.role.name, given.language) == ("Translator", "en")
    assert client.post(address, wanted | {"opened_version": opened(client, address)}).status_code == 302
    given.refresh_from_db()
    assert given.role.name == "Writer"


def test_an_account_that_somebody_has_changed_since_is_not_written_over(client: Client, anna: User) -> None:
    as_rank(client, "superuser")
    address = f"/admin/auth/user/{anna.pk}/change/"
    rows = {f"assignments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}
    wanted = {"username": "anna", "is_active": "on", "date_joined_0": "2026-01-01", "date_joined_1": "10:00"} | rows
    token = opened(client, address)
    anna.groups.add(role("Writer"))
    refused = client.post(address, wanted | {"opened_version": token})
    assert (refused.status_code, anna.groups.count()) == (409, 1)
    assert client.post(address, wanted).status_code == 409
    token = opened(client, address)
    anna.last_login = anna.date_joined  # logging in is no change of the account
    anna.save()
    assert client.post(address, wanted | {"opened_version": token}).status_code == 302
    assert anna.groups.count() == 0
