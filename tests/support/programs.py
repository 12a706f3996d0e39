"""Programs the tests need that no Python package brings: where they are, and how to get them.

python -m tests.support.programs gettext      makes sure that GNU gettext is there
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """A program by the names and places it goes by, and what to install when it is in none of them."""

    title: str
    names: tuple[str, ...]
    debian_packages: tuple[str, ...]
    homebrew: str
    places: tuple[tuple[Path, str], ...] = field(default=())  # (folder, glob pattern below it)

    def find(self) -> Path | None:
        """The program's path: from PATH first, then the newest version in its usual places."""
        for name in self.names:
            if found := shutil.which(name):
                return Path(found)
        for folder, pattern in self.places:
            if found := [path for path in folder.glob(pattern) if os.access(path, os.X_OK)]:
                return max(found, key=_version)
        return None

    def require(self) -> Path:
        """The program's path, installing it first if need be; leaves with a sentence when it cannot be had."""
        if found := self.find():
            return found
        if (apt := _apt()) is not None:
            packages = ", ".join(self.debian_packages)
            print(f"==> {self.title} is not on this machine: installing {packages} with apt-get", flush=True)
            for arguments in (["update"], ["install", "-y", "--no-install-recommends", *self.debian_packages]):
                environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
                if subprocess.run([*apt, "-q", *arguments], env=environment, stdin=subprocess.DEVNULL).returncode:
                    sys.exit(f"{self.title} is needed, and `apt-get {' '.join(arguments)}` failed (see above).")
            if found := self.find():
                return found
        sys.exit(
            f"{self.title} is needed and was not found (looked for {', '.join(self.names)}). Install it:"
            f" `apt-get install {' '.join(self.debian_packages)}` on Debian or Ubuntu,"
            f" `brew install {self.homebrew}` on macOS."
        )


def _version(path: Path) -> list[int]:
    """The numbers in a path, in order: 15 is newer than 9, which text order would deny."""
    digits = "".join(character if character.isdigit() else " " for character in str(path))
    return [int(number) for number in digits.split()]


def _apt() -> list[str] | None:
    """The command that runs apt-get with the rights it needs, without asking for a password; None if there is none."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    may_without_password = (
        shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode
    )
    return ["sudo", "-n", "apt-get"] if may_without_password else None


POSTGRESQL = Program(
    title="PostgreSQL (15 or newer)",
    names=("initdb",),
    debian_packages=("postgresql",),
    homebrew="postgresql@17",
    places=(
        (Path("/usr/lib/postgresql"), "*/bin/initdb"),
        (Path("/usr"), "pgsql-*/bin/initdb"),
        (Path("/opt/homebrew/opt"), "postgresql*/bin/initdb"),
        (Path("/usr/local/opt"), "postgresql*/bin/initdb"),
    ),
)

CHROMIUM = Program(
    title="Chromium",
    # First the one without windows: the others draw a toolbar for every page that is opened, a quarter of the time.
    names=("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    debian_packages=("chromium-headless-shell",),
    homebrew="--cask chromium",
    places=(
        (Path("/Applications"), "Google Chrome.app/Contents/MacOS/Google Chrome"),
        (Path("/Applications"), "Chromium.app/Contents/MacOS/Chromium"),
        (Path.home() / ".cache/ms-playwright", "chromium-*/chrome-linux*/chrome"),
        (Path.home() / "Library/Caches/ms-playwright", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*"),
    ),
)

GETTEXT = Program(
    title="GNU gettext",
    names=("xgettext",),
    debian_packages=("gettext",),
    homebrew="gettext",
    places=((Path("/opt/homebrew/opt/gettext/bin"), "xgettext"),),
)

PROGRAMS = {"postgresql": POSTGRESQL, "chromium": CHROMIUM, "gettext": GETTEXT}


def main(names: Iterable[str]) -> None:
    for name in names:
        PROGRAMS[name].require()


if __name__ == "__main__":
    main(sys.argv[1:])
