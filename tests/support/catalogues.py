"""The message catalogues: where they are, and compiling them without GNU gettext.

python -m tests.support.catalogues        compiles all; exit status 1 if one of them is faulty
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]


def paths() -> list[Path]:
    return sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """The catalogue at `path`; raises `PoFileError` where it is not well-formed."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


def compile_stale() -> None:
    """Compiles each catalogue that is newer than its compiled form."""
    for path in paths():
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(path))


def faults() -> list[str]:
    """Where placeholders of a translation differ from those of its message, as `FILE:LINE: what is wrong`."""
    return [
        f"{path.relative_to(ROOT)}:{message.lineno}: {error}"
        for path in paths()
        for message, errors in read(path).check()
        for error in errors
    ]


if __name__ == "__main__":
    compile_stale()
    sys.exit("\n".join(faults()) or 0)
