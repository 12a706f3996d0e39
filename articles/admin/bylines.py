"""The signatures of an article, in the order of their numbers."""

from django.contrib import admin

from articles.models import Byline
from authors.languages import columns


class BylineInline(admin.TabularInline):
    model = Byline
    fields = ["position", "role", "language", "author", "organization", *columns("credit_line")]
    autocomplete_fields = ["author", "organization"]
    extra = 0
    ordering = ["position", "pk"]
    classes = ["bylines"]
