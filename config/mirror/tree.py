"""The files of a mirror that is being built; what is the same as in the one before is not written again."""

import errno
import os
import shutil

SUFFIXES = {"": "", "gzip": ".gz", "br": ".br"}
NO_LINKS = (errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV)


class Tree:
    """A folder (Path) that grows, and the one it is compared with; ``written``, ``kept`` and ``removed`` are counts."""

    def __init__(self, folder, before):
        self.folder, self.before = folder, before
        self.written = self.kept = 0
        self._folders = set()

    def __contains__(self, name):
        return (self.folder / name).exists()

    def put(self, name, bodies):
        """Write a file in every encoding there is: ``bodies`` maps "", "gzip" and "br" to bytes."""
        for encoding, body in bodies.items():
            self._put(f"{name}{SUFFIXES[encoding]}", body)

    def _put(self, name, body):
        place, before = self.folder / name, self.before / name
        if place.parent not in self._folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(place.parent)
        if _has(before, body):
            _link(before, place)
            self.kept += 1
        else:
            place.write_bytes(body)
            self.written += 1

    def removed(self):
        """Return how many files of the one before are in this one no more."""
        names = (os.path.join(folder, name) for folder, _folders, found in os.walk(self.before) for name in found)
        return sum(os.path.relpath(name, self.before) not in self for name in names)


def _has(place, body):
    try:
        return place.stat().st_size == len(body) and place.read_bytes() == body
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _link(before, place):
    try:
        os.link(before, place)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        shutil.copy2(before, place)  # a file system without links; the times at least are the same
