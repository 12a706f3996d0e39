"""Affiliations: the posts people hold or held, with dates."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from authors.fields import Line
from authors.languages import localized
from authors.models.author import Author
from authors.models.organization import Organization


class AffiliationQuerySet(models.QuerySet):
    def get_by_natural_key(self, author, organization, since):
        return self.get(author__slug=author, organization__slug=organization, since=since)

    def at(self, organization):
        return self.filter(organization=organization)

    def of_published(self, editions):
        """Return the posts of people who sign one of these editions."""
        return self.filter(editions.of_each_author("author_id")).select_related("author")

    def with_organizations(self):
        return self.select_related("organization")


class Affiliation(models.Model):
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.CASCADE, related_name="affiliations")
    organization = models.ForeignKey(
        Organization, verbose_name=_("organization"), on_delete=models.PROTECT, related_name="affiliations"
    )
    position = Line(_("post"), max_length=250, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        constraints = [
            models.CheckConstraint(
                name="affiliation_ends_after_start",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("The post ends before it begins."),
            ),
            models.UniqueConstraint(name="affiliation_once", fields=["author", "organization", "since"]),
            models.UniqueConstraint(
                name="affiliation_once_undated", fields=["author", "organization"], condition=Q(since=None)
            ),
        ]

    def __str__(self):
        return f"{self.author}, {self.organization}"

    def natural_key(self):
        return (self.author.slug, self.organization.slug, self.since)

    natural_key.dependencies = ["authors.author", "authors.organization"]

    def clean(self):
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": ValidationError(_("The post ends before it begins."), code="dates")})

    def held_on(self, day):
        """Say whether the post is held on a day (datetime.date); a missing end or start is open."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def ended_by(self, day):
        """Say whether the post was given up by a day (datetime.date)."""
        return self.until is not None and self.until <= day

    def in_words(self, language):
        """Return "Senior political scientist, RAND Corporation" in one language."""
        parts = [localized(self, "position", language), localized(self.organization, "name", language)]
        return ", ".join(part for part in parts if part)
