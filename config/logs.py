"""What the log leaves out."""

import logging
import re

# An address that lets in whoever knows it, up to where it must have ended: what follows may be the token too.
SECRET = re.compile(r"/(preview|signoff)/[^\"'\n]*", re.IGNORECASE)


class Brief(logging.Filter):
    """Lets everything through without its traceback."""

    def filter(self, record):
        record.exc_info = None
        return True


class Discreet(logging.Formatter):
    """Writes no token of a personal or shared link, wherever in a message or traceback its address stands."""

    def format(self, record):
        return SECRET.sub(r"/\1/…/", super().format(record))
