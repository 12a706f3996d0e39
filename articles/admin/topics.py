from django.contrib import admin

from articles.admin.side_by_side import DeskAdmin, side_by_side
from articles.models import Topic
from authors.languages import columns


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    fields = [*side_by_side("name"), "slug"]
    list_display = [*columns("name"), "slug"]
    search_fields = [*columns("name"), "slug"]
