"""Authors, organizations and posts at the desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.row_tokens import RowTokens
from articles.admin.side_by_side import DeskAdmin, side_by_side
from articles.models import Edition
from articles.models.search_index import index
from authors.languages import columns
from authors.models import Affiliation, Author, Organization

NAMES_OF_PEOPLE = {*columns("given_name", "family_name", "patronymic", "display_name"), "aliases"}
NAMES_OF_ORGANIZATIONS = {*columns("name", "short_name"), "aliases"}


class AffiliationInline(admin.StackedInline):
    model = Affiliation
    fields = [*side_by_side("position"), ("organization", "since", "until", "order")]
    classes = ["languages"]
    autocomplete_fields = ["organization"]
    extra = 0


@admin.register(Author)
class AuthorAdmin(RowTokens, DeskAdmin):
    fieldsets = [
        (
            _("Name"),
            {
                "fields": side_by_side("given_name", "family_name", "patronymic", "display_name"),
                "classes": ["languages"],
            },
        ),
        (_("About"), {"fields": side_by_side("credentials", "bio", "portrait_alt"), "classes": ["languages"]}),
        (None, {"fields": ["slug", "aliases", "orcid", "url", "portrait"]}),
        (_("Sign-offs"), {"fields": ["email", "letters_language", "user"]}),
    ]
    inlines = [AffiliationInline]
    autocomplete_fields = ["user"]
    list_display = ["__str__", *columns("family_name"), "orcid"]
    search_fields = [*columns("given_name", "family_name", "display_name"), "aliases", "slug"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and NAMES_OF_PEOPLE.intersection(form.changed_data):
            index(Edition.objects.by(obj).iterator())  # search finds their texts by every name, from this save on

    def get_fieldsets(self, request, obj=None):
        # Addresses are for those who keep them, not for everybody who may look a person up.
        keeps = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return self.fieldsets if keeps else self.fieldsets[:-1]

    def get_readonly_fields(self, request, obj=None):
        # Whose account it is decides who signs: an editor must not make themselves somebody else.
        return [] if request.user.has_perm("auth.change_user") else ["user"]


@admin.register(Organization)
class OrganizationAdmin(RowTokens, DeskAdmin):
    fieldsets = [
        (None, {"fields": side_by_side("name", "short_name", "about"), "classes": ["languages"]}),
        (None, {"fields": ["slug", "aliases", "url", "ror"]}),
    ]
    list_display = [*columns("name", "short_name"), "ror"]
    search_fields = [*columns("name", "short_name"), "aliases", "slug"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and NAMES_OF_ORGANIZATIONS.intersection(form.changed_data):
            index(Edition.objects.concerning(obj).iterator())
