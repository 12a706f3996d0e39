"""The whole mirror: everything public under one generation, then put in place of the mirror before."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from articles.models.generation import standing
from articles.reading.addresses import moved_addresses, public_addresses, withdrawn_addresses
from authors.languages import codes
from config.mirror import rules
from config.mirror.assets import Assets, said_of_static_files
from config.mirror.own_pages import front_door, instead_of_search, moves
from config.mirror.pages import file_of, page_at
from config.mirror.place import Place
from config.mirror.refusal import Refusal
from config.mirror.tree import Tree

ROUNDS = 5  # attempts: a site that changes more often than it can be written down is told so
OFTEN = 200  # pages after which to look whether what has been made is still right

logger = logging.getLogger(__name__)


class Moved(Exception):
    """The site has changed while it was being written down."""


@dataclass(frozen=True)
class Done:
    """What an export has come to: its generation, and numbers of files."""

    generation: int
    written: int
    kept: int
    removed: int


def export_site(folder, *, progress=lambda items: items):
    """Write a mirror of the site into a folder (Path), in place of the one before. Returns Done.

    ``progress`` is given the list of addresses, and yields them. Raises Refusal when no mirror can lie there, or when
    an address of the site does not answer as it should; OSError when the disk refuses. The mirror before stays whole.
    """
    with Place(folder).alone() as place:
        try:
            for _round in range(ROUNDS):
                try:
                    done = _written(Tree(place.begin(), place.folder), progress)
                except Moved:
                    continue
                place.swap()
                return done
            raise Refusal("the site", "the same generation at the end as at the beginning", f"{ROUNDS} times another")
        finally:
            place.give_up()


def _written(tree, progress):
    began = standing(timezone.now())
    try:
        _write_pages(tree, progress, began)
    except Refusal:  # an address may have gone since
        _look_again(began)
        raise
    _look_again(began)
    return Done(began.number, tree.written, tree.kept, tree.removed())


def _look_again(began):
    now = timezone.now()
    reached = began.next_moment is not None and began.next_moment <= now
    if reached or standing(now).token != began.token:
        raise Moved


def _write_pages(tree, progress, began):
    app, assets, types = get_wsgi_application(), Assets(), {}
    addresses, moved, withdrawn = (list(ask()) for ask in (public_addresses, moved_addresses, withdrawn_addresses))

    def put(address, status=200, name=None):
        page = page_at(app, address, status)
        kind = dict(page.headers)["Content-Type"]
        if kind.startswith("text/html"):
            assets.look_at(page.bodies[""])
        else:
            types.setdefault(_ending(address), kind)
        tree.put(name or file_of(address), page.bodies)
        return page

    for number, address in enumerate(progress(addresses), start=1):
        put(address)
        if number % OFTEN == 0:
            _look_again(began)
    for address, _whole in withdrawn:
        put(address, 410)
    for language in codes():
        put(f"/{language}/404", 404, f"{language}/404.html")
    put("/404", 404, "404.html")
    front = page_at(app, f"/{codes()[0]}/")
    for name, bodies in _own_pages(moved, addresses):
        assets.look_at(bodies[""])
        tree.put(name, bodies)
    for address, bodies in assets.files():
        tree.put(address.lstrip("/"), bodies)
    _write_rules(tree, moved, withdrawn, front.headers, types)


def _own_pages(moved, addresses):
    yield front_door()
    yield from moves(moved, addresses)
    for language in codes():
        yield from instead_of_search(language)


def _ending(address):
    folder, _slash, name = address.rpartition("/")
    return f"/*/{name}" if folder else address


def _write_rules(tree, moved, withdrawn, said, types):
    said, special = rules.headers_of(said), {settings.STATIC_URL: said_of_static_files()}
    for name, text in {
        "_redirects": rules.redirects(moved, withdrawn),
        "_headers": rules.headers(said, special, types),
        "_nginx.conf": rules.nginx(moved, withdrawn, said, special, types),
    }.items():
        tree.put(name, {"": text.encode()})
