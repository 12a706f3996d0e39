"""What is public of an article: the editions readers may know of, and those they read now."""

from articles.models.edition import Edition
from authors.languages import codes


def found_at(language, slug):
    """Return (the edition that is live in a language under a slug, all public ones of its article), in one query.

    (None, []) where there is none. Those that are live have their texts; the others' stay in the database.
    """
    public = _with_texts(Edition.objects.published().of_the_article_at(language, slug))
    live = [one for one in public if (one.language, one.slug) == (language, slug) and one.is_live()]
    return (live[0], public) if live else (None, [])


def public_editions(article):
    """Return every edition of an article (a key) that was public by now, as ``found_at`` does, in one query."""
    return _with_texts(Edition.objects.published().of_articles(article))


def _with_texts(editions):
    found = list(editions.with_texts_of_the_live().with_outlet())
    for one in found:
        if one.live_full_html is not None:
            one.full_html, one.short_html = one.live_full_html, one.live_short_html
    return found


def live_now(public):
    """Return a dict of language → edition that readers have now, in the order of the site's languages."""
    live = {one.language: one for one in public if one.is_live()}
    return {code: live[code] for code in codes() if code in live}
