"""Where a mirror lies: made beside its folder, and put in place of it in one step."""

import ctypes
import errno
import fcntl
import os
import shutil
from contextlib import contextmanager

from config.mirror.refusal import Refusal
from config.mirror.tree import Tree

MARK = ".diptych-mirror"  # by which we know a folder that we may replace
MARKED = b"A mirror written by `manage.py export_site`, which replaces this folder as a whole.\n"
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of Linux: fcntl.h, stdio.h
UNKNOWN_THERE = (errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP)


class Place:
    """A folder (Path) for a mirror; ``building`` is where the next one is made, in the same file system.

    Raises Refusal for the root of all files.
    """

    def __init__(self, folder):
        self.folder = folder.resolve()
        if not self.folder.name:
            raise Refusal(folder, "a folder for the mirror alone", "the root of all files")
        self.building = self.folder.with_name(f".{self.folder.name}.new")
        self._before = self.folder.with_name(f".{self.folder.name}.old")
        self._lock = self.folder.with_name(f".{self.folder.name}.lock")

    @contextmanager
    def alone(self):
        """Keep every other export out. Raises Refusal while there is one, or where no mirror may lie."""
        self._refuse_others()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with open(self._lock, "ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Refusal(self.folder, "one export at a time", "another one under way") from error
            if self._before.exists() and not self.folder.exists():  # stopped between two renames
                self._before.rename(self.folder)
            yield self
            _remove(self._before)

    def begin(self):
        """Return a Tree to build a mirror in; what an export that was stopped had left there is removed."""
        self._refuse(self.building, "the place beside the mirror, where it is built, to be free")
        _remove(self.building)
        self.building.mkdir()
        tree = Tree(self.building, self.folder)
        tree.put(MARK, {"": MARKED})  # first of all, so that it is ours whatever comes
        if self.folder.exists():
            shutil.copymode(self.folder, self.building)
        return tree

    def give_up(self):
        """Remove what has been built, as far as that can be done."""
        if (self.building / MARK).is_file():
            shutil.rmtree(self.building, ignore_errors=True)

    def swap(self):
        """Put what has been built in place of the mirror; readers have the one or the other."""
        self._refuse_others()  # minutes have passed
        os.sync()  # what is moved into place has to be there after a loss of power
        try:
            if not self.folder.exists() or not any(self.folder.iterdir()):
                self.building.rename(self.folder)
            elif not _exchange(self.building, self.folder):
                self._rename_both()
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise Refusal(self.folder, "a folder that can be replaced", "the root of a file system") from error
            raise
        _remove(self.building)

    def _rename_both(self):
        self.folder.rename(self._before)
        try:
            self.building.rename(self.folder)
        except OSError:
            self._before.rename(self.folder)
            raise

    def _refuse_others(self):
        self._refuse(self.folder, "a folder for the mirror alone: a new one, an empty one, or a mirror")
        self._refuse(self._before, "the place beside the mirror, where the one before is put, to be free")

    def _refuse(self, folder, expected):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise Refusal(folder, expected, "a file")
        if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
            raise Refusal(folder, expected, "a folder with other files")


def _remove(folder):
    if folder.exists():
        shutil.rmtree(folder)


def _exchange(one, other):
    """Exchange two folders in one step (renameat2(2)); say whether this system can."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # another system than Linux
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNKNOWN_THERE:
        return False
    raise OSError(number, os.strerror(number), str(other))
