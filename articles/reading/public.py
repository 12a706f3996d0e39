"""What is public of an article: the editions readers may know of, and those they read now."""

from articles.models.edition import Edition
from authors.languages import codes


def found_at(language, slug, at):
    """Return (the edition that is live in a language under a slug, all public ones of its article), in one query.

    (None, []) where there is none at that moment (aware datetime). Those that are live have their texts; the others'
    stay in the database.
    """
    public = _with_texts(Edition.objects.published(at).of_the_article_at(language, slug, at), at)
    live = [one for one in public if (one.language, one.slug) == (language, slug) and one.is_live(at)]
    return (live[0], public) if live else (None, [])


def public_editions(article):
    """Return every edition of an article (a key) that was public by now, as ``found_at`` does, in one query."""
    return _with_texts(Edition.objects.published().of_articles(article))


def _with_texts(editions, at=None):
    found = list(editions.with_texts_of_the_live(at=at).with_outlet())
    for one in found:
        if one.live_full_html is not None:
            one.full_html, one.short_html = one.live_full_html, one.live_short_html
    return found


def live_now(public, at=None):
    """Return a dict of language → edition that readers have at a moment (aware; default now), in the site's order."""
    live = {one.language: one for one in public if one.is_live(at)}
    return {code: live[code] for code in codes() if code in live}
