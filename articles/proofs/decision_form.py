"""What an author sends back about the exact text: a decision, a comment, remarks on paragraphs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models.signoff import Decision
from authors.fields import normalised

MOST = 5000  # characters, of the comment and of each remark; the column of the comment holds no more
LABELS = {"full": _("Full text, paragraph %(number)d"), "short": _("Short text, paragraph %(number)d")}


class Words(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value):
        return normalised(super().to_python(value).replace("\r\n", "\n"))


class DecisionForm(forms.Form):
    """``passages`` are the paragraphs that were shown (``Sheet.passages``): a remark on any other is no part of it."""

    digest = forms.CharField(max_length=64)
    decision = forms.ChoiceField(choices=Decision.choices)
    comment = Words(label=_("Comment"), required=False, max_length=MOST)

    def __init__(self, data, passages, **options):
        super().__init__(data, **options)
        self.passages = passages
        for key, passage in passages.items():
            label = LABELS[passage.variant] % {"number": passage.number}
            self.fields[f"remark-{key}"] = Words(label=label, required=False, max_length=MOST)

    def decided(self):
        """Return the digest, the decision and the comment."""
        return {name: self.cleaned_data[name] for name in ("digest", "decision", "comment")}

    def remarks(self):
        """Return the remarks made, as a SignOff keeps them."""
        return [
            {"variant": passage.variant, "paragraph": passage.number, "quote": passage.quote, "text": text}
            for key, passage in self.passages.items()
            if (text := self.cleaned_data[f"remark-{key}"])
        ]


def typed(data):
    """Return everything somebody has typed into such a form (a QueryDict) as one text, whatever was shown to them."""
    found = [data.get("comment", "").strip()]
    for name, text in data.items():
        kind, _dash, key = name.partition("-")
        variant, _dash, number = key.partition("-p")
        if kind == "remark" and text.strip() and variant in LABELS and number.isascii() and number.isdigit():
            found.append(f"{LABELS[variant] % {'number': int(number[:9])}}: {text.strip()}")
    return "\n\n".join(filter(None, found))
