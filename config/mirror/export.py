"""The whole mirror: everything public under one generation, then put in place of the mirror before."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from articles.models.generation import standing
from config.mirror.place import Place
from config.mirror.refusal import Refusal
from config.mirror.writing import write

ROUNDS = 5  # attempts: of a site that changes more often than it can be written down that is said


class Moved(Exception):
    """The site has changed while it was being written down."""


@dataclass(frozen=True)
class Done:
    """What an export has come to: its generation, and numbers of files."""

    generation: int
    written: int
    kept: int
    removed: int


def export_site(folder, *, index_with=None, progress=lambda items: items):
    """Write a mirror of the site into a folder (Path), in place of the one before. Returns Done.

    ``index_with`` is the command (a list) that runs Pagefind, for a mirror that can be searched; ``progress`` is given
    the list of addresses, and yields them. Raises Refusal when no mirror can lie there, or when an address of the site
    does not answer as it should; OSError when the disk refuses. The mirror before stays whole.
    """
    if settings.DEBUG:  # whose pages for what is not there tell the settings
        raise Refusal("DEBUG", "off, as on the site that is mirrored", "on")
    with Place(folder).alone() as place:
        try:
            for _round in range(ROUNDS):
                try:
                    done = _written(place.begin(), index_with, progress)
                except Moved:
                    continue
                place.swap()
                return done
            raise Refusal("the site", "the same generation at the end as at the beginning", f"{ROUNDS} times another")
        finally:
            place.give_up()


def _written(tree, index_with, progress):
    began = standing(timezone.now())

    def look():
        now = timezone.now()
        reached = began.next_moment is not None and began.next_moment <= now
        if reached or standing(now).token != began.token:
            raise Moved

    try:
        write(tree, index_with, progress, look)
    except Refusal:
        look()  # an address may have gone since
        raise
    look()
    return Done(began.number, tree.written, tree.kept, tree.removed())
