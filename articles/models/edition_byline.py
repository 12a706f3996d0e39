"""Signatures under an edition, with names and credit lines as they were that day."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.models.edition_life import live_at
from articles.models.edition_order import InOrder
from articles.models.immutable import Immutable, ImmutableQuerySet
from articles.models.roles import Role, exactly_one_signatory, known_role
from authors.fields import Line, Text
from authors.models import Author, Organization


class EditionBylineQuerySet(InOrder, ImmutableQuerySet):
    article = "edition__article_id"

    def get_by_natural_key(self, article, language, number, position):
        return self.get(
            edition__article__key=article,
            edition__language=language,
            edition__number=number,
            position=position,
        )

    def live(self, at=None):
        """Return the signatures under what readers see at a moment (aware datetime; default now)."""
        return self.filter(live_at(at, "edition__"))

    def of_person(self, author, language):
        """Return a person's signatures in a language, the first one where they signed an edition several times."""
        before = self.model.objects.filter(
            edition=OuterRef("edition"), author=author, position__lt=OuterRef("position")
        )
        return self.filter(~Exists(before.order_by()), author=author, language=language)


class EditionByline(Immutable):
    edition = models.ForeignKey("articles.Edition", on_delete=models.PROTECT, related_name="bylines")
    # The edition's own: with these, what somebody signed is found in the order of lists (make rows by ``under``).
    language = models.CharField(max_length=10)
    first_published_at = models.DateTimeField()
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=20, choices=Role.choices)
    author = models.ForeignKey(Author, on_delete=models.PROTECT, null=True, blank=True, related_name="edition_bylines")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="edition_bylines"
    )
    name = Line(max_length=250)
    given_name = Line(max_length=200, blank=True)
    family_name = Line(max_length=250)
    sort_name = Line(max_length=460)
    credit_line = Text(blank=True)

    objects = EditionBylineQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        verbose_name = _("printed byline")
        verbose_name_plural = _("printed bylines")
        default_permissions = []
        constraints = [
            exactly_one_signatory("edition_byline_one_signatory"),
            known_role("edition_byline_role_known"),
            models.UniqueConstraint(name="edition_byline_position_once", fields=["edition", "position"]),
        ]
        indexes = [
            models.Index(name="edition_byline_newest", fields=["author", "language", "-first_published_at"]),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (*self.edition.natural_key(), self.position)

    natural_key.dependencies = ["articles.edition", "authors.author", "authors.organization"]

    def clean(self):
        """Refuse what is not as its edition has it: only a fixture can say so. Raises ValidationError."""
        for name in ("language", "first_published_at") if self.edition_id else ():
            expected, found = getattr(self.edition, name), getattr(self, name)
            if found != expected:
                message = _("expected what its edition has, %(expected)s; found %(found)s")
                raise ValidationError(
                    {name: ValidationError(message, "not_of_edition", {"expected": expected, "found": found})}
                )

    @classmethod
    def under(cls, edition, **fields):
        """Return a signature under an edition, not stored yet."""
        return cls(edition=edition, language=edition.language, first_published_at=edition.first_published_at, **fields)

    @property
    def who(self):
        """Return the person or organization that signed."""
        return self.author or self.organization
