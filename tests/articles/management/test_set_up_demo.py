"""`manage.py set_up_demo`: an empty database gets the seed and a log-in, a filled one is kept."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from articles.models import Article, Edition
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path


def set_up() -> list[str]:
    out = StringIO()
    call_command("set_up_demo", stdout=out)
    return out.getvalue().splitlines()


def test_an_empty_database_gets_the_seed_and_a_log_in(var: Path) -> None:
    first, site, desk = set_up()
    assert first == "The seed article is loaded, in English and Russian."
    assert site == "Site:  http://localhost/"
    found = re.fullmatch(r"Desk:  http://localhost/admin/   log-in: editor   password: (\S{16})", desk)
    editor = get_user_model().objects.get(username="editor")
    assert editor.check_password(found[1])
    assert editor.is_superuser
    assert Edition.objects.live().count() == 2
    assert (var / "demo_password").read_text() == found[1]
    assert (var / "demo_password").stat().st_mode & 0o777 == 0o600


def test_doing_it_again_changes_nothing_and_says_the_same_password() -> None:
    before = set_up()
    after = set_up()
    assert after == ["The database has articles: kept as they are.", *before[1:]]
    assert (Article.objects.count(), get_user_model().objects.count()) == (1, 1)


def test_what_editors_have_written_is_kept() -> None:
    set_up()
    Article.objects.update(title_en="Mine")
    set_up()
    assert Article.objects.get().title_en == "Mine"


def test_a_site_with_other_articles_does_not_get_the_seed() -> None:
    make_article()
    set_up()
    assert [article.key for article in Article.objects.all()] == ["treaty"]


def test_a_password_of_one_s_own_is_kept_and_not_printed() -> None:
    set_up()
    editor = get_user_model().objects.get()
    editor.set_password("my own long password")
    editor.save()
    assert set_up()[-1] == "Desk:  http://localhost/admin/   log-in: editor   password: (the one you have set)"
    assert get_user_model().objects.get().check_password("my own long password")


def test_a_public_site_is_refused(settings) -> None:
    settings.SITE_URL = "https://example.org"
    with pytest.raises(CommandError) as refused:
        set_up()
    assert str(refused.value) == "SITE_URL: expected a site on this machine; found https://example.org"
    assert not get_user_model().objects.exists()
