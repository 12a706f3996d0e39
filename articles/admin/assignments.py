"""Roles at the desk: who has which, for one article or the whole site."""

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles.admin.row_tokens import RowForm, RowTokens
from articles.models import Assignment
from articles.models.desk_roles import ROLES
from articles.press.assigning import may_give, refuse_assignment
from authors.languages import columns


class RoleField(forms.ModelChoiceField):
    def label_from_instance(self, role):
        return gettext(role.name)


class UserField(forms.ModelChoiceField):
    def label_from_instance(self, user):
        name = user.get_full_name()
        return f"{name} ({user.get_username()})" if name else user.get_username()


class AssignmentForm(forms.ModelForm):
    by = None  # the user who assigns: the ModelAdmin's subclass of this form names them

    class Meta:
        model = Assignment
        fields = ["user", "role", "language", "article"]

    def clean(self):
        """Refuse what this user may not assign, beside the field it is about."""
        super().clean()
        try:
            wanted = Assignment(**{name: self.cleaned_data[name] for name in ("user", "role", "language")})
        except (KeyError, ObjectDoesNotExist):
            return  # something is missing, which has been said
        refuse_assignment(wanted, by=self.by)


class AssignmentRights:
    """For assignments, wherever they stand: only people at the desk have roles, and only the four that there are."""

    form = AssignmentForm
    autocomplete_fields = ["article"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "role":
            known = Group.objects.filter(name__in=ROLES).prefetch_related("permissions")
            given = [role.pk for role in known if may_give(request.user, role)]
            kwargs |= {"queryset": known.filter(pk__in=given).order_by("pk"), "form_class": RoleField}
        if db_field.name == "user":
            people = get_user_model().objects.filter(is_active=True, is_staff=True)
            kwargs |= {"queryset": people.exclude(is_superuser=True).order_by("username"), "form_class": UserField}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class AssignmentRowForm(AssignmentForm, RowForm):
    """The same on a page of its own."""


@admin.register(Assignment)
class AssignmentAdmin(AssignmentRights, RowTokens, admin.ModelAdmin):
    form = AssignmentRowForm
    fields = ["user", "role", "language", "article"]
    list_display = ["user", "role_in_words", "language", "article"]
    list_display_links = ["user", "role_in_words"]
    list_filter = ["language"]
    list_select_related = ["user", "role", "article"]
    search_fields = [
        "user__username",
        "user__first_name",
        "user__last_name",
        *(f"article__{c}" for c in columns("title")),
    ]
    list_per_page = 50

    class Media:
        js = [Script("desk/choices.js", type="module")]

    @admin.display(description=_("Role"))
    def role_in_words(self, assignment):
        return assignment.role_name

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _open_to(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _open_to(request.user, obj)


def _open_to(user, assignment):
    return (
        assignment is None
        or user.is_superuser
        or (not assignment.user.is_superuser and may_give(user, assignment.role))
    )
