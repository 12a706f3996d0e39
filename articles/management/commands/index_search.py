"""`manage.py index_search`: the search index made anew from the editions."""

from articles.management import base
from articles.models import Edition
from articles.models.search_index import index_anew


class Command(base.Command):
    help = "Makes the search index anew from the editions. Needed only after the database was filled by other means."

    def handle(self, **options):
        number = index_anew(Edition.objects.order_by("pk"))
        self.stdout.write(f"{number} editions indexed.")
