"""Links that still lead somewhere when a text is read away from its page, in a feed reader."""

import re
from html import escape, unescape
from urllib.parse import urljoin

_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)')


def with_absolute_links(html, address):
    """Return clean HTML (articles/texts/html.py) whose links are resolved against a page's address (RFC 3986 §5)."""
    return _LINK.sub(lambda link: link[1] + escape(urljoin(address, unescape(link[2]))), html)
