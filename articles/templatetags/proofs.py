"""What the templates of texts to be signed ask of a form and of remarks."""

from django import template

register = template.Library()


@register.filter
def remark_field(form, key):
    """Return the field for the remark on a paragraph ("full-p3")."""
    return form[f"remark-{key}"]


@register.filter
def at_passage(remarks, passage):
    """Return the remarks (dicts) that were made on a paragraph which begins as this one does."""
    place = (passage.variant, passage.number, passage.quote)
    return [one for one in remarks or () if (one["variant"], one["paragraph"], one["quote"]) == place]
