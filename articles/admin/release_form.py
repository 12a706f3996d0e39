"""The form of the release dialog."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.moment_form import MomentForm
from articles.models.change import Change
from authors.languages import codes, column
from authors.languages import name as language_name

NOW, LATER = "now", "later"


def note_name(language):
    """Return the name of the field with the note for the readers of a language."""
    return column("note", language)


class ReleaseForm(MomentForm):
    """``panels`` are the languages' Panels, ``tasks`` the CarryOvers that are open, ``may_override`` is for objections.

    A note is asked for in every chosen language that is public already: its readers are told in their language. What
    was typed stays in the form, also where it is not asked for any more.
    """

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(code, language_name(code)) for code in codes()],
    )
    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("now")), (LATER, _("at this moment"))],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    change = forms.ChoiceField(
        label=_("What this is"),
        required=False,
        choices=[
            (Change.CORRECTION, _("a correction: something was wrong, and readers are told")),
            (Change.UPDATE, _("an update: something is new, and readers are told")),
            (Change.MINOR, _("a slip of the pen: nothing says otherwise than before")),
        ],
        widget=forms.RadioSelect,
    )
    override = forms.CharField(
        label=_("Why release all the same"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Printed with the edition, in these very words: write it for readers. Needed only against objections that "
            "can be set aside."
        ),
    )
    applies = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, panels, tasks, may_override, **kwargs):
        super().__init__(*args, **kwargs)
        self.panels = panels
        self.fields["applies"].choices = [(task.pk, _("This release applies it")) for task in tasks]
        told = [panel.language for panel in panels if panel.told or self.data.get(note_name(panel.language))]
        for code in told:
            self.fields[note_name(code)] = forms.CharField(
                label=_("Note for readers · %(language)s") % {"language": language_name(code)},
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2, "lang": code}),
            )
        if not told:
            del self.fields["change"]
        if not (may_override and (self.data.get("override") or any(panel.overridable for panel in panels))):
            del self.fields["override"]

    def wants_moment(self):
        return self.cleaned_data.get("when") == LATER

    def clean(self):
        sent = super().clean()
        if sent.get("when") == NOW and (sent.get("day") or sent.get("clock")):
            message = _("A day or a time is given, but also “now”: choose one of them, or clear the other.")
            self.add_error("when", ValidationError(message, code="both"))
        told = [code for code in sent.get("languages", ()) if note_name(code) in self.fields]
        if told and not sent.get("change"):
            message = _("Say what this is: readers have the text already.")
            self.add_error("change", ValidationError(message, code="change"))
        if sent.get("change") in (Change.CORRECTION, Change.UPDATE):
            for code in told:
                if not sent.get(note_name(code)):
                    message = _("Say what changed, in the language of the readers.")
                    self.add_error(note_name(code), ValidationError(message, code="note"))
        return sent

    def notes(self):
        """Return the notes that were given, by language."""
        return {code: self.cleaned_data.get(note_name(code), "") for code in codes()}

    def note_fields(self):
        """Return the bound fields of the notes."""
        return [self[note_name(code)] for code in codes() if note_name(code) in self.fields]
