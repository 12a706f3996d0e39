"""Who may do what: a permission held for the whole site, or by a role in one article or one language."""

from modeltranslation.translator import translator

from articles.models import Article, Assignment
from articles.press.snapshot import field_names
from authors.languages import codes, column

CHANGE, TRANSLATE, SEE = "change_article", "translate_article", "view_article"
KEPT = {"slug"}  # translated, and yet not the translator's: addresses lead to one text for ever


def may(user, permission, article=None, language=""):
    """Say whether a user may do something (a permission of the app, like ``release_article``) to an article.

    Without an article: to every article of the site. A role assigned for one language grants nothing in another, except
    that it lets its holder see; a question without a language is one about all of them.
    """
    if not _at_desk(user):
        return False
    if permission != TRANSLATE and user.has_perm(f"articles.{permission}"):
        return True
    held = Assignment.objects.of(user).over(article).granting(permission)
    return user.is_superuser or (held if _sees(permission) else held.in_language(language)).exists()


def may_somewhere(user, permission):
    """Say whether a user may do something to any article at all, in any language."""
    return may(user, permission) or (_at_desk(user) and Assignment.objects.of(user).granting(permission).exists())


def may_write(user, article, language):
    """Say whether a user may write an article's text in a language: as a writer, or as its translator."""
    return may(user, CHANGE, article) or may(user, TRANSLATE, article, language)


def languages_written_by(user, article):
    """Return the languages (codes) that a user may write in an article."""
    if may(user, CHANGE, article):
        return codes()
    return [code for code in codes() if may(user, TRANSLATE, article, code)]


def columns_written_by(user, article):
    """Return the names (set) of the manuscript's columns that a user may write.

    A writer writes all of them; a translator the texts of their languages, but not the slug. Topics and bylines are
    the writer's.
    """
    if may(user, CHANGE, article):
        return set(field_names())
    translated = set(translator.get_options_for_model(Article).all_fields) - KEPT
    return {column(field, code) for code in languages_written_by(user, article) for field in translated}


def seen_by(user, articles):
    """Return those of a queryset of articles that a user may see at the desk."""
    if may(user, SEE) or may(user, CHANGE):
        return articles
    if not _at_desk(user):
        return articles.none()
    return articles.filter(pk__in=Assignment.objects.of(user).granting(SEE).values("article"))


def editions_seen_by(user, editions):
    """Return those of a queryset of editions that a user may see at the desk: some are still to come."""
    if may(user, "view_edition"):
        return editions
    if not _at_desk(user):
        return editions.none()
    return editions.filter(article__in=Assignment.objects.of(user).granting("view_edition").values("article"))


def _at_desk(user):
    return user.is_active and user.is_staff


def _sees(permission):
    return permission.startswith("view_")
