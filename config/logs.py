"""What the log leaves out, and how its lines are written."""

import json
import logging
import re
from datetime import UTC, datetime

# An address that lets in whoever knows it, up to where it must have ended: what follows may be the token too.
SECRET = re.compile(r"/(preview|signoff)/[^\"'\n]*", re.IGNORECASE)
UNAVAILABLE = 503


class Brief(logging.Filter):
    """Lets everything through without its traceback."""

    def filter(self, record):
        record.exc_info = None
        return True


class Told(logging.Filter):
    """Lets no 503 through: that the database is away is told once, and not with every request."""

    def filter(self, record):
        return getattr(record, "status_code", None) != UNAVAILABLE


class Discreet(logging.Formatter):
    """Writes no token of a personal or shared link, wherever in a message or traceback its address stands."""

    def format(self, record):
        return _discreet(super().format(record))


class Lines(logging.Formatter):
    """Writes a JSON object a line (RFC 8259), discreet too: ``time`` (RFC 3339), ``level``, ``logger``, ``message``.

    ``event`` names what other programs may wait for; ``status`` is an answer's; ``traceback`` is there after an error.
    """

    def format(self, record):
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": getattr(record, "event", None),
            "status": getattr(record, "status_code", None),
            "message": _discreet(record.getMessage()),
            "traceback": _discreet(self.formatException(record.exc_info)) if record.exc_info else None,
        }
        return json.dumps({name: value for name, value in said.items() if value is not None}, ensure_ascii=False)


def _discreet(text):
    return SECRET.sub(r"/\1/…/", text)
