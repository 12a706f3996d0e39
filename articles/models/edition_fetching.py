"""How much of editions is fetched: what a page shows of them, and no more."""

from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q

from articles.models.edition_byline import EditionByline
from articles.models.immutable import ImmutableQuerySet


def printed_bylines():
    """Return the Prefetch of signatures with who signed; each knows its edition, so that takes no query."""
    return Prefetch("bylines", EditionByline.objects.select_related("author", "organization"))


class FetchQuerySet(ImmutableQuerySet):
    def with_bylines(self):
        return self.prefetch_related(printed_bylines())

    def without_texts(self):
        """Leave the long columns in the database: for pages that only name these editions."""
        return self.defer("short_html", "full_html", "plain_text")

    def with_what_it_has(self):
        """Say of each whether it has a short and a full text (``has_short``, ``has_full``), and fetch neither."""
        there = {f"has_{name}": _is_there(f"{name}_html") for name in ("short", "full")}
        return self.annotate(**there).only("article", "language", "slug")

    def for_addresses(self):
        """Fetch of these editions no more than their addresses, and when they changed."""
        return self.only("article_id", "language", "slug", "original_language", "updated_at")

    def for_lists(self):
        """Fetch what lists show of these editions: not their texts, nor what these were made from."""
        return self.with_bylines().without_texts().defer("signoffs", "roots", "alignment")

    def with_outlet(self):
        return self.select_related("outlet")

    def for_reading(self):
        return self.with_bylines().prefetch_related("topics").with_outlet()


def _is_there(text):
    return ExpressionWrapper(~Q(**{text: ""}), output_field=BooleanField())
