"""What happens around every request."""

import logging

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.decorators import sync_only_middleware
from django.utils.translation import get_language_from_request

from config.errors import database_is_away, is_away, language_of, method_not_allowed
from config.page_store import STORE
from config.routing import PRIMARY, source

logger = logging.getLogger(__name__)

DESK = "/admin/"
TAKING_FORMS = (DESK, "/signoff/")  # where the addresses begin that anything can be sent to
SECRET = ("/preview/", "/signoff/")  # where the addresses begin that let in whoever knows them
UNTOLD = ("no-referrer", "same-origin")  # the second where forms are sent: the first would hide even our own origin
READING = ("GET", "HEAD")
# Readers' pages may be kept by caches for five minutes, and shown for a day while a new one is fetched.
PUBLIC = "public, max-age=0, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800"
# 304 says of a page what its 200 said (RFC 9110 §15.4.5). A cache that might not keep the note of a withdrawal would
# keep the text it has, and show it again as soon as the site is away.
STORABLE = (200, 301, 304, 410)
# Names of addresses.
WITHOUT_DATABASE = ("livez", "readyz", "media", "choose_language", "set_language", "desk_catalogue")
POWERLESS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


@sync_only_middleware
def language_from_path(get_response):
    """Readers' language comes from the path alone; the desk asks its cookie and the browser."""

    def middleware(request):
        at_desk = request.path_info.startswith(DESK)
        language = get_language_from_request(request) if at_desk else language_of(request.path_info)
        with translation.override(language or settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()
            response = get_response(request)
            if language:
                response.headers.setdefault("Content-Language", language)
        if at_desk:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return middleware


@sync_only_middleware
def secret_addresses(get_response):
    """Let no cache keep what stands at a secret address, no search engine list it, no other site be told of it.

    Also for what a page's own view never sees: redirections and refusals.
    """

    def middleware(request):
        response = get_response(request)
        if request.path_info.startswith(SECRET):
            if "no-store" not in response.get("Cache-Control", ""):
                response["Cache-Control"] = "no-store"
            del response["ETag"]
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
            if response.get("Referrer-Policy") not in UNTOLD:
                response["Referrer-Policy"] = UNTOLD[0]
        return response

    return middleware


@sync_only_middleware
def public_headers(get_response):
    """Say what may be stored, and what a page may never do."""

    def middleware(request):
        response = get_response(request)
        if not request.path_info.startswith(DESK):
            _forget_cookies(response)
        response.headers.setdefault("Permissions-Policy", POWERLESS)
        if "Cache-Control" not in response:
            storable = request.method in READING and response.status_code in STORABLE
            public = storable and not request.path_info.startswith(DESK)
            response["Cache-Control"] = PUBLIC if public else "no-store"
        return response

    return middleware


def _forget_cookies(response):
    # Django answers a malformed session or form cookie with a new one; a reader's page has no business with either.
    response.cookies.clear()
    varies = [name for name in response.get("Vary", "").split(", ") if name not in ("", "Cookie")]
    del response["Vary"]
    if varies:
        response["Vary"] = ", ".join(varies)


@sync_only_middleware
def only_read(get_response):
    """Refuse whatever is no reading where nothing can be sent, before a form's cookie is asked for."""

    def middleware(request):
        if request.method in READING or request.path_info.startswith(TAKING_FORMS):
            return get_response(request)
        return method_not_allowed(request, READING)

    return middleware


@sync_only_middleware
def database_away(get_response):
    """Answer 503, in the reader's language, while the database cannot be reached or written.

    Once it has been away for a while, at once: whoever waited for it would keep a thread from everybody else.
    """

    def middleware(request):
        return get_response(request)

    def process_view(request, view, *arguments):
        without = request.resolver_match.url_name in WITHOUT_DATABASE or source() != PRIMARY
        if without or STORE not in request.environ:
            return None
        return database_is_away(request) if request.environ[STORE].watch.is_lost() else None

    def process_exception(request, exception):
        if is_away(exception):
            if not (STORE in request.environ and request.environ[STORE].watch.away):  # else it has been told
                logger.error("the database is away: %s", exception, extra={"event": "database-away"})
            return database_is_away(request)
        return None

    middleware.process_view = process_view
    middleware.process_exception = process_exception
    return middleware
