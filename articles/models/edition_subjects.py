"""Questions that lead from editions to people, organizations and topics, and from one text to those like it."""

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate

from articles.models.edition_byline import EditionByline
from articles.models.edition_fetching import FetchQuerySet
from articles.models.roles import Role

# Editions that are compared for what is related: all that have a topic may be every fifth text of a large site.
LAST_RELEASED = 400
PUBLISHED_ON = TruncDate("edition__first_published_at")


class SubjectQuerySet(FetchQuerySet):
    def signatures(self):
        """Return the signatures of authors and translators under these editions."""
        # Asked of each signature by its edition's key: as a list of keys, all that is live would be read first.
        return _answering().filter(Exists(self.order_by().filter(pk=OuterRef("edition_id"))))

    def by(self, author):
        """Return what a person wrote or translated: what gives them a page."""
        return self.filter(pk__in=_answering().filter(author=author).values("edition_id"))

    def signed_by(self, author):
        """Return what a person wrote, translated or edited."""
        return self.filter(pk__in=EditionByline.objects.filter(author=author).values("edition_id"))

    def concerning(self, organization):
        """Return what an organization signs or carries, and what its people signed while they were with it."""
        signed = _answering().filter(organization=organization).values("edition_id")
        written = _answering().filter(_with(organization)).values("edition_id")
        return self.filter(Q(pk__in=signed) | Q(pk__in=written) | Q(outlet=organization))

    def about(self, topic):
        return self.filter(topics=topic)

    # Conditions on each row of another model, for queries of that model.

    def of_each_author(self, key="pk"):
        """Say of each author, or of each row that has an author's primary key in a field, whether they sign these."""
        return Exists(self.signatures().filter(author=OuterRef(key)))

    def of_each_organization(self):
        """Say of each whether it signs or carries one of these, or somebody who signs one has or had a post there."""
        signed = Exists(self.signatures().filter(organization=OuterRef("pk")))
        carried = Exists(self.filter(outlet=OuterRef("pk")).order_by())
        return signed | carried | Exists(self.signatures().filter(author__affiliations__organization=OuterRef("pk")))

    def of_each_topic(self):
        return Exists(self.filter(topics=OuterRef("pk")).order_by())

    # What else there is to read.

    def sharing_with(self, edition):
        """Return these editions with ``shared``: how many topics and authors each has in common with another one."""
        topics, authors = self._shared(edition)
        return self.annotate(shared=_number(topics) + _number(authors))

    def _shared(self, edition):
        """Return the rows that tie editions to the topics of another one, and to its authors."""
        of_topics = self.model.topics.through.objects
        of_authors = EditionByline.objects.filter(role=Role.AUTHOR)
        return (
            of_topics.filter(topic__in=of_topics.filter(edition=edition.pk).values("topic")),
            of_authors.filter(author__in=of_authors.filter(edition=edition.pk).values("author")),
        )

    def related_to(self, edition, most):
        """Return at most ``most`` live ones of other articles that share something, most first, then the newest first.

        Compared are those released last under its topics and by its authors, LAST_RELEASED of either.
        """
        last = (rows.order_by("-pk")[:LAST_RELEASED] for rows in self._shared(edition))
        topics, authors = (rows.values("edition") for rows in last)
        # By the keys of what shares something, not by the index of the language: that would be gone through as a whole.
        live = self.live().annotate(spoken=Coalesce("language", Value(""))).filter(spoken=edition.language)
        candidates = live.filter(Q(pk__in=topics) | Q(pk__in=authors)).exclude(article=edition.article_id)
        return candidates.sharing_with(edition).order_by("-shared", "-first_published_at", "-article_id")[:most]


def _answering():
    return EditionByline.objects.exclude(role=Role.EDITOR)


def _with(organization):
    """Say of a signature whether its author held a post at an organization when the text was first published."""
    began = Q(author__affiliations__since=None) | Q(author__affiliations__since__lte=PUBLISHED_ON)
    lasted = Q(author__affiliations__until=None) | Q(author__affiliations__until__gt=PUBLISHED_ON)
    return Q(author__affiliations__organization=organization) & began & lasted


def _number(rows):
    """Return how many of these rows belong to each edition."""
    counted = rows.filter(edition=OuterRef("pk")).order_by().values("edition").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)
