"""A form made from an older version: what it and the newer ones changed is joined before the form is looked at."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from articles.admin.byline_rows import in_words, rows_sent, write_rows
from articles.admin.tokens import token, version_in
from articles.models import Article, Topic, Version
from articles.models.fields import HtmlFormField
from articles.press.merge import merge
from articles.press.snapshot import EMPTY, plain, snapshot
from articles.texts.blocks import plain_text
from articles.texts.paragraphs import same_text
from articles.texts.word_diff import word_diff

BYLINES, TOPICS = "bylines", "topics"


@dataclass
class Joined:
    """What came of a form: the values to go on with (QueryDict), the token's refusal if any, and what was joined.

    ``conflicts`` are dicts of name, and the word diffs ``mine`` and ``theirs`` from what both were made from;
    ``taken`` names the fields that came from ``others`` (names of the people who saved in the meantime).
    """

    sent: dict
    refusal: ValidationError | None = None
    taken: list = field(default_factory=list)
    conflicts: list = field(default_factory=list)
    others: list = field(default_factory=list)


def join(sent, form, article):
    """Return the Joined of what a form sent (QueryDict) for an article that is locked and as the database has it.

    ``form`` is an unbound form of the fields its sender may write.
    """
    try:
        number = version_in(sent.get("opened_version"), article)
    except ValidationError as refusal:
        return Joined(sent, refusal)
    theirs = snapshot(article)
    chosen = sent.getlist("take_theirs")
    if number == article.version and not chosen:
        return Joined(sent)
    known = Version.objects.filter(article=article, number=number).first()
    base = known.content if known else {**EMPTY, "fields": dict.fromkeys(theirs["fields"], None)}
    return _joined(sent.copy(), form, article, base, theirs, chosen, since=number)


def _joined(sent, form, article, base, theirs, chosen, *, since):
    before, now = _values(base), _values(theirs)
    mine = {name: _mine(sent, form, name, before[name]) for name in form.fields if name in now}
    rows = rows_sent(sent)
    if rows is not None:
        mine[BYLINES] = in_words(rows)
    found = merge(before, {name: now[name] if name in chosen else value for name, value in mine.items()}, now)
    for name, value in found.values.items():
        if name == BYLINES:
            kept = theirs["bylines"] if value == now[BYLINES] else rows
            if theirs["bylines"] != base["bylines"] or name in chosen:
                write_rows(sent, article, kept)
        elif name in found.theirs or name in chosen:
            _put(sent, form, name, theirs)
    sent["opened_version"] = token(article)
    later = Version.objects.filter(article=article, number__gt=since).select_related("by")
    return Joined(
        sent,
        taken=found.theirs,
        conflicts=[_conflict(name, before[name], mine[name], now[name]) for name in found.conflicts],
        others=list(dict.fromkeys(str(version.by) for version in later if version.by)),
    )


def _values(content):
    """Return a snapshot as name → text, all that a form can change."""
    return {**content["fields"], TOPICS: "\n".join(content["topics"]), BYLINES: in_words(content["bylines"])}


def _mine(sent, form, name, before):
    """Return what a form says in a field as a snapshot would hold it; what the field cannot hold, as it was sent."""
    formfield = form.fields[name]
    raw = formfield.widget.value_from_datadict(sent, {}, form.add_prefix(name))
    if name == TOPICS:
        numbers = [int(number) for number in raw or [] if str(number).isdigit()]
        return "\n".join(sorted(Topic.objects.filter(pk__in=numbers).values_list("slug", flat=True)))
    try:
        value = plain(formfield.to_python(raw))
    except ValidationError:
        return str(raw)
    return before if isinstance(formfield, HtmlFormField) and before and same_text(value, before) else value


def _put(sent, form, name, content):
    """Write the other side's value into what a form sent."""
    if name == TOPICS:
        sent.setlist(
            name, [str(pk) for pk in Topic.objects.filter(slug__in=content["topics"]).values_list("pk", flat=True)]
        )
        return
    value = content["fields"][name]
    if name == "outlet":
        value = form.fields[name].queryset.filter(slug=value).values_list("pk", flat=True).first() if value else ""
    sent[name] = str(value)


def _conflict(name, before, mine, theirs):
    texts = [
        plain_text(value) if name.startswith(("short_text", "full_text")) else value
        for value in (before or "", mine, theirs)
    ]
    return {"name": name, "mine": word_diff(texts[0], texts[1]), "theirs": word_diff(texts[0], texts[2])}


def locked(pk):
    """Return an article as the database has it, its row locked until the transaction ends, or None."""
    return Article.objects.select_for_update().filter(pk=pk).first()
