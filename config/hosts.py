"""The hosts the site answers to: SITE_URL and ALLOWED_HOSTS."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.http.request import validate_host

from config.environment import refuse, text

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")  # RFC 1123 §2.1
LONGEST = 253  # characters of a whole name that DNS can carry


def is_host(name):
    """Return whether a lower-case name is a DNS name or an IP address, IPv6 without its brackets."""
    labels = name.split(".")
    if ":" in name or labels[-1].isdigit():  # browsers read a name that ends in a number as an address, so must we
        try:
            ip_address(name)
        except ValueError:
            return False
        return "%" not in name  # an address that is only good on one link of one machine
    return len(name) <= LONGEST and all(LABEL.fullmatch(label) for label in labels)


def site_url(debug):
    """Return SITE_URL split into its parts: the one address under which readers reach the site."""
    value = text("SITE_URL", "http://localhost:8000" if debug else "")
    how = "the public address, like https://example.org"
    if not value:
        refuse("SITE_URL", how, "nothing")
    try:
        parts = urlsplit(value.lower())
        port = parts.port
    except ValueError as error:
        refuse("SITE_URL", how, f"{value!r} ({error})")
    host = parts.hostname or ""
    plain = f"{parts.scheme}://{_bracketed(host)}{f':{port}' if port else ''}"
    # Whatever else an address can hold, a user, a path, a query or a fragment, makes it differ from its plain form.
    if parts.scheme not in ("http", "https") or not is_host(host) or value.lower().removesuffix("/") != plain:
        refuse("SITE_URL", how, f"{value!r}{_in_ascii(host)}")
    if parts.scheme == "http" and not debug and host not in LOOPBACK:
        refuse("SITE_URL", "an https:// address (http:// only on this machine itself)", repr(value))
    return urlsplit(plain)


def allowed_hosts(debug, site):
    """Return ALLOWED_HOSTS as a list; the site's own host when the variable is empty.

    As in Django, `.example.org` stands for the name and everything below it, and IPv6 is written in brackets.
    """
    own = _bracketed(site.hostname)
    hosts = [host.strip().lower() for host in text("ALLOWED_HOSTS").split(",") if host.strip()] or [own]
    how = "host names separated by commas"
    for host in hosts:
        if host == "*" and not debug:
            refuse("ALLOWED_HOSTS", how, "'*', which lets anyone name the site")
        bare = host[1:-1] if re.fullmatch(r"\[.*:.*\]", host) else host.removeprefix(".")
        if host != "*" and not (is_host(bare) and host in (_bracketed(bare), f".{bare}")):
            refuse("ALLOWED_HOSTS", how, f"{host!r}{_in_ascii(bare)}")
    if not validate_host(own, hosts):
        refuse("ALLOWED_HOSTS", f"the host of SITE_URL, {own}, among the others", repr(",".join(hosts)))
    return hosts


def _bracketed(host):
    return f"[{host}]" if ":" in host else host


def _in_ascii(host):
    """Return how a name in other letters is written in DNS, to be added to a refusal; nothing if it cannot be."""
    try:
        ascii_name = host.encode("idna").decode()
    except UnicodeError:
        return ""
    return f" (write the host as {ascii_name})" if ascii_name != host and is_host(ascii_name) else ""
