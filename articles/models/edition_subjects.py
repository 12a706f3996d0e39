"""Questions that lead from editions to people, organizations and topics, and from one text to those like it."""

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate

from articles.models.edition_byline import EditionByline
from articles.models.immutable import ImmutableQuerySet
from articles.models.roles import Role

PUBLISHED_ON = TruncDate("edition__first_published_at")


class SubjectQuerySet(ImmutableQuerySet):
    def signatures(self):
        """Return the signatures of authors and translators under these editions."""
        return EditionByline.objects.filter(edition__in=self.order_by()).exclude(role=Role.EDITOR)

    def by(self, author):
        """Return what a person wrote or translated: what gives them a page."""
        return self.filter(pk__in=self.signatures().filter(author=author).values("edition_id"))

    def signed_by(self, author):
        """Return what a person wrote, translated or edited."""
        return self.filter(pk__in=EditionByline.objects.filter(author=author).values("edition_id"))

    def concerning(self, organization):
        """Return what an organization signs or carries, and what its people signed while they were with it."""
        signed = self.signatures().filter(organization=organization).values("edition_id")
        written = self.signatures().filter(_with(organization)).values("edition_id")
        return self.filter(Q(pk__in=signed) | Q(pk__in=written) | Q(outlet=organization))

    def about(self, topic):
        return self.filter(topics=topic)

    # Conditions on each row of another model, for queries of that model.

    def of_each_author(self):
        return Exists(self.signatures().filter(author=OuterRef("pk")))

    def of_each_organization(self):
        """Say of each whether it signs or carries one of these, or somebody who signs one has or had a post there."""
        signed = Q(organization=OuterRef("pk")) | Q(author__affiliations__organization=OuterRef("pk"))
        return Exists(self.signatures().filter(signed)) | Exists(self.filter(outlet=OuterRef("pk")).order_by())

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
        """Return at most ``most`` of these: other articles that share something, most first, then the newest first."""
        topics, authors = (rows.order_by().values("edition") for rows in self._shared(edition))
        candidates = self.filter(Q(pk__in=topics) | Q(pk__in=authors)).exclude(article=edition.article_id)
        return candidates.sharing_with(edition).order_by("-shared", "-first_published_at", "-article_id")[:most]

    def around(self, edition, most):
        """Return the editions of an edition's article in these, and those that are live and related to it.

        Only the article's own live editions have their texts (``with_texts_of_the_live``).
        """
        related = self.live(edition.language).related_to(edition, most).values("pk")
        mine = Q(article=edition.article_id)
        return self.sharing_with(edition).filter(mine | Q(pk__in=related)).with_texts_of_the_live(edition.article_id)


def _with(organization):
    """Say of a signature whether its author held a post at an organization when the text was first published."""
    began = Q(author__affiliations__since=None) | Q(author__affiliations__since__lte=PUBLISHED_ON)
    lasted = Q(author__affiliations__until=None) | Q(author__affiliations__until__gt=PUBLISHED_ON)
    return Q(author__affiliations__organization=organization) & began & lasted


def _number(rows):
    """Return how many of these rows belong to each edition."""
    counted = rows.filter(edition=OuterRef("pk")).order_by().values("edition").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)
