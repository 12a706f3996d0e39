"""Assigning roles: nobody gives what they do not hold."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models.desk_roles import TRANSLATOR
from articles.press.roles import CHANGE, TRANSLATE


def may_give(user, role):
    """Say whether a user holds, for the whole site, all that a role (a Group) grants.

    Whoever may change every article may translate it, too.
    """
    wanted = {f"{app}.{codename}" for app, codename in _permissions(role)}
    if user.has_perm(f"articles.{CHANGE}"):
        wanted.discard(f"articles.{TRANSLATE}")
    return user.is_superuser or wanted <= user.get_all_permissions()


def refuse_assignment(assignment, *, by):
    """Raise ValidationError, by field, if a user may not assign this, or if it makes no sense.

    Codes: ``superuser`` (their rights are not for others to change), ``role`` (more than ``by`` holds), ``language``
    (only a translator's role is one for a language).
    """
    problems = {}
    if assignment.user.is_superuser and not by.is_superuser:
        problems["user"] = ValidationError(_("This person administers the site and needs no role."), code="superuser")
    if not may_give(by, assignment.role):
        problems["role"] = ValidationError(_("You cannot give a role that you do not have yourself."), code="role")
    if assignment.language and assignment.role.name != TRANSLATOR:
        problems["language"] = ValidationError(
            _("Expected no language, since only a translator works in one; found “%(language)s”."),
            code="language",
            params={"language": assignment.get_language_display()},
        )
    if problems:
        raise ValidationError(problems)


def _permissions(role):
    return role.permissions.values_list("content_type__app_label", "codename")
