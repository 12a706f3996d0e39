"""A snapshot in words, to be compared word by word, and the names of what it consists of."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models import Article, Topic
from articles.models.fields import HtmlField
from articles.models.roles import Role
from articles.press.merge import BYLINES, TOPICS, changed
from articles.texts.blocks import plain_text
from articles.texts.word_diff import SAME, shortened, word_diff
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


def changes(before, after):
    """Return what two snapshots say otherwise: dicts of name, label and language, in their order."""
    names = [name for name in changed(before, after) if _known(name)]
    return [{"name": name, "label": label(name), "language": language_of(name)} for name in names]


def differences(before, after):
    """Return the changes between two snapshots with the word diff (pairs) of each.

    ``looks`` is true where the words are the same and only their formatting is not.
    """
    found = changes(before, after)
    old, new = (in_words(content, [one["name"] for one in found]) for content in (before, after))
    return [one | compared(old[one["name"]], new[one["name"]]) for one in found]


def compared(before, after):
    """Return the word diff of two texts, without paragraphs that stay, and whether all of their words are the same."""
    diff = word_diff(before, after)
    looks = all(kind == SAME for kind, _text in diff)
    return {"diff": [] if looks else shortened(diff), "looks": looks}


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
