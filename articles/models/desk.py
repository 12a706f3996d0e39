"""What the desk remembers of the people at it: their unsaved text, and where they are."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article

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
