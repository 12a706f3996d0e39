"""Who is asking: the address that log-in throttling counts by."""

from django.conf import settings


def client_address(request):
    """Return the visitor's IP address (str).

    Behind the TLS proxy that an https site stands behind, that is the last entry of X-Forwarded-For, the one the
    proxy wrote itself; whatever a visitor sends stands before it. Without a proxy the header is anybody's to forge.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return forwarded if settings.SITE_URL.startswith("https:") and forwarded else request.META.get("REMOTE_ADDR")
