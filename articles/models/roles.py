"""What a signature stands for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    AUTHOR = "author", _("author")
    TRANSLATOR = "translator", _("translator")
    EDITOR = "editor", _("editor")


def exactly_one_signatory(name):
    """Return the constraint that a signature is a person's or an organization's, never both and never nobody's."""
    person, organization = models.Q(author=None), models.Q(organization=None)
    return models.CheckConstraint(
        name=name,
        condition=(person & ~organization) | (~person & organization),
        violation_error_message=_("Choose a person or an organization, one of the two."),
    )


def known_role(name):
    """Return the constraint that a signature's role is one of ours, whichever way it comes in."""
    return models.CheckConstraint(name=name, condition=models.Q(role__in=Role.values))
