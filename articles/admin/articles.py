"""Manuscripts at the desk."""

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.admin.alignment import alignment_view
from articles.admin.article_form import ArticleForm
from articles.admin.bylines import BylineInline
from articles.admin.history import ArticleHistory
from articles.admin.press_acts import press_acts
from articles.admin.release_view import release_view
from articles.admin.rights import ArticleRights
from articles.admin.saving import ArticleSaving
from articles.admin.schedule_view import schedule_view
from articles.admin.side_by_side import DeskAdmin, side_by_side
from articles.admin.signoffs import signoff_context, signoff_urls
from articles.admin.states import STATE_COLUMNS, STATE_FILTERS
from articles.admin.translations import translation_context
from articles.admin.undo_view import dismiss_view, undo_view
from articles.admin.unsaved import UnsavedText
from articles.admin.withdraw_view import withdraw_view
from articles.models import Article
from articles.press.state import state, with_states
from authors.languages import codes, columns


@admin.register(Article)
class ArticleAdmin(UnsavedText, ArticleRights, ArticleSaving, ArticleHistory, DeskAdmin):
    form = ArticleForm

    fieldsets = [
        (
            _("Text"),
            {
                "fields": side_by_side(
                    "title", "standfirst", "short_text", "short_link", "full_text", "full_link", "full_text_url"
                ),
                "classes": ["languages", "texts"],
            },
        ),
        (
            _("Publication"),
            {"fields": ["original_language", ("outlet", "outlet_date"), "topics", "source_url"]},
        ),
        (_("Translation and address"), {"fields": side_by_side("translation_note", "slug"), "classes": ["languages"]}),
        (None, {"fields": ["key"]}),
        (_("Picture"), {"fields": ["image", *side_by_side("image_alt", "image_credit")], "classes": ["languages"]}),
    ]
    inlines = [BylineInline]
    autocomplete_fields = ["outlet", "topics"]
    list_display = ["__str__", *STATE_COLUMNS, "modified_at"]
    list_filter = [*STATE_FILTERS, "topics"]
    search_fields = [*columns("title", "slug"), "key"]
    list_per_page = 50

    def get_queryset(self, request):
        return with_states(super().get_queryset(request))

    def get_readonly_fields(self, request, obj=None):
        # Feeds and documents know a published article by its key.
        return ["key"] if obj and obj.editions.exists() else []

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/release/", view(release_view(self)), name="articles_article_release"),
            path("<int:pk>/schedule/", view(schedule_view(self)), name="articles_article_schedule"),
            path("<int:pk>/undo/", view(undo_view(self)), name="articles_article_undo"),
            path("<int:pk>/carry-over/<int:task>/", view(dismiss_view(self)), name="articles_article_dismiss"),
            path("<int:pk>/alignment/<str:language>/", view(alignment_view(self)), name="articles_article_alignment"),
            path("<int:pk>/withdraw/<str:language>/", view(withdraw_view(self)), name="articles_article_withdraw"),
            *signoff_urls(self),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        article = self.get_object(request, object_id)
        states = [state(article, code) for code in codes()] if article else []
        context = {**(extra_context or {}), "states": states}
        if article:
            for about in (translation_context, press_acts, signoff_context):
                context |= about(article, request.user)
        return super().change_view(request, object_id, form_url, context)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.editions.exists())
