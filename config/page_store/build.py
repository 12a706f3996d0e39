"""The build: what pages are made with. Another build makes other pages, though nothing in the database has changed."""

import hashlib
import logging
import shutil
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

SOURCES = ("articles/**/*.py", "authors/**/*.py", "config/**/*.py", "templates/**/*", "locale/**/*.mo", "*.lock")
NAME_LENGTH = 16


def build():
    """Return a name (str) for the code, templates, messages, static files and settings that pages are made with."""
    digest = hashlib.sha256(repr([settings.SITE_URL, settings.LANGUAGES, settings.WEBSUB_HUB]).encode())
    found = {path for pattern in SOURCES for path in settings.BASE_DIR.glob(pattern) if path.is_file()}
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"  # where the names with hashes are
    for path in sorted([*found, *([manifest] if manifest.exists() else [])]):
        digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:NAME_LENGTH]


def folder_of_build(folder):
    """Return the folder for this build's pages below one (a Path); those of other builds are removed."""
    mine = folder / build()
    try:
        others = [] if mine.exists() else [one for one in folder.iterdir() if len(one.name) == NAME_LENGTH]
    except FileNotFoundError:
        others = []
    except OSError as error:  # costs room and speed, and nothing else
        logger.warning("page store: %s: %s", folder, error)
        others = []
    for other in others:
        shutil.rmtree(other, ignore_errors=True)
    return mine
