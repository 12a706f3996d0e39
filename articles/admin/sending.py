"""What a form would send if nothing were typed into it: by that, what was typed is told from what was there."""

from django import forms


def as_sent(form):
    """Return name → values (list of str) that an unbound form sends as it stands; no file is sent by itself."""
    return {form.add_prefix(name): values(form[name]) for name in form.fields if not is_file(form.fields[name])}


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
