"""The disk tier: pages that outlive a restart, and that the workers of one machine share."""

import fcntl
import hashlib
import json
import logging
import os
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

from articles.models.generation import Standing
from config.page_store.page import from_bytes

logger = logging.getLogger(__name__)


class Disk:
    """A folder of pages, each written beside its place and moved there, so that nobody reads half of one.

    A disk that is full, read-only or broken costs speed and nothing else: what went wrong is logged.
    """

    def __init__(self, folder):
        self.folder = folder

    def get(self, key):
        """Return the Page kept under a name, or None; a damaged one is thrown away."""
        place = self._place(key)
        try:
            return from_bytes(place.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            logger.warning("page store: %s: %s", place, error)
            self._forget(place)
            return None

    def put(self, key, page):
        """Keep a Page, unless one of a newer generation is there."""
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with _alone(place.parent):
                there = self.get(key)
                if there is None or there.number <= page.number:
                    _write(place, page.to_bytes())
        except OSError as error:
            logger.warning("page store: %s: %s", place, error)

    def remember(self, standing):
        """Keep how things stood, for a worker that starts while the database is away."""
        kept = asdict(standing) | {"next_moment": standing.next_moment and standing.next_moment.isoformat()}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with _alone(self.folder):
                if self.remembered().number <= standing.number or self.remembered().token != standing.token:
                    _write(self.folder / "standing.json", json.dumps(kept).encode())
        except OSError as error:
            logger.warning("page store: %s: %s", self.folder, error)

    def remembered(self):
        """Return the Standing that was kept last."""
        try:
            kept = json.loads((self.folder / "standing.json").read_bytes())
            moment = kept["next_moment"] and datetime.fromisoformat(kept["next_moment"])
            return Standing(**kept | {"next_moment": moment})
        except (OSError, ValueError, KeyError, TypeError):
            return Standing()

    def _place(self, key):
        name = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:]

    def _forget(self, place):
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("page store: %s: %s", place, error)


@contextmanager
def _alone(folder):
    """Hold the one lock of a folder, among all workers of the machine."""
    with open(folder / ".lock", "ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _write(place, data):
    beside = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        os.replace(beside, place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
