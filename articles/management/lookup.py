"""Finding what a command's argument names."""

from django.core.management.base import CommandError

from articles.models import Article
from authors.characters import forbidden
from authors.languages import codes


def article_of(name, language=None):
    """Return the article with this key, or with this slug in a language (default: any).

    Raises CommandError when there is none, or when two languages' slugs name two articles.
    """
    if forbidden(name):  # bytes that are no text: no database could be asked for them
        raise CommandError(f"{name!a}: expected the slug or key of one article; found characters that none has")
    slugs = [Article.objects.with_slug(name, code) for code in ([language] if language else codes())]
    found = {article.pk: article for query in [Article.objects.filter(key=name), *slugs] for article in query}
    if len(found) != 1:
        how_many = f"{len(found)} articles" if found else "no article"
        raise CommandError(f"{name}: expected the slug or key of one article; found {how_many}")
    return found.popitem()[1]
