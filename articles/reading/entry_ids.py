"""Names for feeds and their entries that outlive titles, slugs and corrections (RFC 4151, tag URIs)."""

from django.conf import settings


def entry_id(edition):
    """Return the id of a text in a language: it stays through corrections, moves and new titles."""
    return tag(f"{edition.language}/articles/{edition.key}")


def tag(rest):
    """Return a tag URI under this site's name."""
    # The host and the year the scheme began; both must never change again, whatever the site's address becomes.
    host = settings.SITE_URL.partition("://")[2].partition(":")[0]
    return f"tag:{host},2026:{rest}"
