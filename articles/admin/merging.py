"""A form made from an older version: what it and the newer ones changed is joined before the form is looked at."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.byline_rows import out_of_step
from articles.admin.tokens import token, version_in
from articles.admin.typed import typed, write
from articles.admin.wording import compared, in_words, label, language_of, person
from articles.models import Article, Version
from articles.press.merge import BYLINES, FIELDS, changed, merge
from articles.press.snapshot import snapshot

CHOICE, THEIRS = "resolve-", "theirs"  # "resolve-title_en": whose title is to stand there


@dataclass
class Joined:
    """What came of a form: the values to go on with (QueryDict), the token's refusal if any, and what was joined.

    ``taken`` names the parts that came from others, ``news`` says so in sentences. ``conflicts`` are dicts for the
    page: what both changed, each against what both were made from. ``others`` names those who saved in the meantime.
    """

    sent: dict
    refusal: ValidationError | None = None
    taken: tuple = ()
    conflicts: list = field(default_factory=list)
    others: list = field(default_factory=list)
    news: list = field(default_factory=list)

    @property
    def by_hand(self):
        """Whether somebody has looked at conflicts and decided."""
        return any(name.startswith(CHOICE) for name in self.sent)


def join(sent, files, form, article, *, byline=True):
    """Return the Joined of what a form sent (QueryDict and files) for an article that is locked, as it stands.

    ``form`` is an unbound form; what its sender may not write is disabled in it, and never taken from what was sent.
    ``byline`` says whether they may write the byline. A form that does not say what it was made from is refused, and
    shown with all that differs, so that it can be saved by somebody who has seen that.
    """
    theirs, refusal, number, base = snapshot(article), None, article.version, None
    late = byline and out_of_step(sent, article)
    try:
        number = version_in(sent.get("opened_version"), article)
    except ValidationError as error:
        refusal = error
    else:
        base = theirs if number == article.version and not late else _content(article, number)
    names = [name.removeprefix(CHOICE) for name in sent if name.startswith(CHOICE) and sent[name] == THEIRS]
    if base is theirs and not names:
        return Joined(sent)
    mine = typed(sent, files, form, base or theirs, byline=byline)
    found = merge(base, _with_theirs(mine, base or theirs, names), theirs)
    sent = sent.copy()
    # The rows of a form go by numbers that may be gone; whatever becomes of them, they have to be those there are.
    write(sent, form, article, found.content, {*found.taken, *names} | ({BYLINES} if late else set()))
    sent["opened_version"] = token(article)
    later = list(Version.objects.of_article(article).since(number))
    return Joined(
        sent,
        refusal,
        found.taken,
        [_conflict(name, base, mine, theirs) for name in found.conflicts],
        list(dict.fromkeys(person(version.by) for version in later)),
        _news(base, later, found.taken),
    )


def _content(article, number):
    known = Version.objects.of_article(article).numbered(number).first()
    return known.content if known else None


def _with_theirs(mine, base, names):
    """Return a snapshot with some parts as they were shown to the one who decided for them."""
    fields = {name: base[FIELDS][name] for name in names if name in base[FIELDS]}
    return mine | {name: base[name] for name in names if name in base} | {FIELDS: mine[FIELDS] | fields}


def _conflict(name, base, mine, theirs):
    """Return what the page shows: what both were made from, and both against it, or against one another without it."""
    was, one, other = (in_words(content, [name])[name] if content else None for content in (base, mine, theirs))
    return {
        "name": name,
        "label": label(name),
        "language": language_of(name),
        "base": was,
        "mine": compared(other if was is None else was, one),
        "theirs": compared(one if was is None else was, other),
    }


def _news(base, later, taken):
    """Return a sentence for every version from which something was taken over."""
    news, before = [], base
    for version in later if base else ():
        labels = [label(name) for name in changed(before, version.content) if name in taken]
        before = version.content
        if labels:
            words = {"person": person(version.by), "time": f"{timezone.localtime(version.at):%H:%M}"}
            sentence = _("Joined with what %(person)s saved at %(time)s: %(fields)s.")
            news.append(sentence % (words | {"fields": ", ".join(labels)}))
    return news


def locked(pk):
    """Return an article as the database has it, its row locked until the transaction ends, or None."""
    return Article.objects.select_for_update().filter(pk=pk).first()
