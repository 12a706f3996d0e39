"""What a form would send if nothing were typed into it: by that, what was typed is told from what was there."""

from django import forms
from django.utils.datastructures import MultiValueDict


def as_sent(form):
    """Return name → values (list of str) that an unbound form sends as it stands; no file is sent by itself."""
    return {form.add_prefix(name): values(form[name]) for name in form.fields if not is_file(form.fields[name])}


def all_as_sent(form, formsets):
    """Return the MultiValueDict that a form and its formsets (all unbound) send as they stand."""
    sent = MultiValueDict(as_sent(form))
    for formset in formsets:
        for one in (formset.management_form, *formset.forms):
            sent.update(MultiValueDict(as_sent(one)))
    return sent


def values(bound):
    """Return what a bound field sends as it stands: no value for an empty checkbox, several for a choice of several."""
    value, widget = bound.value(), bound.field.widget
    if isinstance(value, list | tuple | set):
        return [str(one) for one in value]
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    if isinstance(shown, list):
        return [str(one) for one in shown if one is not None]
    return ["" if shown is None else str(shown)]


def is_file(field):
    return isinstance(field, forms.FileField)


def same_values(one, other):
    """Say whether two lists of values say the same; browsers end lines in their own way."""
    return [value.replace("\r\n", "\n") for value in one] == [value.replace("\r\n", "\n") for value in other]
