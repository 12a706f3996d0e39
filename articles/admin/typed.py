"""What was typed into the form of an article, read as a snapshot has it, and written back where it has to change."""

from django.core.exceptions import ValidationError

from articles.admin.byline_rows import rows_sent, write_rows
from articles.admin.parts import topics_sent
from articles.admin.sending import as_sent, is_file
from articles.models import Topic
from articles.models.fields import HtmlFormField
from articles.press.merge import BYLINES, TOPICS
from articles.press.snapshot import plain
from articles.texts.paragraphs import same_text


def typed(sent, files, form, base, *, byline):
    """Return the snapshot that a form (unbound) speaks for: ``base``, with what its sender may write as they sent it.

    What a field could not hold stands there as it was sent. ``byline`` says whether its sender may write that.
    """
    fields = {
        name: _said(sent, files, form, name, base["fields"][name])
        for name in form.fields
        if name in base["fields"] and not form.fields[name].disabled
    }
    content = {**base, "fields": base["fields"] | fields}
    if TOPICS in form.fields and not form.fields[TOPICS].disabled:
        content[TOPICS] = topics_sent(sent)
    if byline and (rows := rows_sent(sent)) is not None:
        content[BYLINES] = rows
    return content


def write(sent, form, article, content, names):
    """Write parts of a snapshot, by their names, into what a form sent (a mutable QueryDict).

    ``form`` is unbound, of the article as it stands: what ``content`` has otherwise is what was sent already.
    """
    standing = as_sent(form)
    for name in names:
        if name == BYLINES:
            write_rows(sent, article, content[BYLINES])
        elif name == TOPICS:
            sent.setlist(
                TOPICS, [str(topic.pk) for topic in Topic.objects.in_bulk(content[TOPICS], field_name="slug").values()]
            )
        elif name in standing:
            sent.setlist(name, standing[name])


def _said(sent, files, form, name, before):
    field = form.fields[name]
    if is_file(field):
        return files[name].name if name in files else "" if f"{name}-clear" in sent else before
    raw = field.widget.value_from_datadict(sent, files, name)
    try:
        value = plain(field.to_python(raw))
    except ValidationError:
        return str(raw or "")
    kept = isinstance(field, HtmlFormField) and same_text(value, before)
    return before if kept else value
