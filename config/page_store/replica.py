"""The replica: readers' pages are made from it while it stands as the primary does, and while the primary is away."""

import logging

from django.db import DatabaseError, InterfaceError, transaction
from django.utils import timezone
from django.utils.decorators import sync_only_middleware

from articles.models.generation import Standing, standing, token
from config.errors import is_away
from config.page_store.address import is_readers
from config.page_store.rendering import WANTED
from config.page_store.watch import Watch
from config.routing import PRIMARY, REPLICA, reading_from

logger = logging.getLogger(__name__)

AWAY = 503


class Watches:
    """A watch of the primary, and one of its replica, whose word counts while the primary is away.

    ``standing`` and ``away`` are as in Watch. ``behind`` is how a replica stands that lacks the last of what is known,
    but no withdrawal: while the primary is away, it is better than nothing.
    """

    def __init__(self, known=None, primary=None, replica=None):
        self.primary = primary or Watch(known)
        self.replica = replica or Watch(look=lambda: standing(timezone.now(), REPLICA), name="replica")
        self.standing, self.away, self.behind = self.primary.standing, False, None

    def refresh(self):
        """Look at the primary as Watch does; at the replica if there is no answer."""
        self.primary.refresh()
        if not self.primary.away:
            self.standing, self.away, self.behind = self.primary.standing, False, None
            return
        self.replica.refresh()
        known = max(self.standing, self.primary.standing, key=_number)
        found = Standing() if self.replica.away else self.replica.standing
        if found.token and found.number >= known.number:
            self.standing, self.away, self.behind = found, False, None
        else:
            behind = found if found.token and found.number >= known.floor else None
            self.standing, self.away, self.behind = known, True, behind

    def keep_up(self, clock):
        """As of Watch, with whichever of them counts."""
        (self.replica if self.primary.away else self.primary).keep_up(clock)
        self.refresh()

    def is_lost(self, alias=PRIMARY):
        """As of Watch, of either database."""
        return (self.replica if alias == REPLICA else self.primary).is_lost()


class ForReplica:
    """A WSGI application (PEP 3333) around the site: it says of readers' requests how the replica has to stand."""

    def __init__(self, app, watch):
        self.app, self.watch = app, watch

    def __call__(self, environ, start_response):
        if is_readers(environ):
            environ = environ | {WANTED: self._wanted(environ)}
        return self.app(environ, start_response)

    def _wanted(self, environ):
        """Return the token: of a page that will be kept its own, else the newest; none when the replica is away."""
        self.watch.refresh()
        self.watch.replica.refresh()  # in a thread of its own: a replica that hangs would hold up this one
        if self.watch.replica.away:
            return ""
        return environ.get(WANTED) or (self.watch.behind or self.watch.standing).token


@sync_only_middleware
def from_replica(get_response):
    """Read what a request asks for from the replica if that stands as is wanted, else from the primary.

    One transaction sees one state: the token that is read first and what the page says belong together, whatever is
    replayed meanwhile and however many replicas stand behind the address.
    """

    def middleware(request):
        wanted = request.environ.get(WANTED)
        return (_read(request, wanted) if wanted else None) or get_response(request)

    def _read(request, wanted):
        try:
            with transaction.atomic(using=REPLICA), reading_from(REPLICA):
                response = get_response(request) if token(REPLICA) == wanted else None
        except (DatabaseError, InterfaceError) as error:
            if not is_away(error):
                raise
            logger.warning("the replica is away: %s", error)
            return None
        return None if response is None or response.status_code == AWAY else response

    return middleware


def _number(standing):
    return standing.number
