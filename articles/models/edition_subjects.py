"""Questions that lead from editions to people, organizations and topics, and from one text to those like it."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import TruncDate

from articles.models.edition_byline import EditionByline
from articles.models.edition_fetching import FetchQuerySet
from articles.models.roles import Role

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


def _answering():
    return EditionByline.objects.exclude(role=Role.EDITOR)


def _with(organization):
    """Say of a signature whether its author held a post at an organization when the text was first published."""
    began = Q(author__affiliations__since=None) | Q(author__affiliations__since__lte=PUBLISHED_ON)
    lasted = Q(author__affiliations__until=None) | Q(author__affiliations__until__gt=PUBLISHED_ON)
    return Q(author__affiliations__organization=organization) & began & lasted
