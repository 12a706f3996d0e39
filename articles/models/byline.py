"""Signatures on a manuscript, in order."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.roles import Role, exactly_one_signatory, known_role
from authors.fields import Line
from authors.languages import codes
from authors.models import Author, Organization


class BylineQuerySet(models.QuerySet):
    def of_article(self, article):
        return self.filter(article=article).select_related("author", "organization")

    def get_by_natural_key(self, article, role, language, author, organization):
        return self.get(
            article__key=article,
            role=role,
            language=language,
            author__slug=author,
            organization__slug=organization,
        )


class Byline(models.Model):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines", verbose_name=_("article"))
    # No uniqueness: two rows must be swappable in one save. Ties go by pk.
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.AUTHOR)
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("A translator signs one language. Blank: every language."),
    )
    author = models.ForeignKey(
        Author, verbose_name=_("person"), on_delete=models.PROTECT, null=True, blank=True, related_name="bylines"
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bylines",
    )
    credit_line = Line(
        _("credit line"),
        max_length=500,
        blank=True,
        help_text=_("Printed under the name. Blank: the credentials and posts held on the day of release."),
    )

    objects = BylineQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [
            exactly_one_signatory("byline_one_signatory"),
            known_role("byline_role_known"),
            models.CheckConstraint(name="byline_language_known", condition=models.Q(language__in=["", *codes()])),
            models.UniqueConstraint(
                name="byline_author_once",
                fields=["article", "role", "language", "author"],
                violation_error_message=_("The same person signs twice."),
            ),
            models.UniqueConstraint(
                name="byline_organization_once",
                fields=["article", "role", "language", "organization"],
                violation_error_message=_("The same organization signs twice."),
            ),
        ]

    def __str__(self):
        return str(self.author or self.organization)

    def stands_in(self, language):
        """Say whether the signature stands under the text in a language."""
        return self.language in ("", language)

    def natural_key(self):
        return (
            self.article.key,
            self.role,
            self.language,
            self.author and self.author.slug,
            self.organization and self.organization.slug,
        )

    natural_key.dependencies = ["articles.article", "authors.author", "authors.organization"]
