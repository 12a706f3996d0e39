"""The site's pages as a mirror has them: made as the page store makes them, and named as files."""

import logging
import time
from contextlib import contextmanager
from urllib.parse import parse_qs

from articles.models.generation import Standing
from config.mirror.refusal import Refusal
from config.page_store.address import path_and_query
from config.page_store.page import made
from config.page_store.rendering import rendered


def page_at(app, address, status=200):
    """Return the Page of an address (a path, with the query of a list's later part).

    Raises Refusal when the site answers with another status than it should.
    """
    with _quiet(status):
        said, headers, body = rendered(app, address)
    if not said.startswith(f"{status} "):
        raise Refusal(address, f"status {status}", said)
    return made(said, headers, body, Standing(), time.time())


@contextmanager
def _quiet(status):
    """Keep what is meant to be missing out of the log."""
    logging.disable(logging.WARNING if status >= 400 else logging.NOTSET)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def bodies_of(html):
    """Return a page that only the mirror has (str) in every encoding."""
    return packed(html.encode(), "text/html")


def packed(body, kind):
    """Return a body (bytes) of a media type in every encoding that is worth it."""
    return made("200 OK", [("Content-Type", kind)], body, Standing(), 0.0).bodies


def file_of(address):
    """Return the name of the file for an address: ``/en/articles/?after=7`` is ``en/articles/after/7/index.html``."""
    path, query = path_and_query(address)
    if after := parse_qs(query).get("after"):
        path = f"{path}after/{after[0]}/"
    return f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
