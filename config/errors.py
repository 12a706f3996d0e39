"""Error pages: in the language of the address, or in every language where the address names none."""

import sys

from django.db import DatabaseError, InterfaceError, InternalError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import override

from authors.languages import codes
from config import kept_pages

# InternalError is how PostgreSQL refuses to write while it is read-only.
AWAY = (OperationalError, InterfaceError, InternalError)


def is_away(exception):
    """Return whether an exception says that the database cannot be reached, read or written."""
    # SQLite has no class of its own for a file that is damaged or no database. What Django itself raises as a plain
    # DatabaseError ("Forced update did not affect any rows") is caused by no driver.
    damaged = type(exception) is DatabaseError and exception.__cause__ is not None
    return damaged or isinstance(exception, AWAY)


def language_of(path):
    """Return the language a path begins with, or None."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in codes() else None


def bad_request(request, exception=None):
    return _page(
        request, 400, lambda: (_("This request cannot be understood"), _("Something in the address is malformed."))
    )


def forbidden(request, exception=None):
    return _page(
        request,
        403,
        lambda: (_("This is not open to you"), _("Your account lacks the permission. Ask a publisher of this site.")),
    )


def forbidden_form(request, reason=""):
    return kept_pages.instead_of_refusal(request) or _page(
        request,
        403,
        lambda: (
            _("The form has expired"),
            _("Nothing was saved. Go back, where your text still is, copy it, reload the page and save again."),
        ),
    )


def not_found(request, exception=None):
    return _page(
        request,
        404,
        lambda: (
            _("There is nothing at this address"),
            _("It may be mistyped, or the text has been moved. The archive lists everything published here."),
        ),
    )


def method_not_allowed(request, allowed):
    response = _page(
        request,
        405,
        lambda: (
            _("Nothing can be sent to this address"),
            _("It can only be read, and nothing was saved. Open it by its address or by a link."),
        ),
    )
    response["Allow"] = ", ".join(allowed)
    return response


def server_error(request):
    # Called while the exception is handled: middleware that lost the database ends here, not in `database_away`.
    if is_away(sys.exception()):
        return database_is_away(request)
    return _page(
        request,
        500,
        lambda: (_("Something broke on our side"), _("It has been noted in the log. Please try again in a while.")),
    )


def database_is_away(request):
    response = _page(
        request,
        503,
        lambda: (
            _("The site cannot reach its database just now"),
            _("Nothing was saved and nothing is lost. Please try again in a minute."),
        ),
    )
    response["Retry-After"] = "60"
    return response


def _page(request, status, words):
    """Answer with a page made without database, session or user, so that it can always be made."""
    language = language_of(request.path_info)
    messages = []
    for code in [language] if language else codes():
        with override(code):
            title, text = words()
            messages.append({"language": code, "title": title, "text": text})
    html = render_to_string("error.html", {"messages": messages, "status": status, "language": messages[0]["language"]})
    response = HttpResponse(html, status=status)
    response["Content-Language"] = ", ".join(message["language"] for message in messages)
    add_never_cache_headers(response)
    return response
