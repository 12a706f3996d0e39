"""Reading the environment: every variable is checked where it is read, and a refusal says how to set it."""

import os
from urllib.parse import urlsplit

import dj_email_url
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
KEY_LENGTH = 50  # what `manage.py check --deploy` asks of a secret key


def refuse(name, expected, found):
    """Stop the start, naming the variable, what was expected and what was found."""
    raise ImproperlyConfigured(f"{name}: expected {expected}; found {found}")


def text(name, default=""):
    """Return the variable without surrounding white space."""
    return os.environ.get(name, default).strip()


def flag(name, default=False):
    """Return a yes/no variable as a bool."""
    value = text(name).lower()
    if value in ("", "0", "1", "false", "true", "no", "yes", "off", "on"):
        return default if value == "" else value in ("1", "true", "yes", "on")
    return refuse(name, "1 or 0", repr(value))


def secret_key(debug):
    """Return SECRET_KEY; only a debugging site may do without."""
    value = text("SECRET_KEY")
    how = (
        f"at least {KEY_LENGTH} random characters, for example from "
        "`python -c 'import secrets; print(secrets.token_urlsafe(50))'`"
    )
    if debug:
        return value or "insecure: only for debugging on one's own machine"
    if not value:
        refuse("SECRET_KEY", how, "nothing")
    if len(value) < KEY_LENGTH or len(set(value)) < 5 or value.startswith("django-insecure"):
        refuse("SECRET_KEY", how, f"a weak value of {len(value)} characters")
    return value


def site_url(debug):
    """Return SITE_URL split into its parts: the one address under which readers reach the site."""
    value = text("SITE_URL", "http://localhost:8000" if debug else "")
    how = "the public address, like https://example.org"
    if not value:
        refuse("SITE_URL", how, "nothing")
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  (reading it is what checks it)
    except ValueError as error:
        refuse("SITE_URL", how, f"{value!r} ({error})")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/") or parts.query:
        refuse("SITE_URL", how, repr(value))
    if parts.scheme == "http" and not debug and parts.hostname not in LOOPBACK:
        refuse("SITE_URL", "an https:// address (http:// only on this machine itself)", repr(value))
    return parts


def allowed_hosts(debug, site):
    """Return ALLOWED_HOSTS as a list; the site's own host when the variable is empty."""
    hosts = [host.strip() for host in text("ALLOWED_HOSTS").split(",") if host.strip()] or [site.hostname]
    if "*" in hosts and not debug:
        refuse("ALLOWED_HOSTS", "host names separated by commas", "'*', which lets anyone name the site")
    for host in hosts:
        if "/" in host or " " in host:
            refuse("ALLOWED_HOSTS", "host names separated by commas", repr(host))
    return hosts


def mail(url):
    """Return the mail settings a URL stands for. Raises ValueError when its scheme is none of the library's."""
    found = dj_email_url.parse(url)
    if "EMAIL_BACKEND" not in found:
        raise ValueError("unknown scheme")
    return found


def parsed(name, parse, default, how):
    """Return a URL-like variable parsed by a library, its complaint turned into a refusal."""
    value = text(name) or default
    try:
        return parse(value)
    except Exception as error:  # each library has complaints of its own; all of them mean a malformed value
        return refuse(name, how, f"a malformed value ({type(error).__name__}: {error})")
