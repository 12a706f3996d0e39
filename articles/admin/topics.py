"""Topics and series at the desk. One that a published text is filed under stays."""

from django.contrib import admin

from articles.admin.row_tokens import RowTokens
from articles.admin.side_by_side import DeskAdmin, side_by_side
from articles.models import Topic
from authors.languages import columns


@admin.register(Topic)
class TopicAdmin(RowTokens, DeskAdmin):
    fields = [*side_by_side("name"), "slug", "is_series"]
    list_display = [*columns("name"), "slug", "is_series"]
    search_fields = [*columns("name"), "slug"]

    def get_deleted_objects(self, objs, request):
        deleted, counts, needed, protected = super().get_deleted_objects(objs, request)
        published = [str(edition) for topic in objs for edition in topic.editions.all()]
        return deleted, counts, needed, [*protected, *published]
