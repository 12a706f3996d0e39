"""Roles assigned at the desk, for everything there that asks Django for permissions (an authentication backend)."""

from django.contrib.auth.backends import BaseBackend

from articles.models import Assignment
from articles.press.roles import TRANSLATE

APPS = ("articles", "authors")  # whatever else somebody adds to the group of a role, an assignment does not grant it
COMMON = {f"authors.view_{model}" for model in ("author", "organization", "affiliation")} | {"articles.view_topic"}


class AssignedRoles(BaseBackend):
    """Grants what a role grants that is assigned for the whole site and every language.

    One for a single language lets its holder see; one for a single article lets them see the people and topics that
    can be named in it. All else is a question about an article: ``articles.press.roles.may``. Translating always is.
    """

    def get_group_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_assigned_permissions"):  # for as long as Django keeps its own: one request
            user_obj._assigned_permissions = set(_granted(user_obj))
        return user_obj._assigned_permissions

    def has_module_perms(self, user_obj, app_label):
        return any(name.startswith(f"{app_label}.") for name in self.get_all_permissions(user_obj))


def _granted(user):
    for article, language, app, codename in Assignment.objects.of(user).permissions():
        name = f"{app}.{codename}"
        everywhere = article is None and (not language or codename.startswith("view_"))
        if app in APPS and codename != TRANSLATE and (everywhere or name in COMMON):
            yield name
