"""What a later edition is to the one before it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Change(models.TextChoices):
    """What an edition is to the one before it: a correction and an update are told to readers, a slip is not."""

    CORRECTION = "correction", _("correction")
    UPDATE = "update", _("update")
    MINOR = "minor", _("minor change")
