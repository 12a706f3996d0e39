"""Who may do what: a permission held for the whole site, or by a role in one article or one language."""

from articles.models import Assignment
from authors.languages import codes

CHANGE, TRANSLATE = "change_article", "translate_article"


def may(user, permission, article=None, language=""):
    """Say whether a user may do something (a permission of the app, like ``release_article``) to an article.

    Without an article: anywhere on the site. A role assigned for one language grants nothing in another; a question
    without a language is one about all of them.
    """
    if not (user.is_active and user.is_staff):
        return False
    if user.has_perm(f"articles.{permission}") and permission != TRANSLATE:
        return True
    return user.is_superuser or any(
        assignment.language in ("", language) for assignment in _assignments(user, permission, article)
    )


def may_write(user, article, language):
    """Say whether a user may write an article's text in a language: as a writer, or as its translator."""
    return may(user, CHANGE, article) or may(user, TRANSLATE, article, language)


def languages_written_by(user, article):
    """Return the languages (codes) that a user may write in an article."""
    return [code for code in codes() if may_write(user, article, code)]


def _assignments(user, permission, article):
    held = Assignment.objects.over(user, article)
    return held.filter(role__permissions__codename=permission, role__permissions__content_type__app_label="articles")
