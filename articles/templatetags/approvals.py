"""Who has approved an edition, in a sentence, from what the edition itself says."""

from datetime import datetime

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext

from articles.models.roles import Role
from articles.templatetags.reading import dated, signed_as

register = template.Library()


@register.filter
def approvals(edition):
    """Return which authors have approved an edition and when, and which have not; "" when no person signs it."""
    approved = [_signature(one) for one in edition.signoffs if one["approved_at"]]
    missing = [one["name"] for one in unapproved(edition)]
    if approved and missing:
        words = gettext("Approved by %(approved)s; not by %(missing)s.")
    elif approved:
        words = gettext("Approved by %(approved)s.")
    elif missing:
        words = gettext("No author has approved this text.")
    elif any(line.author_id for line in signed_as(edition, Role.AUTHOR)):
        words = gettext("No approvals were recorded.")
    else:
        words = ""
    return mark_safe(words % {"approved": _together(approved), "missing": _together(missing)})  # noqa: S308 - see _together


@register.filter
def unapproved(edition):
    """Return the authors (dicts, see ``Edition.signoffs``) who had not approved an edition when it was released."""
    return [one for one in edition.signoffs if not one["approved_at"]]


def _signature(one):
    return format_html("{} ({})", one["name"], dated(datetime.fromisoformat(one["approved_at"])))


def _together(names):
    """Return names joined as a sentence joins them, as HTML that is safe whatever they hold."""
    if len(names) < 2:
        return format_html_join("", "{}", ((name,) for name in names))
    early = format_html_join(", ", "{}", ((name,) for name in names[:-1]))
    return format_html("{} {} {}", early, pgettext("between the last two names", "and"), names[-1])
