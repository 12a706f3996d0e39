"""Whom a matter concerns: who is assigned to write or translate, and which authors have to answer."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from articles.models import Assignment
from articles.models.article import BOTH
from articles.models.desk_roles import TRANSLATOR, WRITER
from authors.models import Author


@dataclass(frozen=True)
class Person:
    """Somebody with an account, or an author without one. An author with an account is one person, and has one key."""

    key: str
    user: AbstractBaseUser | None = None
    author: Author | None = None

    @classmethod
    def with_account(cls, user):
        return cls(key_of(user), user=user)

    @classmethod
    def who_signs(cls, author):
        return cls(f"u{author.user_id}" if author.user_id else f"a{author.pk}", author=author)

    def name(self, language):
        if self.author:
            return self.author.name(language) or str(self.author)
        return self.user.get_full_name() or self.user.get_username()


def key_of(user):
    """Return the key of the Person with an account."""
    return f"u{user.pk}"


class AtWork:
    """Who writes and translates a number of articles: read once, asked for each."""

    def __init__(self, articles):
        self.assignments = list(Assignment.objects.at_work_on(articles))

    def on(self, article, language):
        """Return the people (tuple of Person) whose work a language of an article is.

        A translation is its translators': those of this article, else those of the site. Everything else, and what
        nobody translates, is the article's writers'.
        """
        translated = language in article.translations() or article.original_language == BOTH
        found = []
        if translated:
            found = self._with(TRANSLATOR, article.pk, language) or self._with(TRANSLATOR, None, language)
        if not found or article.original_language == BOTH:
            found = [*self._with(WRITER, article.pk, language), *found]
        return tuple(dict.fromkeys(Person.with_account(one.user) for one in found))

    def _with(self, role, article, language):
        return [
            one
            for one in self.assignments
            if one.role.name == role and one.article_id == article and one.language in ("", language)
        ]
