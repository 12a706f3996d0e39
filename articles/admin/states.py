"""Columns and filters that say where every language of an article stands."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.press.state import LABELS, in_state, state
from authors.languages import codes, name


def state_column(language):
    """Return a column for the list of articles: live 2, draft differs; drafted; missing; …"""

    @admin.display(description=name(language))
    def column(article):
        found = state(article, language)
        number = f" {found.edition.number}" if found.edition else ""
        note = format_html(' <span class="changed">{}</span>', _("draft differs")) if found.changed else ""
        return format_html('<span class="state {}">{}{}</span>{}', found.name, found.label, number, note)

    column.__name__ = f"state_{language}"
    return column


def state_filter(language):
    """Return a filter of the list of articles by the state of a language."""

    class StateFilter(admin.SimpleListFilter):
        title = name(language)
        parameter_name = f"state-{language}"

        def lookups(self, request, model_admin):
            return list(LABELS.items())

        def queryset(self, request, queryset):
            return in_state(queryset, language, self.value()) if self.value() in LABELS else queryset

    return StateFilter


STATE_COLUMNS = [state_column(code) for code in codes()]
STATE_FILTERS = [state_filter(code) for code in codes()]
