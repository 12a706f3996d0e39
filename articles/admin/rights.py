"""What each person may see and change at the desk: asked of the press, for every article and every language."""

from articles.models import Assignment
from articles.press.roles import (
    CHANGE,
    SEE,
    TRANSLATE,
    columns_written_by,
    editions_seen_by,
    languages_written_by,
    may,
    may_somewhere,
    seen_by,
)
from authors.languages import name as language_name

ASSIGN = "add_assignment"


class ArticleRights:
    """For the ModelAdmin of articles. What somebody may not write stands in the form, and is not taken from it."""

    def get_queryset(self, request):
        return seen_by(request.user, super().get_queryset(request))

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return _may(request, SEE, obj) or self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        if obj:
            return bool(languages_written_by(request.user, obj))
        return _may(request, CHANGE) or _may(request, TRANSLATE)

    def has_add_permission(self, request):
        return may(request.user, "add_article")

    def has_delete_permission(self, request, obj=None):
        return _may(request, "delete_article", obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if obj and not may(request.user, CHANGE, obj):
            # Not left out: a translator reads the source in its place, and a merge needs every field there is. The form
            # takes the value of a disabled field from the manuscript, whatever is sent.
            for name in form.base_fields.keys() - columns_written_by(request.user, obj) - form.declared_fields.keys():
                form.base_fields[name].disabled = True
        return form

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= {f"may_{verb}": may(request.user, f"{verb}_article", obj) for verb in ("release", "withdraw")}
            written = languages_written_by(request.user, obj)
            context |= {
                "assigned": Assignment.objects.to_article(obj),
                "may_assign": may(request.user, ASSIGN),
                "writes_only": [] if may(request.user, CHANGE, obj) else [language_name(code) for code in written],
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


class BylineRights:
    """For the signatures in an article's form."""

    def has_view_permission(self, request, obj=None):
        return _may(request, "view_byline", obj) or self.has_change_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return may(request.user, "add_byline", obj)

    def has_change_permission(self, request, obj=None):
        return may(request.user, "change_byline", obj)

    def has_delete_permission(self, request, obj=None):
        return may(request.user, "delete_byline", obj)


class EditionRights:
    """For editions: nobody changes them, and they are as open as their articles, since some are still to come."""

    def get_queryset(self, request):
        return editions_seen_by(request.user, super().get_queryset(request))

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return _may(request, "view_edition", obj and obj.article)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def _may(request, permission, article=None):
    return may(request.user, permission, article) if article else may_somewhere(request.user, permission)
