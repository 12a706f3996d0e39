"""Rows that know no versions (people, accounts, topics…): a form carries a digest of the row it was made from."""

import hashlib

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.admin.deleting import CONFLICT, GuardedDeleting
from articles.admin.numbers import tidied
from articles.admin.rows_in_step import bring_into_step


class RowForm(forms.ModelForm):
    """``token`` and ``refusal`` are set on the class of the form that answers a request."""

    opened_version = forms.CharField(widget=forms.HiddenInput, required=False)
    token, refusal = "", None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened_version"].initial = self.token

    def clean(self):
        super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return self.cleaned_data


class RowTokens(GuardedDeleting):
    """For a ModelAdmin: a form or a deletion made from a row that has changed since is refused with 409, with words.

    The form keeps all that was typed, and the token of today: whoever saves it again has been told.
    """

    form = RowForm
    change_form_template = "admin/guarded_change.html"
    not_by_hand = ()  # columns that change without anybody's editing the row

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.token = self.row_token(request, obj) if obj else ""
        form.refusal = getattr(request, "refusal", None)
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.GET, request.POST = (tidied(sent, self, request) for sent in (request.GET, request.POST))
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            if found := self._locked(request, object_id):
                current = self.row_token(request, found)
                request.refusal = self._refusal(request.POST.get("opened_version"), current)
                request.POST = request.POST.copy()
                request.POST["opened_version"] = current
                for formset, _inline in self.get_formsets_with_inlines(request, found) if request.refusal else ():
                    bring_into_step(request.POST, formset(instance=found))
            response = super().changeform_view(request, object_id, form_url, extra_context)
        if getattr(request, "refusal", None) and response.status_code == 200:
            response.status_code = CONFLICT
        return response

    def row_token(self, request, obj):
        """Return the SHA-256 (hexadecimal) of a row as the database has it, and of the rows in line with it."""
        columns = [field.name for field in obj._meta.concrete_fields if field.name not in self.not_by_hand]
        rows = [list(type(obj).objects.filter(pk=obj.pk).values(*columns))]
        for field in obj._meta.many_to_many:
            rows.append(sorted(getattr(obj, field.name).values_list("pk", flat=True)))
        for inline in self.get_inline_instances(request, obj):
            key = inline.get_formset(request, obj).fk.name
            rows.append(list(inline.get_queryset(request).filter(**{key: obj}).order_by("pk").values()))
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def _locked(self, request, object_id):
        found = self.get_object(request, unquote(object_id))
        return found and type(found).objects.select_for_update().filter(pk=found.pk).first()

    def _refusal(self, sent, current):
        if sent == current:
            return None
        message = _(
            "Somebody has changed this since you opened it, or the form does not say what it was made from. Nothing "
            "was saved. Look at both in another tab; if you save now, yours is written over it."
        )
        return ValidationError(message, code="conflict")
