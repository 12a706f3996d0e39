"""What a mirror consists of, written file by file."""

from urllib.parse import unquote

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from articles.reading.addresses import moved_addresses, public_addresses, withdrawn_addresses
from authors.languages import codes
from config.mirror import rules, search_index
from config.mirror.assets import Assets, said_of_static_files
from config.mirror.own_pages import front_door, instead_of_search, moves
from config.mirror.pages import file_of, packed, page_at

OFTEN = 200  # pages after which to look whether what has been made is still right


def write(tree, index_with, progress, look):
    """Write all of the site into a Tree; ``look`` is asked now and then, and raises what ends it."""
    writing = Writing(tree)
    addresses, moved, withdrawn = (list(ask()) for ask in (public_addresses, moved_addresses, withdrawn_addresses))
    for number, address in enumerate(progress(addresses), start=1):
        writing.put(address)
        if number % OFTEN == 0:
            look()
    for address, _whole in withdrawn:
        writing.put(address, 410)
    for language in codes():
        writing.put(f"/{language}/404", 404, f"{language}/404.html")
    writing.put("/404", 404, "404.html")
    if index_with:
        writing.put_index(index_with)
    for name, bodies in _own_pages(moved, addresses, search_index.SCRIPT if index_with else ""):
        writing.assets.look_at(bodies[""])
        tree.put(name, bodies)
    for address, bodies in writing.assets.files():
        tree.put(unquote(address).lstrip("/"), bodies)  # a host decodes what it is asked for
    writing.put_rules(moved, withdrawn, bool(index_with))


def _own_pages(moved, addresses, index):
    yield front_door()
    yield from moves(moved, addresses)
    for language in codes():
        yield from instead_of_search(language, index)


class Writing:
    """A Tree that grows by addresses of the site, and what is learnt of their pages on the way."""

    def __init__(self, tree):
        self.tree, self.assets = tree, Assets()
        self._app, self._types, self._said = get_wsgi_application(), {}, []

    def put(self, address, status=200, name=None):
        """Write the page of an address, which has to answer with a status."""
        page = page_at(self._app, address, status)
        kind = dict(page.headers)["Content-Type"]
        if kind.startswith("text/html"):
            self.assets.look_at(page.bodies[""])
            self._said = page.headers if status == 200 else self._said
        else:
            self._types.setdefault(_ending(address), kind)
        self.tree.put(name or file_of(address), page.bodies)

    def put_index(self, command):
        for name, body in search_index.index_of(self.tree.folder, command):
            self.tree.put(name, packed(body, "text/javascript" if name.endswith(".js") else ""))

    def put_rules(self, moved, withdrawn, indexed):
        said, special = rules.headers_of(self._said), {settings.STATIC_URL: said_of_static_files()}
        if indexed:
            powerful = {rules.POLICY: said[rules.POLICY].replace("script-src", f"script-src {search_index.POWER}")}
            special |= {f"/{code}/search/": powerful for code in codes()}
            special[f"/{search_index.FOLDER}/"] = powerful  # a worker has the policy that it came with
        for name, text in {
            "_redirects": rules.redirects(moved, withdrawn),
            "_headers": rules.headers(said, special, self._types),
            "_nginx.conf": rules.nginx(moved, withdrawn, said, special, self._types),
        }.items():
            self.tree.put(name, {"": text.encode()})


def _ending(address):
    folder, _slash, name = address.rpartition("/")
    return f"/*/{name}" if folder else address
