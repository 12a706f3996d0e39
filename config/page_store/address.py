"""Which requests can be answered from the store, and under which name their page is kept."""

import re
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from authors.languages import codes

READING = ("GET", "HEAD")
# (path, host) that are ours: asked at every request, and found ten times as fast as by the expression.
KNOWN = set()
MOST, LONGEST = 4096, 400  # pairs, and characters of a path or host: what is remembered of strangers is bounded
_LANGUAGE = f"/(?:{'|'.join(codes())})/"
# Search has as many pages as there are questions: none is kept. Nor is what Django would answer under any number of
# addresses: with a redirection where the last slash is missing, or with the same page for 1, 01 and 001.
PUBLIC = re.compile(
    rf"{_LANGUAGE}(?!search/)(?!.*/0)(?:[A-Za-z0-9/._~-]*/)?(?:[A-Za-z0-9_~-]+\.[a-z]+)?"
    r"|/sitemap(?:-[1-9][0-9]{0,5})?\.xml|/robots\.txt|/\.well-known/security\.txt"
)
READERS = re.compile(rf"{_LANGUAGE}|/sitemap")
_LISTS = r"articles/(?:[0-9]{4}/|[A-Za-z0-9._~-]+/editions/)?|(?:topics|authors|organizations)/(?:[A-Za-z0-9._~-]+/)?"
PAGED = re.compile(rf"{_LANGUAGE}(?:{_LISTS})?")
NUMBERED = re.compile(r"/editions/[0-9]")
CURSOR = re.compile(r"[A-Za-z0-9.:_-]{1,100}")


def key_of(environ, by_https):
    """Return the name (str) under which the page of a WSGI request is kept; None when it is none of the store's.

    A parameter that no page knows is left out: it makes no page of its own. ``by_https`` says whether what comes
    otherwise is to be led there first.
    """
    path, host = asked = environ["PATH_INFO"], environ.get("HTTP_HOST", "")
    if asked not in KNOWN and not _is_ours(path, host):
        return None
    if by_https and environ.get("HTTP_X_FORWARDED_PROTO", environ["wsgi.url_scheme"]) != "https":
        return None
    query = environ.get("QUERY_STRING")
    return path if not query else _with_cursor(path, query)


def _is_ours(path, host):
    """Say whether readers may ask a host of the site for a path, and remember where they may."""
    if len(path) > LONGEST or len(host) > LONGEST or not PUBLIC.fullmatch(path):
        return False
    if not validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS):
        return False
    if len(KNOWN) >= MOST:
        KNOWN.clear()
    KNOWN.add((path, host))
    return True


def is_readers(environ):
    """Say whether a WSGI request is one to the reading room, whether or not its answer is kept."""
    return environ["REQUEST_METHOD"] in READING and bool(READERS.match(environ["PATH_INFO"]))


def _with_cursor(path, query):
    if not PAGED.fullmatch(path):
        return path
    after = [value for name, value in parse_qsl(query[:4000], keep_blank_values=True) if name == "after"]
    if not after or after[-1] == "":
        return path
    # Django takes the last of several. What is no cursor is for Django to refuse.
    return f"{path}?{urlencode({'after': after[-1]})}" if CURSOR.fullmatch(after[-1]) else None


def outlives_a_restart(key):
    """Say whether a page is kept on the disk: not a list's later part, of which there is one for every moment."""
    return "?" not in key


def can_be_kept(key, status):
    """Say whether an answer with a status line may be kept: nobody shall make entries by making up addresses.

    What has moved (301) or is withdrawn (410) says so under every number that an edition of it might have.
    """
    return status.startswith("200") or (status.startswith(("301", "410")) and not NUMBERED.search(key))


def path_and_query(key):
    """Return the path and the query string that a page's name stands for."""
    path, _question, query = key.partition("?")
    return path, query
