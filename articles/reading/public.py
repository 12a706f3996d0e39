"""What is public of an article: the editions readers may know of, and those they read now."""

from articles.models.edition import Edition
from authors.languages import codes


def public_editions(article):
    """Return every edition of an article (a key) that was public by now, in one query.

    Those that are live have their texts; the others' stay in the database.
    """
    return with_texts(
        Edition.objects.published().of_articles(article).with_texts_of_the_live().select_related("outlet")
    )


def with_texts(editions):
    """Return editions (a queryset ``with_texts_of_the_live``) as a list, the live ones with their texts in place."""
    found = list(editions)
    for one in found:
        if one.live_full_html is not None:
            one.full_html, one.short_html = one.live_full_html, one.live_short_html
    return found


def live_now(public):
    """Return a dict of language → edition that readers have now, in the order of the site's languages."""
    live = {one.language: one for one in public if one.is_live()}
    return {code: live[code] for code in codes() if code in live}
