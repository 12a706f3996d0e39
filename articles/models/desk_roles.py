"""The four roles at the desk, as groups with permissions."""

from django.utils.translation import gettext_noop

_PEOPLE = ("author", "organization", "affiliation")
_SEE = {
    "articles": ("view_article", "view_byline", "view_edition", "view_topic", "view_signoff", "view_act"),
    "authors": tuple(f"view_{model}" for model in _PEOPLE),
}
_WRITE = {"articles": ("add_article", "change_article", "add_byline", "change_byline", "delete_byline")}
_EDIT = {
    "articles": ("delete_article", "minor_article", "signoff_article", "add_topic", "change_topic"),
    "authors": (*(f"{verb}_{model}" for model in _PEOPLE for verb in ("add", "change")), "delete_affiliation"),
}
_PUBLISH = {
    "articles": (
        "release_article",
        "override_article",
        "withdraw_article",
        "add_assignment",
        "view_assignment",
        "change_assignment",
        "delete_assignment",
    )
}


def _together(*grants):
    return {f"{app}.{codename}" for grant in grants for app, codenames in grant.items() for codename in codenames}


WRITER, TRANSLATOR = gettext_noop("Writer"), gettext_noop("Translator")
EDITOR, PUBLISHER = gettext_noop("Editor"), gettext_noop("Publisher")
# Role → its permissions. A translator's languages stand in the assignments (articles/models/desk.py).
ROLES = {
    WRITER: _together(_SEE, _WRITE),
    TRANSLATOR: _together(_SEE, {"articles": ("translate_article",)}),
    EDITOR: _together(_SEE, _WRITE, _EDIT),
    PUBLISHER: _together(_SEE, _WRITE, _EDIT, _PUBLISH),
}


def make_roles(apps):
    """Make the groups of the roles with their permissions, in whatever registry of models is given.

    Permissions that an administrator has added to a group stay.
    """
    group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    known = {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in permission_model.objects.select_related("content_type").filter(
            content_type__app_label__in=["articles", "authors"]
        )
    }
    for name, wanted in ROLES.items():
        group, _made = group_model.objects.get_or_create(name=name)
        group.permissions.add(*(known[codename] for codename in sorted(wanted)))
