"""The door of a running site: a test leaves when those who are inside have left, and lets nobody in after it."""

import threading
from collections.abc import Callable, Iterable


class Door:
    """A WSGI application (PEP 3333) around another.

    A page that is still open goes on calling the site when its test is over. Emptying the database then meets requests
    that have begun to read it, and PostgreSQL ends one of the two as a deadlock.
    """

    def __init__(self, app: Callable) -> None:
        self.app, self.open, self.inside = app, True, 0
        self.changed = threading.Condition()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        with self.changed:
            if not self.open:
                start_response("204 No Content", [])
                return []
            self.inside += 1
        try:
            response = self.app(environ, start_response)
            try:
                return list(response)
            finally:
                response.close()
        finally:
            with self.changed:
                self.inside -= 1
                self.changed.notify_all()

    def shut(self) -> None:
        """Let nobody in any more, and wait until everybody has left."""
        with self.changed:
            self.open = False
            assert self.changed.wait_for(lambda: self.inside == 0, timeout=30)
