"""Manuscripts at the desk."""

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.admin.alignment import alignment_view
from articles.admin.article_form import ArticleForm
from articles.admin.bylines import BylineInline
from articles.admin.press import release_view, withdraw_view
from articles.admin.saving import ArticleSaving
from articles.admin.side_by_side import DeskAdmin, side_by_side
from articles.admin.states import STATE_COLUMNS, STATE_FILTERS
from articles.admin.translations import translation_context
from articles.admin.unsaved import UnsavedText
from articles.models import Article
from articles.press.state import state, with_states
from authors.languages import codes, columns


@admin.register(Article)
class ArticleAdmin(UnsavedText, ArticleSaving, DeskAdmin):
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
            path("<int:pk>/alignment/<str:language>/", view(alignment_view(self)), name="articles_article_alignment"),
            path("<int:pk>/withdraw/<str:language>/", view(withdraw_view(self)), name="articles_article_withdraw"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        article = self.get_object(request, object_id)
        states = [state(article, code) for code in codes()] if article else []
        behind = translation_context(article, request.user) if article else {}
        context = {**(extra_context or {}), "states": states, **behind}
        return super().change_view(request, object_id, form_url, context)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.editions.exists())
