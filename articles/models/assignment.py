"""Who may do what where: a role somebody has at the desk, for an article or the site, in a language or all."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.desk_roles import TRANSLATOR, WRITER


class AssignmentQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(user=user)

    def over(self, article=None):
        """Return the assignments that hold for an article; without one, those for the whole site."""
        everywhere = Q(article=None)
        return self.filter(everywhere | Q(article=article) if article and article.pk else everywhere)

    def in_language(self, language):
        """Return those that hold in a language; without one (``""``), those that hold in all of them."""
        return self.filter(language__in=["", language])

    def granting(self, permission):
        """Return those whose role has a permission of the app, like ``release_article``."""
        return self.filter(
            role__permissions__codename=permission, role__permissions__content_type__app_label="articles"
        )

    def at_work_on(self, articles):
        """Return the writers and translators of articles (primary keys), and those of the whole site."""
        at_desk = self.filter(user__is_active=True, user__is_staff=True, role__name__in=[WRITER, TRANSLATOR])
        where = Q(article=None) | Q(article__in=articles)
        return at_desk.filter(where).select_related("user", "role").order_by("pk")

    def permissions(self):
        """Return (article's number or None, language, app, codename) of everything the roles grant."""
        path = "role__permissions"
        return self.exclude(**{path: None}).values_list(
            "article", "language", f"{path}__content_type__app_label", f"{path}__codename"
        )

    def to_article(self, article):
        """Return the roles that people have in just this article."""
        return self.filter(article=article).select_related("user", "role").order_by("role", "language", "pk")


class Assignment(models.Model):
    """A role somebody has: for one article or the whole site, in one language or all of them."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), on_delete=models.CASCADE, related_name="assignments"
    )
    role = models.ForeignKey(Group, verbose_name=_("role"), on_delete=models.CASCADE, related_name="assignments")
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("A translator’s language. Blank: every language."),
    )
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="assignments",
        help_text=_("Blank: every article of the site."),
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["user", "pk"]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(
                name="assignment_once",
                fields=["user", "role", "language", "article"],
                violation_error_message=_("This person has this role already."),
            ),
            models.UniqueConstraint(
                name="assignment_once_everywhere",
                fields=["user", "role", "language"],
                condition=Q(article=None),
                violation_error_message=_("This person has this role already."),
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.role_name}"

    @property
    def role_name(self):
        """The role's name in the active language."""
        return gettext(self.role.name)
