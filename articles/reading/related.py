"""What else there is to read: live texts of the same language on the same topics or by the same people."""

from django.db.models import Prefetch, prefetch_related_objects

from articles.models.edition import Edition
from articles.models.edition_fetching import printed_bylines
from articles.models.topic import Topic
from articles.reading.public import with_texts

MOST = 4


def surroundings(edition):
    """Return (public editions of an edition's article in every language, live texts related to it), in one query.

    At most four are related: what shares most topics and authors first, then the newest. No reader is watched for it.
    """
    around = with_texts(Edition.objects.published().around(edition, MOST))
    public = [one for one in around if one.article_id == edition.article_id]
    related = [one for one in around if one.article_id != edition.article_id]
    return public, sorted(related, key=lambda one: (one.shared, one.first_published_at, one.article_id), reverse=True)


def fetch_signatures(edition, related):
    """Fetch who signs an edition and those related to it, and its topics, series with its place: two queries."""
    prefetch_related_objects([edition, *related], printed_bylines())
    places = Topic.objects.with_places_of(edition, Edition.objects.live(edition.language))
    prefetch_related_objects([edition], Prefetch("topics", places))
