"""`manage.py import_document`: as an editor meets it at a terminal."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from articles.management.commands.import_document import _bar
from tests.articles.exchange.documents import SEED_EN, document
from tests.support.site import PRODUCTION, ROOT, Site, make_site

WARNINGS = """\
{file}:1: no title: the article cannot be released until it has one
{file}:1: no date
{file}:17: the link to “War On The Rocks” has no address
{file}:19: the full version repeats the short version word for word
{file}:27: the link to “War On The Rocks” has no address
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


def test_the_seed_is_imported_with_its_warnings_and_exported_as_it_was(site: Site) -> None:
    done = site.manage("import_document", SEED_EN)
    assert (done.returncode, done.stderr) == (0, WARNINGS.format(file=SEED_EN))
    assert done.stdout == f"created charap-timofeev en {SEED_EN}\n"
    again = site.manage("import_document", SEED_EN)
    assert (again.returncode, again.stdout) == (0, f"unchanged charap-timofeev en {SEED_EN}\n")
    exported = site.manage("export_document", "charap-timofeev", "--language", "en")
    assert (exported.returncode, exported.stdout.encode()) == (0, SEED_EN.read_bytes())


def test_a_dry_run_says_the_same_and_writes_nothing(site: Site) -> None:
    done = site.manage("import_document", "--dry-run", SEED_EN)
    assert (done.returncode, done.stderr) == (0, WARNINGS.format(file=SEED_EN))
    assert done.stdout == f"created charap-timofeev en {SEED_EN}\ndry run: nothing was written\n"
    assert site.is_empty()


def test_what_is_refused_is_named_by_file_and_line_and_nothing_is_written(site: Site, folder: Path) -> None:
    good, bad = folder / "good.txt", folder / "bad.txt"
    good.write_bytes(document())
    bad.write_bytes(b"Ivan Timofeev\n\nShort version\n\nText.")
    done = site.manage("import_document", good, bad)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{bad}:1: expected a role, or “-”, after the name “Ivan Timofeev”; found “Short version”\n"
    assert site.is_empty()


def test_a_folder_is_all_its_documents(site: Site, folder: Path) -> None:
    (folder / "deep").mkdir()
    for name in ("b.txt", "a.txt", "deep/c.txt"):
        (folder / name).write_bytes(document())
    (folder / "note.md").write_text("No document.")
    done = site.manage("import_document", folder)
    assert done.returncode == 0
    assert (
        done.stdout == f"created a en {folder}/a.txt\ncreated b en {folder}/b.txt\ncreated c en {folder}/deep/c.txt\n"
    )


def test_a_folder_called_like_a_document_is_a_folder(site: Site, folder: Path) -> None:
    (folder / "sub.txt").mkdir()
    (folder / "sub.txt/a.txt").write_bytes(document("ru"))
    done = site.manage("import_document", folder)
    assert (done.returncode, done.stdout) == (0, f"created a ru {folder}/sub.txt/a.txt\n")


def test_a_file_named_twice_is_one_document(site: Site, folder: Path) -> None:
    (folder / "a.txt").write_bytes(document())
    done = site.manage("import_document", folder, folder / "a.txt")
    assert (done.returncode, done.stdout) == (0, f"created a en {folder}/a.txt\n")


def test_what_cannot_be_printed_is_said_in_one_sentence(site: Site) -> None:
    site.manage("import_document", SEED_EN)
    command = 'exec "$0" manage.py export_document charap-timofeev --language en > /dev/full'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable],
        cwd=ROOT,
        env=PRODUCTION | {"DATABASE_URL": f"sqlite:///{site.database}"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (
        1,
        "standard output: expected to write the document; found No space left on device\n",
    )


def test_a_folder_without_documents_is_refused(site: Site, folder: Path) -> None:
    done = site.manage("import_document", folder)
    assert done.returncode == 1
    assert done.stderr == f"{folder}: expected .txt documents in this folder; found none\n"


def test_a_path_that_cannot_be_read_is_refused(site: Site, folder: Path) -> None:
    done = site.manage("import_document", SEED_EN, folder / "none.txt")
    assert done.returncode == 1
    assert done.stderr == f"{folder}/none.txt:1: expected a file that can be read; found No such file or directory\n"
    assert site.is_empty()


def test_no_path_at_all_is_a_mistake_of_usage(site: Site) -> None:
    done = site.manage("import_document")
    assert done.returncode == 2
    assert "the following arguments are required: PATH" in done.stderr


def test_what_is_imported_can_be_released_in_the_same_act(site: Site, folder: Path) -> None:
    for code in ("en", "ru"):
        (folder / f"letters.{code}.txt").write_bytes(document(code, f"title: {code}", f"slug: letters-{code}"))
    done = site.manage("import_document", "--release", "--override", "Signed on paper.", folder)
    assert done.returncode == 0
    assert site.rows("SELECT language, slug, number, override_reason FROM articles_edition ORDER BY language") == [
        ("en", "letters-en", 1, "Signed on paper."),
        ("ru", "letters-ru", 1, "Signed on paper."),
    ]


def test_a_document_is_not_released_over_its_authors_heads(site: Site, folder: Path) -> None:
    (folder / "letters.txt").write_bytes(document("ru", "title: Письма", "slug: letters"))
    done = site.manage("import_document", "--release", folder)
    assert done.returncode == 1
    assert done.stderr == (
        "Nothing was imported or released.\n"
        "Русский: Иван Тимофеев has not approved this text.\n"
        "Русский: Сэмюэл Чарап has not approved this text.\n"
        "To release all the same, say why: --override REASON.\n"
    )
    assert site.is_empty()


def test_where_approval_is_only_advised_nobody_has_to_be_overridden(site: Site, folder: Path) -> None:
    (folder / "letters.txt").write_bytes(document("ru", "title: Письма", "slug: letters"))
    done = site.manage("import_document", "--release", folder, SIGNOFF_POLICY="advisory")
    assert done.returncode == 0
    assert site.rows("SELECT language, slug, override_reason FROM articles_edition") == [("ru", "letters", "")]


def test_a_text_that_is_public_is_released_again_with_a_note(site: Site, folder: Path) -> None:
    release = ("import_document", "--release", "--override", "Signed on paper.", folder)
    text = folder / "letters.txt"
    text.write_bytes(document("en", "title: Letters", "slug: letters"))
    assert site.manage(*release).returncode == 0
    text.write_bytes(document("en", "title: Letters", "slug: letters", full="At greater length."))
    refused = site.manage(*release)
    assert (refused.returncode, refused.stderr) == (
        1,
        "Nothing was imported or released.\n"
        "English: expected a note on what changed, since this text is public already; found none.\n",
    )
    assert site.manage(*release, "--note", "A longer text.").returncode == 0
    assert site.rows("SELECT number, change, change_note FROM articles_edition ORDER BY number") == [
        (1, "", ""),
        (2, "update", "A longer text."),
    ]


def test_what_cannot_be_released_is_not_imported_either(site: Site) -> None:
    done = site.manage("import_document", "--release", SEED_EN)
    assert done.returncode == 1
    assert done.stderr == (
        "Nothing was imported or released.\n"
        "English: the title is missing.\n"
        "English: the slug is missing.\n"
        "English: Ivan Timofeev has not approved this text.\n"
        "English: Samuel Charap has not approved this text.\n"
    )
    assert site.is_empty()


def test_the_author_map_is_read_from_its_file(site: Site, folder: Path) -> None:
    names, text = folder / "names.map", folder / "a.txt"
    text.write_bytes(document())
    names.write_text("\ufeffI. Timofeev = ivan-timofeev\n\nSamuel Charap = nobody\n", encoding="utf-8")
    done = site.manage("import_document", text, "--author-map", names)
    assert done.returncode == 1
    assert done.stderr == f"{text}:5: expected an author with the slug “nobody” for “Samuel Charap”; found none\n"


def test_a_line_of_the_author_map_that_is_none_is_refused(site: Site, folder: Path) -> None:
    names = folder / "names.map"
    names.write_text("Ivan Timofeev = ivan\nSamuel Charap\n")
    done = site.manage("import_document", SEED_EN, "--author-map", names)
    assert done.returncode == 1
    assert done.stderr == f"{names}:2: expected NAME = SLUG; found 'Samuel Charap'\n"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("count", "shown"), [(19, False), (20, True)])
def test_only_many_documents_get_a_progress_bar(count: int, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    assert list(_bar(count)(range(count))) == list(range(count))
    assert ("document" in terminal.getvalue()) == shown


@pytest.mark.parametrize("count", [2, 25])
def test_few_or_many_documents_leave_a_file_of_messages_clean(count: int, site: Site, folder: Path) -> None:
    for number in range(count):
        (folder / f"{number:02}.txt").write_bytes(document("en", "title: T", f"slug: s-{number}", "date: 2019-06-13"))
    done = site.manage("import_document", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == count
