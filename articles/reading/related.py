"""What else there is to read: live texts of the same language on the same topics or by the same people."""

from django.db.models import Prefetch, prefetch_related_objects

from articles.models.edition import Edition
from articles.models.edition_fetching import printed_bylines
from articles.models.edition_related import related_to
from articles.models.topic import Topic

MOST = 4


def related(edition):
    """Return at most four live texts, in one query: what shares most topics and authors first, then the newest.

    No reader is watched for it.
    """
    return related_to(edition, MOST)


def fetch_signatures(edition, others):
    """Fetch who signs an edition and others beside it, and its topics, series with its place: two queries."""
    prefetch_related_objects([edition, *others], printed_bylines())
    places = Topic.objects.with_places_of(edition, Edition.objects.live(edition.language))
    prefetch_related_objects([edition], Prefetch("topics", places))
