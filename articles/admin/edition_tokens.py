"""Tokens of editions: a form that does something to an edition names it, and is refused if it is not that any more."""

from articles.models import Edition


def edition_token(edition):
    """Return the token of one edition of an article: its language and its number."""
    return f"{edition.language}.{edition.number}"


def editions_named(article, tokens):
    """Return the editions of an article that these tokens name; None when one of them, or all, name none."""
    known = {edition_token(edition): edition for edition in Edition.objects.of_articles(article.pk)}
    return [known[name] for name in tokens] if tokens and set(tokens) <= set(known) else None
