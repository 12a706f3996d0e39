"""A reader who follows every link of a site: its pages, feeds, sitemaps and files.

python -m tests.config.mirror.crawler MIRROR SITE [SITE_URL]      compares two that are being served
"""

import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

LINK = re.compile(rb"<[^<>]*?\s(?:href|src|action|content)=\"([^\"]+)\"")
LOADED = re.compile(rb"url\(\s*[\"']?([^\"')]+)")
LOCATION = re.compile(rb"(?:<loc>|<id>|<uri>|\"(?:url|id|home_page_url|feed_url)\": \")(https?://[^<\"]+)")
SEARCH = re.compile(r"/[a-z]+/search/.*")
OWN = {"/", "/admin/"}  # a mirror's own pages, and what it does not have


def links_of(address: str, body: bytes, home: str) -> set[str]:
    """The addresses (path and query) of the site that a body leads to; ``home`` is what the site calls itself."""
    found = [unescape(one.decode()) for one in LINK.findall(body) + LOADED.findall(body)]
    looks = [one for one in found if one.startswith(("/", "?", "#", ".", home)) or address.endswith(".css")]
    looks += [one.decode() for one in LOCATION.findall(body)]
    whole = (urlsplit(urldefrag(urljoin(home + address, one)).url) for one in looks)
    ours = urlsplit(home).netloc
    paths = (one._replace(scheme="", netloc="").geturl() for one in whole if one.netloc == ours)
    return {path or "/" for path in paths}


def crawl(get: Callable[[str], tuple[int, bytes]], home: str) -> dict[str, tuple[int, bytes]]:
    """What every address answers that can be reached from the front door and from what robots are told."""
    seen: dict[str, tuple[int, bytes]] = {}
    waiting = ["/", "/sitemap.xml", "/robots.txt"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen[address] = status, body = get(address)
        if status == 200 and not address.endswith((".png", ".woff2", ".svg", ".js")):
            waiting += links_of(address, body, home) - seen.keys()
    return seen


def over_http(base: str, **headers: str) -> Callable[[str], tuple[int, bytes]]:
    """Asks a server that is running."""

    def get(address: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(urllib.request.Request(base + address, headers=headers), timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    return get


def faults(mirror: dict[str, tuple[int, bytes]], site: Callable[[str], tuple[int, bytes]]) -> list[str]:
    """Which links of a mirror lead nowhere, and which of its pages differ from the site's."""
    wrong = [f"{address}: {status}" for address, (status, _body) in mirror.items() if status != 200]
    return wrong + [
        f"{address}: differs from the site's"
        for address, answer in mirror.items()
        if address not in OWN and not SEARCH.fullmatch(address) and answer[0] == 200 and answer != site(address)
    ]


if __name__ == "__main__":
    served, original = sys.argv[1:3]
    met = crawl(over_http(served), sys.argv[3] if len(sys.argv) > 3 else original)
    found = faults(met, over_http(original))
    print(f"{len(met)} addresses, {len(found)} faults", *found, sep="\n")
    sys.exit(bool(found))
