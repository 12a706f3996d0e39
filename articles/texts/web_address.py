"""Addresses on the web: what may stand behind a link."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

LONGEST = 500  # characters

# RFC 3986 §2: what no address holds unescaped. The backslash is here because browsers read it as a slash.
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f<>\"\\^`{|}]")
_LABEL = r"[^\W_](?:[^\W_]|-){0,62}(?<!-)"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?:[^\W\d_]{{2,63}}|xn--[a-z0-9]{{1,59}})\.?|localhost")


def is_web_address(text):
    """Say whether a text is an absolute http(s) address with a host, free of user names, spaces and controls."""
    if len(text) > LONGEST or _UNSAFE.search(text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises ValueError when it is no port number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "@" not in parts.netloc and _is_host(parts.hostname or "")


def _is_host(host):
    if _DOMAIN.fullmatch(host):
        return True
    try:
        return bool(ip_address(host))
    except ValueError:
        return False
