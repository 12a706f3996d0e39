"""Editions at the desk: to be read and compared, never changed."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.comparison import comparison
from articles.admin.rights import EditionRights
from articles.admin.side_by_side import DeskAdmin
from articles.models import Edition
from articles.press.content import content
from articles.templatetags.approvals import approvals


@admin.register(Edition)
class EditionAdmin(EditionRights, DeskAdmin):
    change_form_template = "admin/articles/edition/change_form.html"
    list_display = ["title", "language", "number", "published_at", "superseded_at", "withdrawn_at"]
    list_filter = ["language", "published_at"]
    search_fields = ["title", "slug", "key"]
    fields = [
        ("title", "language", "number"),
        ("published_at", "superseded_at", "withdrawn_at"),
        "standfirst",
        "signatures",
        "approvals",
        "override_reason",
        "slug",
        ("outlet_name", "full_text_url"),
        "translation_note",
        "change_note",
        "withdrawal_reason",
        ("released_by", "withdrawn_by"),
        ("word_count", "reading_minutes"),
        "digest",
    ]

    @admin.display(description=_("Byline"))
    def signatures(self, edition):
        return "; ".join(f"{line.name} ({line.get_role_display()})" for line in edition.bylines.all())

    @admin.display(description=_("Sign-offs"))
    def approvals(self, edition):
        return approvals(edition) or "—"

    def get_readonly_fields(self, request, obj=None):
        return ["signatures", "approvals"]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        edition = self.get_object(request, object_id)
        context = dict(extra_context or {})
        if edition:
            printed = content(edition.article, edition.language, timezone.now().date())
            context |= {"edition": edition, "comparison": comparison(edition, printed)}
        return super().change_view(request, object_id, form_url, context)
