"""The store in front of Django: a WSGI application (PEP 3333) around another."""

import threading
import time
from math import inf

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from config.errors import database_is_away
from config.page_store import STORE
from config.page_store.accepting import matches
from config.page_store.address import READING, can_be_kept, key_of, outlives_a_restart
from config.page_store.build import folder_of_build
from config.page_store.disk import Disk
from config.page_store.memory import Memory
from config.page_store.page import OUTCOME, made
from config.page_store.rendering import is_public, rendered
from config.page_store.replica import ForReplica, Watches
from config.page_store.watch import Watch
from config.routing import REPLICA

RENDERERS = 64  # locks: pages are told apart well enough by them, and a worker has fewer threads
HIT = "hit"
LIFE = 86_400  # seconds: a page may say how long something lasts


class PageStore:
    """Answers readers' requests from memory or disk; makes a page from a request of its own when it has none."""

    def __init__(self, app, folder=None, memory=None, watch=None):
        self.disk = Disk(folder_of_build(folder or settings.PAGE_STORE_DIR))
        self.memory = Memory(settings.PAGE_STORE_MEMORY if memory is None else memory)
        self.watch = watch or (Watches if REPLICA in settings.DATABASES else Watch)(self.disk.remembered())
        self.app = ForReplica(app, self.watch) if isinstance(self.watch, Watches) else app
        self.by_https = settings.SECURE_SSL_REDIRECT  # once: Django's settings are slow to ask
        self._locks = [threading.Lock() for _ in range(RENDERERS)]
        self._remembered = None

    def __call__(self, environ, start_response):
        key = key_of(environ, self.by_https) if environ["REQUEST_METHOD"] in READING else None
        if key is None:
            environ[STORE] = self
            return self.app(environ, start_response)
        self.watch.refresh()
        page = self.memory.get(key)
        if page is not None and page.is_right(self.watch.standing, time.time()) and not self.watch.away:
            return _answer(environ, start_response, page, HIT)
        return self._found_or_made(key, environ, start_response)

    def report(self):
        """Return how the store is (a dict): the worst thing about it, the generation, and what is in memory."""
        if self.disk.trouble:  # it may be over, and nothing new need have been written since
            self.disk.look_again()
        state = "read-only" if self.disk.trouble else "up"
        number = self.watch.standing.number
        return {"state": state, "generation": number, "pages": len(self.memory), "bytes": self.memory.size}

    def _found_or_made(self, key, environ, start_response):
        if self.watch.away:
            return self._without_database(key, environ, start_response)
        self.watch.keep_up(time.time())
        with self._locks[hash(key) % RENDERERS]:
            for tier in (self.memory, self.disk):
                page = tier.get(key)
                if page is not None and page.is_right(self.watch.standing, time.time()):
                    self.memory.put(key, page)
                    return _answer(environ, start_response, page, HIT)
            status, headers, body, page = self._make(key)
        if page is not None:
            return _answer(environ, start_response, page, "miss")
        if status.startswith("503"):
            return self._without_database(key, environ, start_response)
        start_response(status, headers)
        return [body if environ["REQUEST_METHOD"] == "GET" else b""]

    def _make(self, key):
        """Return (status, headers, body) of a page, and the Page if it can be kept; it is kept then."""
        behind = self.watch.behind
        standing, began = behind or self.watch.standing, time.time()
        if self._remembered != standing and not behind:
            self.disk.remember(standing)
            self._remembered = standing
        status, headers, body = rendered(self.app, key, standing.token)
        if not (can_be_kept(key, status) and is_public(headers) and standing.token):
            return status, headers, body, None
        expires_at = standing.next_moment.timestamp() if standing.next_moment else inf
        page = made(status, headers, body, standing, began, min(expires_at, began + LIFE))
        self.memory.put(key, page)
        if outlives_a_restart(key):
            self.disk.put(key, page)
        return status, headers, body, page

    def _without_database(self, key, environ, start_response):
        """Answer with the last good page, but with none that may have been withdrawn since."""
        for tier in (self.memory, self.disk):
            page = tier.get(key)
            if page is not None and page.number >= self.watch.standing.floor:
                return _answer(environ, start_response, page, "stale")
        if self.watch.behind:
            with self._locks[hash(key) % RENDERERS]:
                page = self._make(key)[-1]
            if page is not None:
                return _answer(environ, start_response, page, "stale")
        response = database_is_away(WSGIRequest(environ))
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return [response.content if environ["REQUEST_METHOD"] == "GET" else b""]


def _answer(environ, start_response, page, outcome):
    tag, body, headers, unchanged = page.answer(environ.get("HTTP_ACCEPT_ENCODING", ""))
    status, wanted = page.status, environ.get("HTTP_IF_NONE_MATCH")
    if wanted is not None and unchanged and (wanted == tag or matches(wanted, tag)):
        status, body, headers = "304 Not Modified", b"", unchanged
    if outcome == HIT:
        start_response(status, headers[:])  # who gets a list of headers may change it (PEP 3333)
    else:
        start_response(status, [*headers[:-1], (OUTCOME, f"{outcome}; generation={page.number}")])
    return [body if environ["REQUEST_METHOD"] == "GET" else b""]
