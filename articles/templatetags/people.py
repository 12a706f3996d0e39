"""What the pages of people and organizations print, in the language of the page. None of it asks the database."""

from django import template
from django.utils import timezone
from django.utils.translation import get_language

register = template.Library()


@register.filter
def held_today(affiliations):
    """Return the posts that are held today."""
    today = timezone.localdate()
    return [post for post in affiliations if post.held_on(today)]


@register.filter
def ended_today(affiliations):
    """Return the posts that were given up by today, in their order."""
    today = timezone.localdate()
    return [post for post in affiliations if post.ended_by(today)]


@register.filter
def initials(person):
    """Return a person's initials in the language of the page: a sign in place of a portrait."""
    return person.initials(get_language())


@register.filter
def spelled_otherwise(subject):
    """Return (language, name) of a person's or organization's names other than the one the page is headed with."""
    return subject.spelled_otherwise(get_language())


@register.filter
def ror_id(address):
    """Return "00f2z7n96" for https://ror.org/00f2z7n96."""
    return address.rpartition("/")[2]


@register.filter
def complete_at(edition):
    """Return the address of an edition's complete text at its outlet, or ""."""
    return edition.outlet_url("full")
