"""The signatures of an article, in the order of their numbers."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from articles.admin.rights import BylineRights
from articles.admin.side_by_side import side_by_side
from articles.models import Byline

MOST = 50  # signatures: more than any joint statement has, few enough for one form


class BylineFormSet(BaseInlineFormSet):
    def clean(self):
        """Refuse the same signatory twice, here, where it can be said beside the row."""
        super().clean()
        seen = set()
        for form in self.forms:
            row = getattr(form, "cleaned_data", None)
            if not row or row.get("DELETE"):
                continue
            signature = tuple(row.get(name) for name in ("role", "language", "author", "organization"))
            if signature in seen:
                form.add_error(None, ValidationError(_("The same name signs twice."), code="twice"))
            seen.add(signature)

    def save(self, commit=True):
        """Save the rows; two that exchange their people would be in each other's way, so the changed ones go first."""
        if commit:
            changed = [form.instance.pk for form in self.initial_forms if form.has_changed()]
            self.get_queryset().model.objects.filter(pk__in=changed, article=self.instance).delete()
        return super().save(commit)


class BylineInline(BylineRights, admin.StackedInline):
    model = Byline
    formset = BylineFormSet
    fields = [("position", "role", "language", "author", "organization"), *side_by_side("credit_line")]
    autocomplete_fields = ["author", "organization"]
    extra = 0
    max_num = MOST
    ordering = ["position", "pk"]
    classes = ["languages", "bylines"]
