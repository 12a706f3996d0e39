"""A snapshot in words, to be compared word by word, and the names of what it consists of."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models import Article, Topic
from articles.models.fields import HtmlField
from articles.models.roles import Role
from articles.press.merge import BYLINES, TOPICS, changed
from articles.texts.blocks import plain_text
from articles.texts.word_diff import SAME, word_diff
from authors.languages import columns
from authors.models import Author, Organization


def label(name):
    """Return what a part of a manuscript (a column, ``topics`` or ``bylines``) is called, in the active language."""
    return _("Byline") if name == BYLINES else capfirst(str(Article._meta.get_field(name).verbose_name))


def language_of(name):
    """Return the language (code) that a column is written in, "" for what is in none."""
    return "" if name == BYLINES else getattr(Article._meta.get_field(name), "language", "")


def person(user):
    """Return how somebody at the desk is called; None is whoever runs the site's commands."""
    return (user.get_full_name() or user.get_username()) if user else _("a command of the site")


def in_words(content, names):
    """Return name → plain text for the parts of a snapshot; of HTML the words alone."""
    fields = content["fields"]
    found = {}
    for name in names:
        if name == BYLINES:
            found[name] = _signatures(content["bylines"])
        elif name == TOPICS:
            known = Topic.objects.in_bulk(content["topics"], field_name="slug")
            found[name] = "\n".join(str(known.get(slug, slug)) for slug in content["topics"])
        else:
            text = fields.get(name) or ""
            found[name] = plain_text(text) if isinstance(Article._meta.get_field(name), HtmlField) else text
    return found


def differences(before, after):
    """Return what two snapshots say otherwise: dicts of name, label, language and word diff (pairs), in their order.

    ``looks`` is true where the words are the same and only their formatting is not.
    """
    names = [name for name in changed(before, after) if _known(name)]
    old, new = in_words(before, names), in_words(after, names)
    return [
        {"name": name, "label": label(name), "language": language_of(name), **compared(old[name], new[name])}
        for name in names
    ]


def compared(before, after):
    """Return the word diff of two texts, and whether their words are the same."""
    diff = word_diff(before, after)
    return {"diff": diff, "looks": all(kind == SAME for kind, _text in diff)}


def _known(name):
    """Say whether the manuscript still has such a part: a version may be older than the site."""
    return name in (BYLINES, TOPICS) or name in {field.name for field in Article._meta.fields}


def _signatures(lines):
    people = Author.objects.in_bulk([line["author"] for line in lines], field_name="slug")
    bodies = Organization.objects.in_bulk([line["organization"] for line in lines], field_name="slug")
    return "\n".join(_signature(line, people, bodies) for line in lines)


def _signature(line, people, bodies):
    who = people.get(line["author"]) or bodies.get(line["organization"]) or line["author"] or line["organization"]
    role = str(dict(Role.choices).get(line["role"], line["role"]))
    role = f"{role} ({line['language']})" if line["language"] else role
    said = [line[column] for column in columns("credit_line") if line.get(column)]
    return f"{line['position']}. {who}, {role}" + (f": {' / '.join(said)}" if said else "")
