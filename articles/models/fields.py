"""The field for rich text: what is stored is always on the allow list."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles.texts.html import bad_links, clean
from authors.fields import Text, normalised

# What the editor offers; articles/texts/html.py, which decides what is stored, allows all of it and a little more.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "History": True,
    "HTML": True,
}
EDITOR_TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "br", "a", "em", "strong", "sub", "sup"),
}


def refuse_bad_links(html):
    """Raise ValidationError (code ``link``) naming every link that leads nowhere a reader can follow."""
    errors = [
        ValidationError(
            _("The link “%(text)s”: expected an address that begins with https:// or http://; found “%(address)s”."),
            code="link",
            params={"text": text, "address": address},
        )
        for address, text in bad_links(html)
    ]
    if errors:
        raise ValidationError(errors)


class HtmlFormField(ProseEditorFormField):
    """The rich-text form field: refuses bad links aloud, before sanitising would take them out in silence."""

    def to_python(self, value):
        value = normalised(super().to_python(value))
        refuse_bad_links(value)
        return clean(value)


class HtmlField(Text):
    """HTML of the allow list. Sanitised on the way to the database, so loaddata and update() are covered too."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return clean(value) if isinstance(value, str) else value

    def formfield(self, **kwargs):
        defaults = {"form_class": HtmlFormField, "config": {"extensions": EXTENSIONS}, "preset": "configurable"}
        return super().formfield(**(kwargs | defaults | {"widget": AdminProseEditorWidget}))
