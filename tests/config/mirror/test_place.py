"""Where a mirror lies: nobody's files are replaced by it, and readers never meet half of it."""

import errno
import fcntl
import os
import re
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from config.mirror import place, tree
from config.mirror.export import export_site
from config.mirror.refusal import Refusal
from tests.config.mirror.test_export import marks
from tests.factories import make_article, publish
from tests.support.site import Site, make_site


@pytest.fixture
def published(transactional_db: None) -> None:
    publish(make_article())


def title_in(folder: Path) -> bool:
    return "Title of second" in (folder / "en/index.html").read_text()


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def test_a_file_is_no_place(published: None, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("mine")
    with pytest.raises(Refusal, match=r"/public/mirror: expected a folder for the mirror alone: .*; found a file"):
        export_site(folder)
    assert folder.read_text() == "mine"


def test_somebody_s_folder_is_no_place(published: None, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("mine")
    with pytest.raises(Refusal, match=r"/public/mirror: expected .*; found a folder with other files"):
        export_site(folder)
    assert (folder / "thesis.txt").read_text() == "mine"
    assert beside(folder) == []


def test_the_root_of_all_files_is_no_place() -> None:
    with pytest.raises(Refusal, match=r"^/: expected a folder for the mirror alone; found the root of all files$"):
        export_site(Path("/"))


@pytest.mark.parametrize("name", [".mirror.new", ".mirror.old"])
def test_what_lies_beside_the_mirror_is_left_alone(published: None, folder: Path, name: str) -> None:
    mine = folder.with_name(name)
    mine.mkdir(parents=True)
    (mine / "thesis.txt").write_text("mine")
    with pytest.raises(Refusal, match=rf"{re.escape(name)}: expected the place beside the mirror"):
        export_site(folder)
    assert (mine / "thesis.txt").read_text() == "mine"


def test_an_empty_folder_is_a_place_and_keeps_its_rights(published: None, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o750)
    export_site(folder)
    assert (folder / "en/index.html").exists()
    assert folder.stat().st_mode & 0o777 == 0o750


def test_a_link_to_a_folder_stays_one(published: None, folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "www"
    link.symlink_to(folder)
    export_site(link)
    export_site(link)
    assert link.is_symlink()
    assert (folder / "en/index.html").exists()


def test_one_export_at_a_time(published: None, folder: Path) -> None:
    folder.parent.mkdir()
    with open(folder.with_name(".mirror.lock"), "ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(Refusal, match="expected one export at a time; found another one under way"):
            export_site(folder)


def test_an_interruption_leaves_the_mirror_whole(published: None, folder: Path) -> None:
    export_site(folder)
    before = marks(folder)
    publish(make_article("second"))

    def pages(addresses: list[str]):
        yield from addresses[:30]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_site(folder, progress=pages)
    assert marks(folder) == before
    assert beside(folder) == [".mirror.lock"]
    export_site(folder)
    assert title_in(folder)


def test_what_a_killed_export_left_is_removed(published: None, folder: Path) -> None:
    export_site(folder)
    shutil.copytree(folder / "en", folder.with_name(".mirror.new") / "en")
    (folder.with_name(".mirror.new") / place.MARK).write_bytes(place.MARKED)
    (folder.with_name(".mirror.new") / "en/half.html").write_text("<p>ha")
    export_site(folder)
    assert beside(folder) == [".mirror.lock"]
    assert not (folder / "en/half.html").exists()


def test_a_full_disk_leaves_the_mirror_whole(published: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export_site(folder)
    before = marks(folder)
    publish(make_article("second"))
    write, written = Path.write_bytes, []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CommandError, match=r"\.mirror\.new/.*: expected .*; found: No space left on device") as refused:
        call_command("export_site", folder)
    assert refused.value.returncode == 1
    assert marks(folder) == before
    assert beside(folder) == [".mirror.lock"]


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    published: None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_exchange", lambda one, other: False)
    export_site(folder)
    publish(make_article("second"))
    export_site(folder)
    assert title_in(folder)
    assert beside(folder) == [".mirror.lock"]


def test_what_stopped_between_two_renames_is_mended(published: None, folder: Path) -> None:
    export_site(folder)
    before = marks(folder)
    folder.rename(folder.with_name(".mirror.old"))
    assert export_site(folder).written == 0
    assert marks(folder) == before


def test_a_folder_that_is_being_read_is_never_missing(
    published: None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_site(folder)
    publish(make_article("second"))
    renames = []
    monkeypatch.setattr(Path, "rename", lambda *names: renames.append(names))
    export_site(folder)
    assert renames == []  # one exchange, which no reader can come between
    assert title_in(folder)


def test_a_file_system_without_links_keeps_the_times(
    published: None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_site(folder)
    before = {name: moment for name, (_number, moment) in marks(folder).items()}

    def refuse(*_names: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(tree.os, "link", refuse)
    export_site(folder)
    assert {name: moment for name, (_number, moment) in marks(folder).items()} == before


class TestTheCommand:
    @pytest.fixture
    def empty_site(self, tmp_path: Path) -> Site:
        return make_site(tmp_path)

    def test_says_what_it_did(self, published: None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("export_site", folder)
        call_command("export_site", folder)
        first, second = capsys.readouterr().out.splitlines()
        assert "files written, 0 unchanged, 0 removed" in first
        assert ": generation " in second
        assert "; 0 files written, " in second

    def test_ends_with_one_line_where_it_may_not_write(self, empty_site: Site, tmp_path: Path) -> None:
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine/thesis.txt").write_text("mine")
        done = empty_site.manage("export_site", tmp_path / "mine")
        assert done.returncode == 1
        [line] = done.stderr.splitlines()
        assert line.startswith(f"{tmp_path}/mine: expected a folder for the mirror alone")
        assert line.endswith("; found a folder with other files")

    def test_wants_a_folder(self, empty_site: Site) -> None:
        assert empty_site.manage("export_site").returncode == 2
