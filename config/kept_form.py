"""A form that reached the desk without a session: kept word for word until it can be sent again."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

PREFIX = "kept:"  # before the names of the kept fields, beside those of the log-in
ADDRESS, FILE = "kept_address", "kept_file"
NOT_TEXT = ("admin:login", "admin:logout", "admin:password_change", "set_language")


@dataclass(frozen=True)
class KeptForm:
    """``address`` is the path and query it was sent to, ``fields`` a list of (name, value): what has several values
    stands there several times, in order. ``files`` names those that came with it: a page cannot hold their content.
    """

    address: str
    fields: list
    files: list

    @property
    def texts(self):
        """Return the values that somebody may want to read before they are sent."""
        return [value for _name, value in self.fields if " " in value]


def kept_form(request):
    """Return the KeptForm of what a request sent or carries on from a page of ours, None if there is none to keep.

    A script's call is none: it keeps its own text, and could do nothing with a page.
    """
    if request.method != "POST" or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        return None
    if request.path == reverse("admin:login"):
        return _carried(request.POST) if ADDRESS in request.POST else None
    if request.path in map(reverse, NOT_TEXT) or not _at_desk(request.path):
        return None
    return KeptForm(request.get_full_path(), _fields(request.POST), [file.name for file in _files(request)])


def without_kept(sent):
    """Return what a log-in page sent (QueryDict) without the form it carries on."""
    rest = sent.copy()
    for name in sent:
        if name.startswith(PREFIX) or name in (ADDRESS, FILE):
            del rest[name]
    return rest


def _carried(sent):
    address = sent[ADDRESS]
    ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None) and _at_desk(address)
    fields = [
        (name.removeprefix(PREFIX), value) for name in sent if name.startswith(PREFIX) for value in sent.getlist(name)
    ]
    return KeptForm(address if ours else reverse("admin:index"), fields, sent.getlist(FILE))


def _fields(sent):
    # The token is of the past; and a password, unlike a text, is written into no page.
    names = [name for name in sent if name != "csrfmiddlewaretoken" and "password" not in name]
    return [(name, value) for name in names for value in sent.getlist(name)]


def _files(request):
    return [file for name in request.FILES for file in request.FILES.getlist(name)]


def _at_desk(path):
    return path.startswith(reverse("admin:index"))
