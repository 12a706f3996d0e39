"""manage.py: a site whose settings are refused runs no command at all."""

from pathlib import Path

import pytest

from tests.support.site import Site

KEYLESS = "settings: SECRET_KEY: expected at least 50 random characters, for example from "


# `version` asks for no setting of its own, and what `makemigrations` asks for first is up to chance.
@pytest.mark.parametrize("command", ["version", "makemigrations", "check", "loaddata"])
def test_every_command_names_the_setting_that_is_refused(command: str, tmp_path: Path) -> None:
    done = Site(tmp_path / "site.sqlite3").manage(command, SECRET_KEY=None)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(KEYLESS)
    assert len(done.stderr.splitlines()) == 1
