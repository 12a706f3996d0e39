"""What is public of an article: the editions readers may know of, and those they read now."""

from articles.models.edition_public import public_at
from authors.languages import codes


def found_at(language, slug, at):
    """Return (the edition that is live in a language under a slug, all public ones of its article), in one query.

    (None, []) where there is none at that moment (aware datetime).
    """
    public = public_at(language, slug, at)
    live = [one for one in public if (one.language, one.slug) == (language, slug) and one.is_live(at)]
    return (live[0], public) if live else (None, [])


def live_now(public, at=None):
    """Return a dict of language → edition that readers have at a moment (aware; default now), in the site's order."""
    live = {one.language: one for one in public if one.is_live(at)}
    return {code: live[code] for code in codes() if code in live}
