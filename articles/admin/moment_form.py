"""A day and a time on the clock of a place, asked for in a form."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.texts.moments import choices, moment, zones

ZONE = "time_zone"  # where the session remembers it
FIELDS = {"zone": "zone"}  # code of an error → the field it belongs to; the day otherwise


def grouped_zones():
    """Return the time zones as choices, by area."""
    areas = {}
    for name in zones():
        area, _slash, place = name.partition("/")
        areas.setdefault(area, []).append((name, (place or name).replace("_", " ").replace("/", " / ")))
    return list(areas.items())


class MomentForm(forms.Form):
    """Leaves the moment in ``cleaned_data["at"]`` (aware datetime in UTC, or None); where there are two, asks which."""

    day = forms.CharField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"})
    )
    clock = forms.CharField(label=_("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    zone = forms.ChoiceField(label=_("Time zone"), choices=grouped_zones, required=False)
    fold = forms.TypedChoiceField(
        label=_("Which of the two"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args, zone="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["zone"].initial = zone or "UTC"
        if not zone:
            self.fields["zone"].widget.attrs["data-preset"] = ""  # the script takes the browser's own
        if self.twice:
            said = [f"{one:%Y-%m-%d %H:%M} UTC" for one in self.twice]
            words = [_("the first: %(utc)s") % {"utc": said[0]}, _("the second: %(utc)s") % {"utc": said[1]}]
            self.fields["fold"].choices = list(enumerate(words))
        else:
            del self.fields["fold"]

    @cached_property
    def twice(self):
        """The two moments that the clocks show alike at what was sent; empty where there is one or none."""
        sent = [self.data.get(self.add_prefix(name), "") for name in ("day", "clock", "zone")]
        try:
            return choices(*sent) if self.is_bound else ()
        except ValidationError:
            return ()

    def wants_moment(self):
        """Say whether a moment has to be given."""
        return True

    def clean(self):
        sent = super().clean()
        sent["at"] = None
        if self.wants_moment() and not {"zone", "fold"} & set(self.errors):
            try:
                sent["at"] = moment(sent.get("day"), sent.get("clock"), sent.get("zone"), sent.get("fold"))
            except ValidationError as error:
                self.add_error(FIELDS.get(error.code, "day"), error)
        return sent

    @property
    def utc(self):
        """What was given, in UTC; empty when that is no moment."""
        at = getattr(self, "cleaned_data", {}).get("at")
        return f"{at:%Y-%m-%d %H:%M} UTC" if at else ""
