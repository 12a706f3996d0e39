"""Making a page: the site is asked by a request of the store's own (PEP 3333)."""

from contextlib import closing
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings

from config.page_store.address import path_and_query

PORTS = {"http": 80, "https": 443}
WANTED = "diptych.wanted"  # in a request's environment: the token under which a replica has to stand to be asked


def rendered(app, key, token=""):
    """Return (status, headers, body) of a page, asked for by a request that nothing of a visitor's is in.

    ``token`` is that of the generation under which the page will be kept, if it is.
    """
    path, query = path_and_query(key)
    site = urlsplit(settings.SITE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or PORTS[site.scheme]),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": site.netloc,
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        WANTED: token,
    }
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer["status"], answer["headers"] = status, headers

    with closing(app(environ, start_response)) as parts:
        body = b"".join(parts)
    return answer["status"], answer["headers"], body


def is_public(headers):
    """Say whether an answer (a list of headers) may be handed to anybody."""
    said = {name.lower(): value for name, value in headers}
    return "public" in said.get("cache-control", "") and "set-cookie" not in said
