"""The field for rich text: what is stored is always on the allow list."""

from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Media, Script

from articles.texts.html import TABLE_TAGS, TAGS, bad_links, clean
from authors.fields import Text, normalised

MARKS = "desk/marks.js"
# What the editor offers, and in which order; articles/texts/html.py decides what is stored.
MENU = ["headings", "lists", "nodes -headings -lists", "marks", "aside", "link", "history", "utility"]
EXTENSIONS = {
    "Menu": {"groups": [{"group": group} for group in MENU]},
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "History": True,
    "HTML": True,
    "NoSpellCheck": False,  # the field says its language, so the browser can check
    # Our own, in MARKS.
    "Note": True,
    "Foreign": True,
    "Cite": True,
    "InlineQuotation": True,
    "Abbreviation": True,
    "Paste": True,
}
# What it can hold without losing it: all that is stored, but tables.
EDITOR_TAGS = {form for tag in TAGS - TABLE_TAGS for form in (tag, f"{tag}[lang]")}


class EditorWidget(AdminProseEditorWidget):
    """The rich-text editor with what this site adds to it: marks, clean pasting, and the desk around it."""

    @property
    def media(self):
        ours = Media(
            css={"all": ["desk/writing.css"]},
            js=[Script(MARKS, type="module"), Script("desk/writing.js", type="module")],
        )
        return super().media + ours

    def get_config(self):
        return super().get_config() | {"js_modules": [static(MARKS)]}


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
        return super().formfield(**(kwargs | defaults | {"widget": EditorWidget}))
