"""Reading the environment: every variable is checked where it is read, and a refusal says how to set it."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import dj_email_url
from django.core.exceptions import ImproperlyConfigured

CONTACT = re.compile(r"mailto:[^@\s]+@[^@\s]+|https://[^\s/]+\S*|tel:\+?[0-9][0-9().-]*")
KEY_LENGTH = 50  # what `manage.py check --deploy` asks of a secret key


def refuse(name, expected, found):
    """Stop the start, naming the variable, what was expected and what was found."""
    raise ImproperlyConfigured(f"{name}: expected {expected}; found {found}")


def text(name, default=""):
    """Return the variable without surrounding white space; a line break or the like within it is refused."""
    value = os.environ.get(name, default).strip()
    if not value.isprintable():
        place = next(place for place, character in enumerate(value, 1) if not character.isprintable())
        refuse(name, "characters that can be printed", f"one that cannot, at place {place}")
    return value


def flag(name, default=False):
    """Return a yes/no variable as a bool."""
    value = text(name).lower()
    if value in ("", "0", "1", "false", "true", "no", "yes", "off", "on"):
        return default if value == "" else value in ("1", "true", "yes", "on")
    return refuse(name, "1 or 0", repr(value))


def choice(name, choices):
    """Return a variable that is one of some words; the first of them when it is empty."""
    value = text(name).lower() or choices[0]
    if value not in choices:
        refuse(name, " or ".join(choices), repr(value))
    return value


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


def mail(url):
    """Return the mail settings a URL stands for. Raises ValueError when they would not be enough."""
    found = dj_email_url.parse(url)
    if "EMAIL_BACKEND" not in found:
        raise ValueError("unknown scheme")
    if found["EMAIL_BACKEND"].endswith("smtp.EmailBackend"):
        # The library would take this machine for a host that is not named.
        if not urlsplit(url).hostname:
            raise ValueError("no host")
        if not found["EMAIL_PORT"]:
            raise ValueError("no port")
    return found


def parsed(name, parse, default, how):
    """Return a URL-like variable parsed by a library, its complaint turned into a refusal."""
    value = text(name) or default
    try:
        return parse(value)
    except Exception as error:  # each library has complaints of its own; all of them mean a malformed value
        return refuse(name, how, f"a malformed value ({type(error).__name__}: {error})")


def folder(name, default):
    """Return a variable that names a folder as a Path; the folder need not exist yet."""
    value = text(name)
    path = Path(value or default)
    if not path.is_absolute() or path.resolve() == Path("/") or (path.exists() and not path.is_dir()):
        refuse(name, "the absolute path of a folder of its own", repr(value))
    return path


def secure_address(name):
    """Return a variable that is an https address, or an empty string."""
    value = text(name)
    try:
        parts = urlsplit(value)
        whole = parts.scheme == "https" and bool(parts.hostname) and not parts.fragment and " " not in value
    except ValueError:  # what stands in brackets is no IPv6 address
        whole = False
    if value and not whole:
        refuse(name, "an https:// address", repr(value))
    return value


def contact(name):
    """Return an address to write to, as a URI (RFC 9116 §2.5.3), or an empty string."""
    value = text(name)
    if value and not CONTACT.fullmatch(value):
        refuse(name, "a mailto:, https: or tel: address", repr(value))
    return value
