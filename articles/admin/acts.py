"""The acts of an article in plain sentences: what was done, in the words of the desk."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from articles.admin.wording import person
from articles.models.act import Kind
from authors.models import Author

# Whole sentences, because no sentence of another language is put together from the pieces of an English one.
SENTENCES = {
    Kind.RELEASE: _("%(language)s: edition %(edition)s was released."),
    Kind.SCHEDULE: _("%(language)s: edition %(edition)s was scheduled for %(moment)s."),
    Kind.CANCEL: _("%(language)s: the scheduled edition %(edition)s was called off."),
    Kind.MOVE: _("%(language)s: the scheduled release was moved from %(from)s to %(moment)s, as edition %(edition)s."),
    Kind.UNDO: _("%(language)s: the release of edition %(undone)s was undone."),
    Kind.WITHDRAW: _("%(language)s: withdrawn. Reason: %(reason)s"),
    Kind.OVERRIDE: _("%(language)s: edition %(edition)s was released against objections. Reason: %(reason)s"),
    Kind.REQUEST: _("%(language)s: a sign-off was asked for. Author: %(author)s."),
    Kind.REMIND: _("%(language)s: a reminder of the sign-off was sent. Author: %(author)s."),
    Kind.REVOKE: _("%(language)s: a personal link was revoked. Author: %(author)s."),
    Kind.APPROVE: _("%(language)s: the text was approved. Author: %(author)s."),
    Kind.CHANGES: _("%(language)s: changes were asked for. Author: %(author)s."),
    Kind.MINOR: _("%(language)s: the change in version %(version)s was marked as minor."),
    Kind.CONFIRM: _("%(language)s: the translation was confirmed. Paragraphs of the source: %(paragraphs)s."),
    Kind.CARRY: _("%(language)s: the correction of %(correction)s was carried over."),
    Kind.RESTORE: _("Version %(version)s was restored as version %(as)s."),
    Kind.IMPORT: _("%(language)s: imported from %(file)s."),
}
NOT_SENT = {
    Kind.REQUEST: _("%(language)s: the letter asking for a sign-off could not be sent. Author: %(author)s."),
    Kind.REMIND: _("%(language)s: the reminder of the sign-off could not be sent. Author: %(author)s."),
}
NOT_APPLIED = _("%(language)s: the correction of %(correction)s was marked as of no concern.")


def sentences(acts):
    """Return dicts for a page: sentence, details (more sentences), who and at, of Acts in their order."""
    slugs = {act.about.get("author") for act in acts} - {None}
    authors = Author.objects.in_bulk(slugs, field_name="slug")
    return [
        {
            "said": _sentence(act, authors),
            "details": act.about.get("objections", []),
            "who": _who(act, authors),
            "at": act.at,
        }
        for act in acts
    ]


def _sentence(act, authors):
    template = SENTENCES.get(act.kind)
    if act.about.get("undelivered"):
        template = NOT_SENT.get(act.kind, template)
    if act.kind == Kind.CARRY and not act.about.get("applied", True):
        template = NOT_APPLIED
    return template % _Words(_words(act, authors)) if template else act.get_kind_display()


class _Words(dict):
    """An act of long ago may lack what is told of one today: the sentence stands all the same."""

    def __missing__(self, key):
        return "?"


def _words(act, authors):
    about = act.about
    words = {name: value for name, value in about.items() if isinstance(value, str | int)}
    words["language"] = _language(act.language) if act.language else ""
    words["author"] = authors.get(about.get("author"), about.get("author", "?"))
    words["undone"] = about.get("edition", "?")
    words["edition"] = act.edition.number if act.edition else about.get("edition", "?")
    words["paragraphs"] = ", ".join(str(place) for place in about.get("paragraphs", [])) or "?"
    for name in ("moment", "from"):
        words[name] = _moment(about[name], about.get("time_zone")) if about.get(name) else "?"
    if correction := about.get("correction"):
        words["correction"] = f"{_language(correction[0])} {correction[1]}"
    return words


def _who(act, authors):
    """Return who acted: somebody with an account, an author by their link, or the site itself."""
    by_link = act.kind in (Kind.APPROVE, Kind.CHANGES) and act.by is None
    return authors.get(act.about.get("author"), person(None)) if by_link else person(act.by)


def _language(code):
    return get_language_info(code)["name_translated"].capitalize()


def _moment(text, zone):
    """Return a stored moment (ISO 8601) on the clock it was given on, with the name of its zone."""
    moment = datetime.fromisoformat(text)
    try:
        zone = ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        zone = ZoneInfo("UTC")
    return f"{timezone.localtime(moment, zone):%Y-%m-%d %H:%M} {zone.key}"
