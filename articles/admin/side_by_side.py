"""Forms in which every translated field stands in all languages on one row, as equals."""

from django.contrib import admin
from js_asset import Media

from articles.models.fields import HtmlField
from authors.fields import Text
from authors.languages import codes, column


def side_by_side(*fields):
    """Return rows for a fieldset: each field's columns together, one a language."""
    return [tuple(column(field, code) for code in codes()) for field in fields]


class DeskAdmin(admin.ModelAdmin):
    """A ModelAdmin whose translated inputs know their language and whose media pass the content security policy."""

    class Media:
        css = {"all": ["desk/desk.css"]}
        js = ["desk/editor.js"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, Text) and not isinstance(db_field, HtmlField):
            field.widget.attrs["rows"] = 3
        language = getattr(db_field, "language", None)
        if field and language:
            field.widget.attrs["lang"] = language  # the browser's spelling check and voice go by it
        if isinstance(db_field, HtmlField):
            field.widget.attrs["data-rich"] = ""  # for static/desk/editors.js: also where the source is shown
        return field

    def render_change_form(self, request, context, *args, **kwargs):
        # The editor's import map is an inline script: it passes by the nonce of this one response.
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)
