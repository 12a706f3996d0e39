"""What pages load: the static files and pictures they name, and those that these name in turn."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.utils._os import safe_join

from config.mirror.refusal import Refusal

# In tags alone: a text may well speak of an address.
NAMED = re.compile(
    rf"<[^<>]*\s(?:href|src)=\"(?:{re.escape(settings.SITE_URL)})?"
    rf"((?:{re.escape(settings.STATIC_URL)}|{re.escape(settings.MEDIA_URL)})[^\"?#]+)".encode()
)
LOADED = {
    ".css": re.compile(r"url\(\s*[\"']?([^\"')]+)"),
    ".js": re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([./][^"']+)["']"""),
}
VARIANTS = {"gzip": ".gz", "br": ".br"}


def said_of_static_files():
    """Return a dict of the headers by which static files differ from pages: what names have a hash is kept for good."""
    hashed = isinstance(staticfiles_storage, ManifestFilesMixin)
    lasting = {"Cache-Control": "public, max-age=315360000, immutable"} if hashed else {}
    return lasting | {"Content-Security-Policy": settings.STATIC_POLICY}


class Assets:
    """Collects the addresses (paths) of static files and pictures that pages name."""

    def __init__(self):
        self.found = set()

    def look_at(self, body):
        """Note what a page (bytes of HTML) names."""
        self.found.update(match.decode() for match in NAMED.findall(body))

    def files(self):
        """Yield (path, bodies) of each file. Raises Refusal where there is none."""
        waiting, done = sorted(self.found), set()
        while waiting:
            address = waiting.pop()
            if address in done:
                continue
            done.add(address)
            bodies = _bodies(address)
            yield address, bodies
            if pattern := LOADED.get(Path(address).suffix):
                named = (urljoin(address, name) for name in pattern.findall(bodies[""].decode()))
                waiting += [urlsplit(name).path for name in named if name.startswith(settings.STATIC_URL)]


def _bodies(address):
    static = address.startswith(settings.STATIC_URL)
    name = unquote(address.removeprefix(settings.STATIC_URL if static else settings.MEDIA_URL))
    place = _place(settings.STATIC_ROOT if static else settings.MEDIA_ROOT, name)
    if static and not place.is_file() and (source := finders.find(name)):
        place = Path(source)
    if not place.is_file():
        how = "a static file (`manage.py collectstatic` puts them there)" if static else "a picture"
        raise Refusal(place, f"{how}, which a page names", "none")
    bodies = {"": place.read_bytes()}
    packed = {encoding: place.with_name(place.name + suffix) for encoding, suffix in VARIANTS.items()}
    return bodies | {encoding: one.read_bytes() for encoding, one in packed.items() if one.is_file()}


def _place(root, name):
    try:
        return Path(safe_join(root, name))
    except SuspiciousFileOperation as error:
        raise Refusal(name, "a name below its folder, in an address of a page", "one outside") from error
