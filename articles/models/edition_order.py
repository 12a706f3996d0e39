"""The order of lists, by the moment a text was first published: gone through from any place in it."""

from django.db.models import Q


class InOrder:
    """Questions of a queryset whose rows have ``first_published_at`` and are of an ``article``: the path to its key."""

    article = "article_id"

    def newest_first(self):
        return self.order_by("-first_published_at", f"-{self.article}")

    def in_order(self):
        return self.order_by("first_published_at", self.article)

    def later(self, first_published_at, article_id):
        """Return what was published after a place in the list."""
        same_moment = Q(first_published_at=first_published_at, **{f"{self.article}__gt": article_id})
        return self.filter(Q(first_published_at__gt=first_published_at) | same_moment, _from(first_published_at, "gte"))

    def earlier(self, first_published_at, article_id):
        """Return what was published before a place in the list."""
        same_moment = Q(first_published_at=first_published_at, **{f"{self.article}__lt": article_id})
        return self.filter(Q(first_published_at__lt=first_published_at) | same_moment, _from(first_published_at, "lte"))


def _from(moment, side):
    """Return where to begin in an index: SQLite finds no beginning in two conditions of which one has to hold."""
    return Q(**{f"first_published_at__{side}": moment})
