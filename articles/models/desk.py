"""What the desk remembers of the people at it: their unsaved text, where they are, and what they may do where."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.desk_roles import TRANSLATOR, WRITER

AWAY_AFTER = timedelta(seconds=45)  # three times the heartbeat of static/desk/presence.js


class AutosaveQuerySet(models.QuerySet):
    def of(self, user, article=None):
        """Return what a user has typed and not saved into an article, or without one into the form for a new one."""
        return self.filter(user=user, article=article)


class Autosave(models.Model):
    """What one person has typed into one article's form and not saved: seen by nobody else, no part of its history.

    ``fields`` holds a draft for every form that was opened, by its page token; see articles/press/autosave.py.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, null=True, blank=True, related_name="autosaves")
    version = models.PositiveIntegerField(default=0)  # of the article, when the form was opened
    fields = models.JSONField(default=dict)
    at = models.DateTimeField()

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [
            models.UniqueConstraint(name="autosave_once", fields=["user", "article"]),
            models.UniqueConstraint(name="autosave_once_new", fields=["user"], condition=Q(article=None)),
        ]

    def __str__(self):
        return f"{self.user} · {self.article}"


class PresenceQuerySet(models.QuerySet):
    def of_others(self, article, user, at):
        """Return where everybody but a user is in an article at a moment (aware)."""
        there = self.filter(article=article, at__gt=at - AWAY_AFTER).exclude(user=user)
        return there.select_related("user").order_by("user__username")

    def gone(self, article, at):
        """Return the traces of those who have left an article by a moment (aware)."""
        return self.filter(article=article, at__lte=at - AWAY_AFTER)


class Presence(models.Model):
    """Who had which language of an article open a moment ago. Shown, never enforced."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="presences")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, blank=True)
    at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(name="presence_once", fields=["user", "article"])]

    def __str__(self):
        return f"{self.user} · {self.article}"


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
