"""The form of a manuscript."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.tokens import token
from articles.models import Article
from articles.models.fields import EDITOR_TAGS, HtmlFormField
from articles.press.minor import refuse_what_is_not_minor
from articles.press.snapshot import plain, snapshot
from articles.texts.html import tags
from articles.texts.paragraphs import same_text
from authors.languages import codes
from authors.languages import name as language_name


class ArticleForm(forms.ModelForm):
    """Knows which version it was made from, and what somebody else has changed since; nothing typed is lost by that.

    ``joined`` (articles/admin/merging.py) and ``unsaved`` (articles/admin/unsaved.py) are set on the class of the form
    that answers a request.
    """

    opened_version = forms.CharField(widget=forms.HiddenInput, required=False)
    minor = forms.MultipleChoiceField(
        label=_("Minor change: only slips of the pen"),
        initial=list,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(code, language_name(code)) for code in codes()],
        help_text=_(
            "For a typing error: in this language nothing was said otherwise. Its sign-offs stay valid, and "
            "translations of it are not behind."
        ),
    )
    joined = None
    unsaved = {}

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007  (ArticleAdmin names the fields it shows)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened_version"].initial = token(self.instance)
        self.initial |= self.unsaved
        for name, field in self.fields.items():
            # What the editor cannot hold (tables) it would drop: show the source.
            if isinstance(field, HtmlFormField) and not tags(getattr(self.instance, name) or "") <= EDITOR_TAGS:
                attrs = field.widget.attrs
                field.widget = AdminTextareaWidget(attrs)

    def clean(self):
        super().clean()
        if self.joined:
            self._refuse_conflicts()
        if self.instance.pk:
            self._keep_what_says_the_same()
            self._check_minor()
        return self.cleaned_data

    def _refuse_conflicts(self):
        if self.joined.refusal:
            self.add_error(None, self.joined.refusal)
        for conflict in self.joined.conflicts:
            message = _("Somebody else has changed this too. Yours stands here; theirs stands above.")
            place = conflict["name"] if conflict["name"] in self.fields else None
            self.add_error(place, ValidationError(message, code="conflict"))

    def _keep_what_says_the_same(self):
        """The editor writes some white space otherwise than it found it: that is no change."""
        for name, field in self.fields.items():
            stored = getattr(self.instance, name, None) if isinstance(field, HtmlFormField) else None
            value = self.cleaned_data.get(name)
            if stored and value and same_text(value, stored):
                self.cleaned_data[name] = stored

    def _check_minor(self):
        before = snapshot(Article.objects.get(pk=self.instance.pk))
        written = {name: plain(value) for name, value in self.cleaned_data.items() if name in before["fields"]}
        after = before | {"fields": before["fields"] | written}
        for language in self.cleaned_data.get("minor", []):
            try:
                refuse_what_is_not_minor(before, after, language)
            except ValidationError as error:
                self.add_error("minor", error)
