"""Tokens: what a page was opened on. Nobody changes, by a form, something else than the form showed."""

from articles.models import Edition


def token(article):
    """Return the token of an article as it stands: its primary key and the number of its version."""
    return f"{article.pk}.{article.version}"


def edition_token(edition):
    """Return the token of one edition of an article: its language and its number."""
    return f"{edition.language}.{edition.number}"


def editions_named(article, tokens):
    """Return the editions of an article that these tokens name; None when one of them, or all, name none."""
    known = {edition_token(edition): edition for edition in Edition.objects.of_articles(article.pk)}
    return [known[name] for name in tokens] if tokens and set(tokens) <= set(known) else None
