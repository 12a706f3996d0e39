"""A mirror that is written, served as files, and compared with the site."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.core.wsgi import get_wsgi_application

from articles.models import Edition
from authors.models import Author
from config.page_store.application import PageStore
from tests.config.page_store.conftest import Closing, Visitor
from tests.factories import make_article, make_author, make_organization, make_topic, publish


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the mirror is to lie; nothing is there yet."""
    return tmp_path / "public" / "mirror"


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """The address of a server that hands out the files of the mirror, and knows no rules."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def visitor(tmp_path: Path, transactional_db: None) -> Visitor:
    """A visitor of the site itself, behind its page store."""
    return Visitor(PageStore(get_wsgi_application(), tmp_path / "pages", 10_000_000, Closing()))


@pytest.fixture
def site(visitor: Visitor, settings) -> Callable[[str], tuple[int, bytes]]:
    """What the site answers; its static files and pictures are as they lie there."""

    def get(address: str) -> tuple[int, bytes]:
        if address.startswith(settings.STATIC_URL):
            return 200, Path(finders.find(address.removeprefix(settings.STATIC_URL))).read_bytes()
        if address.startswith(settings.MEDIA_URL):
            return 200, (Path(settings.MEDIA_ROOT) / unquote(address.removeprefix(settings.MEDIA_URL))).read_bytes()
        answer = visitor.get(address)
        return answer.status, answer.body

    return get


@pytest.fixture
def published(transactional_db: None, settings) -> dict[str, Edition]:
    """Two texts in both languages, one of them corrected; an author with a portrait and a post; a topic."""
    portrait = Path(settings.MEDIA_ROOT) / "portraits/анна.png"
    portrait.parent.mkdir(parents=True, exist_ok=True)
    portrait.write_bytes(b"\x89PNG\r\n\x1a\n")
    anna = make_author(post_at=make_organization())
    Author.objects.update(portrait="portraits/анна.png")
    publish(make_article("review", authors=[anna], topics=[make_topic()]))
    treaty = make_article(authors=[anna])
    editions = publish(treaty)
    for language in ("en", "ru"):
        setattr(treaty, f"title_{language}", f"Corrected / Исправлено {language}")
    treaty.save()
    publish(treaty, change="correction")
    return editions
