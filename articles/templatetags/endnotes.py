"""Notes as readers meet them: a number in the text, and a list at its end that leads back (DPUB-ARIA 1.1)."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

BACK = '<a class="back" href="#{}" role="doc-backlink" lang="{}" aria-label="{}">↩\ufe0e</a>'
ITEM = f'<li id="{{}}"{{}}><p>{{}} {BACK}</p></li>\n'


def reference(note):
    """Return what stands in the text for a Note (see articles/texts/notes.py)."""
    label = gettext("Note %(number)d") % {"number": note.number}
    return format_html(
        '<sup class="ref"><a href="#{}" id="{}" role="doc-noteref" aria-label="{}">{}</a></sup>',
        note.place,
        note.reference,
        label,
        note.number,
    )


def endnotes(notes, language):
    """Return the list of a text's Notes in the language of its page, "" when it has none."""
    if not notes:
        return ""
    back = gettext("Back to where note %(number)d stands in the text")
    items = format_html_join(
        "",
        ITEM,
        (
            (
                note.place,
                mark_safe(note.attributes),  # noqa: S308 - cleaned at release, as is the note itself
                mark_safe(note.html),  # noqa: S308
                note.reference,
                language,
                back % {"number": note.number},
            )
            for note in notes
        ),
    )
    return format_html(
        '\n<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">{}</h2>\n<ol>\n{}</ol>\n'
        "</section>",
        gettext("Notes"),
        items,
    )
