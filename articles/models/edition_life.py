"""The life of an edition: when readers see it, and when no more. A matter of time, not of a job."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.immutable import Immutable
from authors.fields import Text


def live_at(at=None, path=""):
    """Return the condition that readers see an edition at a moment (aware datetime; default now).

    ``path`` leads from the rows that are asked for to their edition: "" for editions themselves, or "edition__".
    """
    at = at or timezone.now()
    followed = Q(**{f"{path}superseded_at": None}) | Q(**{f"{path}superseded_at__gt": at})
    return followed & Q(**{f"{path}published_at__lte": at, f"{path}withdrawn_at": None})


class Life(Immutable):
    published_at = models.DateTimeField(_("published"))
    first_published_at = models.DateTimeField(_("first published"))
    superseded_at = models.DateTimeField(_("superseded"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = Text(_("reason for the withdrawal"), max_length=1000, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    def is_live(self, at=None):
        """Say whether readers see this edition at a moment (aware datetime; default now)."""
        at = at or timezone.now()
        ended = self.superseded_at is not None and self.superseded_at <= at
        return self.published_at <= at and not ended and self.withdrawn_at is None

    def is_scheduled(self, at=None):
        """Say whether the edition is still to come at a moment."""
        dropped = self.superseded_at is not None and self.superseded_at <= self.published_at
        return self.published_at > (at or timezone.now()) and not dropped and self.withdrawn_at is None

    def is_withdrawn(self, at=None):
        """Say whether readers could read the edition by a moment, and it has been taken away since."""
        made_way = self.superseded_at is not None and self.superseded_at <= self.published_at
        was_public = self.published_at <= (at or timezone.now()) and not made_way
        return was_public and self.withdrawn_at is not None and self.withdrawn_at >= self.published_at
