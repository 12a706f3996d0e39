"""Filters of the worklist: links that change one thing and keep the rest."""

from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from articles.press.concerned import key_of
from articles.press.matters import LABELS
from articles.press.worklist import NEWEST, OLDEST, Wanted
from authors.languages import codes
from authors.languages import name as language_name

ORDERS = {OLDEST: _("Oldest first"), NEWEST: _("Newest first")}


@dataclass(frozen=True)
class Choice:
    label: str
    query: str
    chosen: bool
    language: str = ""  # of the label, where it is not the page's


def wanted_from(query):
    """Return the Wanted that a QueryDict asks for; what nobody could have chosen is as if it were not there."""
    known = {"matter": LABELS, "language": codes(), "order": ORDERS}
    chosen = {name: query[name] for name, values in known.items() if query.get(name) in values}
    return Wanted(person=query.get("person", ""), **chosen)


def choices_of(wanted, people, user, shown):
    """Return (title, choices) of each filter; ``people`` are those to choose from, ``shown`` the page's language."""
    own = key_of(user)
    named = {person.key: person.name(shown) for person in people if person.key != own}
    persons = {"": _("Everybody"), own: _("You")} | dict(sorted(named.items(), key=lambda one: one[1]))
    languages = {"": _("All languages")} | {code: language_name(code) for code in codes()}
    return [
        (_("Matter"), _choices(wanted, "matter", {"": _("Everything")} | LABELS)),
        (_("Language"), _choices(wanted, "language", languages)),
        (_("Person"), _choices(wanted, "person", persons)),
        (_("Order"), _choices(wanted, "order", ORDERS)),
    ]


def turn(wanted, page):
    """Return the query of another page (counted from 1) of the same list."""
    return _query(wanted, page=page)


def _choices(wanted, name, labels):
    return [
        Choice(
            label,
            _query(replace(wanted, **{name: value})),
            getattr(wanted, name) == value,
            value if name == "language" else "",
        )
        for value, label in labels.items()
    ]


def _query(wanted, **more):
    defaults = asdict(Wanted())
    chosen = {name: value for name, value in asdict(wanted).items() if value != defaults[name]}
    return "?" + urlencode(chosen | more)
