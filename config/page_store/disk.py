"""The disk tier: pages that outlive a restart, and that the workers of one machine share."""

import fcntl
import hashlib
import json
import logging
import os
from dataclasses import asdict
from datetime import datetime

from articles.models.generation import Standing
from config.page_store.page import from_bytes

logger = logging.getLogger(__name__)

TRIAL = 256 * 1024  # bytes


class Disk:
    """A folder of pages, each written beside its place and moved there, so that nobody reads half of one.

    A disk that is full, read-only or broken costs speed and nothing else. ``trouble`` says what is wrong with it (str,
    empty when nothing is); its beginning and its end are logged.
    """

    def __init__(self, folder):
        self.folder, self.trouble = folder, ""

    def get(self, key):
        """Return the Page kept under a name, or None; a damaged one is thrown away."""
        place = self._place(key)
        try:
            return from_bytes(place.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            self._in_trouble(error)
        except ValueError as error:
            self._throw_away(place, error)
        return None

    def put(self, key, page):
        """Keep a Page, unless one of a newer generation is there."""
        place = self._place(key)

        def keep():
            there = self.get(key)
            if there is None or there.number <= page.number:
                _write(place, page.to_bytes())

        self._try(place.parent, keep)

    def remember(self, standing):
        """Keep how things stood, for a worker that starts while the database is away."""
        kept = asdict(standing) | {"next_moment": standing.next_moment and standing.next_moment.isoformat()}

        def keep():
            if self.remembered().number <= standing.number or self.remembered().token != standing.token:
                _write(self.folder / "standing.json", json.dumps(kept).encode())

        self._try(self.folder, keep)

    def remembered(self):
        """Return the Standing that was kept last."""
        try:
            kept = json.loads((self.folder / "standing.json").read_bytes())
            moment = kept["next_moment"] and datetime.fromisoformat(kept["next_moment"])
            return Standing(**kept | {"next_moment": moment})
        except (OSError, ValueError, KeyError, TypeError):
            return Standing()

    def look_again(self):
        """See whether the trouble is over: whether a page, a long one, could be written now."""
        self._try(self.folder, lambda: _write(self.folder / "trial", bytes(TRIAL)))

    def _place(self, key):
        name = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:]

    def _try(self, folder, write):
        """Call what writes to a folder, alone among all workers of the machine; let be what cannot be done."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with open(folder / ".lock", "ab") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                write()
        except OSError as error:
            self._in_trouble(error)
        else:
            if self.trouble:
                logger.warning("page store: the disk is well again", extra={"event": "disk-well"})
            self.trouble = ""

    def _in_trouble(self, error):
        if not self.trouble:
            logger.warning("page store: the disk: %s", error, extra={"event": "disk-trouble"})
        self.trouble = error.strerror or str(error)

    def _throw_away(self, place, error):
        try:
            place.unlink(missing_ok=True)
        except OSError as refusal:
            self._in_trouble(refusal)
        else:
            logger.warning("page store: %s was damaged: %s", place, error, extra={"event": "page-damaged"})


def _write(place, data):
    beside = place.with_name(f"{place.name}.new")  # whoever holds the lock is alone with it
    try:
        beside.write_bytes(data)
        os.replace(beside, place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
