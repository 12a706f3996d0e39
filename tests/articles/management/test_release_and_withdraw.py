"""`manage.py release` and `withdraw`: by slug of either language or by key, all of them or none."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Edition
from tests.factories import make_article, publish
from tests.support.site import make_site

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def refusal(*arguments: str) -> CommandError:
    with pytest.raises(CommandError) as refused:
        run(*arguments)
    return refused.value


@pytest.mark.parametrize("name", ["treaty", "treaty-en", "treaty-ru"])
def test_an_article_is_released_by_its_key_or_a_slug_of_any_language(name: str) -> None:
    make_article()
    lines = run("release", name, "--at", "2019-06-13T12:00+03:00").splitlines()
    assert lines == [
        "released en/treaty-en 1 2019-06-13T09:00:00+0000",
        "released ru/treaty-ru 1 2019-06-13T09:00:00+0000",
    ]
    assert {edition.published_at for edition in Edition.objects.live()} == {datetime(2019, 6, 13, 9, tzinfo=UTC)}


def test_one_language_can_be_released_alone(language: str) -> None:
    make_article()
    run("release", "treaty", "--language", language)
    assert [edition.language for edition in Edition.objects.all()] == [language]


def test_only_the_languages_written_are_released(language: str) -> None:
    make_article(languages=[language])
    run("release", "treaty")
    assert [edition.language for edition in Edition.objects.all()] == [language]


def test_releasing_again_says_unchanged() -> None:
    make_article(languages=["ru"])
    run("release", "treaty", "--at", "2019-06-13T09:00Z")
    assert run("release", "treaty") == "unchanged ru/treaty-ru 1 2019-06-13T09:00:00+0000\n"


def test_a_moment_without_a_zone_is_utc() -> None:
    make_article(languages=["en"])
    run("release", "treaty", "--at", "2019-06-13T09:00")
    assert Edition.objects.get().published_at == datetime(2019, 6, 13, 9, tzinfo=UTC)


def test_a_moment_to_come_schedules(language: str) -> None:
    make_article(languages=[language])
    tomorrow = timezone.now() + timedelta(days=1)
    run("release", "treaty", "--at", tomorrow.isoformat())
    assert not Edition.objects.live().exists()
    assert Edition.objects.live(at=tomorrow).exists()


@pytest.mark.parametrize("moment", ["soon", "", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00+14:00"])
def test_a_moment_that_is_none_is_a_mistake_of_usage(moment: str) -> None:
    make_article()
    refused = refusal("release", "treaty", "--at", moment)
    assert str(refused) == f"--at: expected an ISO 8601 moment like 2026-12-01T09:00+03:00; found {moment!r}"
    assert refused.returncode == 2
    assert not Edition.objects.exists()


def test_a_reason_that_is_no_text_is_refused(language: str) -> None:
    publish(make_article())
    refused = refusal("withdraw", "treaty", "--language", language, "--reason", "Ошибка \udcff")
    assert str(refused) == "Expected readable text; found U+DCFF LONE SURROGATE at character 8."
    assert refused.returncode == 1
    assert Edition.objects.live().count() == 2


def test_a_name_that_is_no_text_is_refused() -> None:
    refused = refusal("release", "x\udcff")
    assert str(refused) == r"'x\udcff': expected the slug or key of one article; found characters that none has"


def test_when_one_article_is_refused_none_is_released() -> None:
    make_article("first")
    make_article("second", title_ru="")
    refused = refusal("release", "first", "second")
    assert str(refused) == "Русский: the title is missing."
    assert refused.returncode == 1
    assert not Edition.objects.exists()


@pytest.mark.parametrize("command", [("release",), ("withdraw", "--language", "en", "--reason", "x")])
def test_a_name_no_article_has_is_refused(command: tuple[str, ...]) -> None:
    refused = refusal(command[0], "nothing", *command[1:])
    assert str(refused) == "nothing: expected the slug or key of one article; found no article"


def test_a_name_two_articles_share_is_refused() -> None:
    make_article("first", slug_en="letters")
    make_article("second", slug_ru="letters")
    assert str(refusal("release", "letters")) == "letters: expected the slug or key of one article; found 2 articles"


def test_a_language_is_withdrawn_with_its_reason(language: str) -> None:
    publish(make_article())
    slug = f"treaty-{language}"
    assert run("withdraw", slug, "--language", language, "--reason", "Ошибка") == f"withdrawn {language}/{slug}\n"
    assert [edition.withdrawal_reason for edition in Edition.objects.withdrawn()] == ["Ошибка"]
    assert [edition.language for edition in Edition.objects.live()] == [{"en": "ru", "ru": "en"}[language]]


def test_what_was_never_released_cannot_be_withdrawn() -> None:
    make_article()
    refused = refusal("withdraw", "treaty", "--language", "ru", "--reason", "x")
    assert str(refused) == "treaty: expected a released article in 'ru'; found none"


def test_a_withdrawal_without_a_reason_is_refused() -> None:
    publish(make_article())
    refused = refusal("withdraw", "treaty", "--language", "ru", "--reason", " ")
    assert str(refused) == "Say why, in the language of the readers: the reason is printed."
    assert Edition.objects.live().count() == 2


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("nothing",), 1, "nothing: expected the slug or key of one article; found no article\n"),
        (
            ("nothing", "--at", "soon"),
            2,
            "--at: expected an ISO 8601 moment like 2026-12-01T09:00+03:00; found 'soon'\n",
        ),
    ],
)
def test_the_shell_sees_the_status_and_one_plain_sentence(
    arguments: tuple[str, ...], status: int, message: str, tmp_path: Path
) -> None:
    done = make_site(tmp_path).manage("release", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", message)


def test_a_language_the_site_does_not_have_is_a_mistake_of_usage(tmp_path: Path) -> None:
    done = make_site(tmp_path).manage("export_document", "treaty", "--language", "de")
    assert done.returncode == 2
    assert "argument --language: invalid choice: 'de'" in done.stderr
