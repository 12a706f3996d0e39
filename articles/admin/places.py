"""Places: the address at which a matter is dealt with, down to the paragraph."""

from django.urls import reverse

from articles.press.matters import CHANGES, SCHEDULED, UNSIGNED

SIGNOFFS = "signoffs"  # the panel of sign-offs on the page of an article


def place(item, *, releases=True):
    """Return the address for an Item. Whoever may not release (``releases``) is not sent to the release dialog.

    A paragraph is addressed as ``#full_text_ru-p3``, a text as ``#full_text_ru`` (static/desk/places.js).
    """
    if item.matter == SCHEDULED and releases:
        return reverse("admin:articles_article_release", args=[item.article.pk])
    form = reverse("admin:articles_article_change", args=[item.article.pk])
    if item.matter in (UNSIGNED, CHANGES):
        return f"{form}#{SIGNOFFS}"
    paragraph = f"-p{item.paragraph}" if item.paragraph else ""
    return f"{form}#{item.variant}_text_{item.language}{paragraph}"
