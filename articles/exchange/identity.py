"""Which article a document belongs to."""

from pathlib import Path

from articles.exchange.problems import problem
from articles.models import Article
from authors.languages import codes, others
from authors.slugs import make_slug


def find_article(document, place):
    """Return (article, certain): the article of a document, a new one if there is none yet.

    A ``slug`` or ``translation_of`` in the front matter makes it certain; without them the file's name, less its
    language, is the article's key: ``charap-timofeev.en.txt`` and ``charap-timofeev.ru.txt`` are one article.
    Raises DocumentRefused when ``translation_of`` names nothing.
    """
    matter, language = document.front_matter, document.language
    if original := matter.get("translation_of"):
        found = Article.objects.filter(key=original).first() or _with_slug(original, others(language))
        if found is None:
            expected, missing = "translation_of: the slug of an article", f"“{original}”, which no article has"
            raise problem(place, expected, missing, "translation_of")
        return found, True
    slug = matter.get("slug") or matter.get(f"slug.{language}")
    if slug:
        found = _with_slug(slug, [language]) or Article.objects.filter(key=slug).first()
        # A pair may share one slug: the other language's article is meant while it has no text in this one.
        twin = _with_slug(slug, others(language))
        found = found or (twin if twin and not twin.has_text(language) else None)
        return found or Article(key=_free_key(slug), original_language=language), True
    key = key_of(place.file)
    found = Article.objects.filter(key=key).first() if key else None
    return found or Article(key=key, original_language=language), False


def key_of(filename):
    """Return the key a file's name gives: ``texts/charap-timofeev.en.txt`` → ``charap-timofeev``."""
    stem = Path(filename).name.partition(".")[0] if _language_suffix(filename) else Path(filename).stem
    return make_slug(stem)


def _language_suffix(filename):
    suffixes = [suffix.strip(".") for suffix in Path(filename).suffixes]
    return any(suffix in codes() for suffix in suffixes)


def _with_slug(slug, languages):
    queries = (Article.objects.with_slug(slug, code).first() for code in languages)
    return next(filter(None, queries), None)


def _free_key(slug):
    return "" if Article.objects.filter(key=slug).exists() else slug
