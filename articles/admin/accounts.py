"""Accounts: Django's own page of a user, with their roles at the desk. Publishers assign roles but make no accounts."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm

from articles.admin.assignments import AssignmentForm, AssignmentRights
from articles.admin.row_tokens import RowForm, RowTokens
from articles.models import Assignment

OVER_EVERYTHING = ["is_superuser", "groups", "user_permissions"]

admin.site.unregister(get_user_model())


class AssignmentInline(AssignmentRights, admin.TabularInline):
    model = Assignment
    fields = ["role", "language", "article"]
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, form=type("Form", (AssignmentForm,), {"by": request.user}), **kwargs)


class AccountForm(UserChangeForm, RowForm):
    """Django's form of an account, which says what it was made from."""


@admin.register(get_user_model())
class AccountAdmin(RowTokens, UserAdmin):
    """Whoever may change accounts and administers nothing else does not make themselves, or anybody, administrator."""

    form = AccountForm
    not_by_hand = ["last_login"]
    inlines = [AssignmentInline]

    def get_inlines(self, request, obj):
        return super().get_inlines(request, obj) if obj else []

    def get_readonly_fields(self, request, obj=None):
        return [] if request.user.is_superuser else OVER_EVERYTHING

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _open_to(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _open_to(request.user, obj)


def _open_to(user, account):
    return user.is_superuser or not (account and account.is_superuser)
