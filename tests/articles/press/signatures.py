"""An article with two authors, and what its readers and its authors do with it, for tests about sign-offs."""

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Article, SignOff
from articles.models.signoff import Decision, How
from articles.press.content import content
from articles.press.signing import sign
from articles.press.versions import writing
from authors.models import Author
from tests.factories import make_article, make_author, make_user


def pair(**fields) -> tuple[Article, Author, Author]:
    """An article by Anna, who reads letters in English, and Boris, who reads them in Russian."""
    anna = make_author(
        "anna-smirnova",
        given_name_ru="Анна",
        family_name_ru="Смирнова",
        email="anna@example.org",
        letters_language="en",
    )
    boris = make_author(
        "boris-petrov", given_name_ru="Борис", family_name_ru="Петров", email="boris@example.org", letters_language="ru"
    )
    return make_article(authors=[anna, boris], **fields), anna, boris


def digest_of(article: Article, language: str) -> str:
    found = Article.objects.with_bylines().get(pk=article.pk)
    return content(found, language, found.modified_at.date()).digest


def approve(article: Article, author: Author, language: str, **said) -> SignOff:
    with transaction.atomic():
        return sign(
            article,
            author,
            language,
            **{"digest": digest_of(article, language), "decision": Decision.APPROVED, "how": How.ACCOUNT} | said,
        )


def rewrite(article: Article, language: str, text: str, *, minor: bool = False, by: User | None = None) -> None:
    """Saves another full text in a language, as the desk does."""
    article.refresh_from_db()
    with writing(article, by=by, minor=[language] if minor else []):
        setattr(article, f"full_text_{language}", text)
        article.save()


def asker(username: str = "masha", **fields) -> User:
    """Somebody at the desk who may ask for sign-offs."""
    return make_user(username, "signoff_article", "view_article", **{"email": "masha@example.org"} | fields)
