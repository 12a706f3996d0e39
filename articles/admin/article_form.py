"""The form of a manuscript."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.models.fields import EDITOR_TAGS, HtmlFormField
from articles.texts.html import tags


class ArticleForm(forms.ModelForm):
    """Refuses to write over what somebody else has saved since the form was opened; nothing typed is lost by that."""

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007  (ArticleAdmin names the fields it shows)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened_version"].initial = self.instance.version
        for name, field in self.fields.items():
            # What the editor cannot hold (tables, passages marked as another language) it would drop: show the source.
            if isinstance(field, HtmlFormField) and not tags(getattr(self.instance, name) or "") <= EDITOR_TAGS:
                attrs = field.widget.attrs
                field.widget = AdminTextareaWidget(attrs)

    def clean_opened_version(self):
        """Compare with the version in the database; a stale, missing or foreign number is refused."""
        found = self.cleaned_data["opened_version"]
        if self.instance.pk is None:
            return 0
        current = Article.objects.select_for_update().values_list("version", flat=True).get(pk=self.instance.pk)
        if found != current:
            raise ValidationError(
                _(
                    "Somebody has saved this article since you opened it (version %(current)d; yours was made from "
                    "version %(found)s). Nothing was saved. Your text stands below: open the article in another tab "
                    "and bring the two together."
                ),
                code="conflict",
                params={"current": current, "found": found if found is not None else "?"},
            )
        return found
