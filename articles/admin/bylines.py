"""The signatures of an article, in the order of their numbers."""

from django.contrib import admin

from articles.admin.side_by_side import side_by_side
from articles.models import Byline


class BylineInline(admin.StackedInline):
    model = Byline
    fields = [("position", "role", "language", "author", "organization"), *side_by_side("credit_line")]
    autocomplete_fields = ["author", "organization"]
    extra = 0
    ordering = ["position", "pk"]
    classes = ["languages", "bylines"]
