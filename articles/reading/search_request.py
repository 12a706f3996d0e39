"""What a reader asks of search: the query, filters, the hit to go on from. Read from an address and written back."""

import re
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from articles.reading.page import Page
from articles.texts.query import Unreadable, read, shown
from authors.languages import codes

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,100}")
KINDS = ("author", "organization", "topic")
FILTERS = (*KINDS, "year")
CURSOR = re.compile(r"([0-3])\.(-?[0-9]{1,18})")


@dataclass(frozen=True)
class SearchRequest:
    language: str
    q: str = ""
    author: str = ""
    organization: str = ""
    topic: str = ""
    year: str = ""
    after: str = ""

    @classmethod
    def sent(cls, values, language):
        """Return what a QueryDict asks for; whether it can be read, ``query`` and ``filters`` say."""
        return cls(language, **{name: values.get(name, "").strip() for name in ("q", *FILTERS, "after")})

    @property
    def query(self):
        """The Query that was typed. Raises Unreadable."""
        if self.year and not re.fullmatch("[0-9]{4}", self.year):
            raise Unreadable("year")
        return read(self.q, self.language)

    @property
    def filters(self):
        """The filters that are on: a dict of kind and value, as sent, fit to be shown."""
        return {kind: shown(getattr(self, kind)) for kind in FILTERS if getattr(self, kind)}

    @property
    def slugs(self):
        """The filters that name somebody or something, by kind; ``""`` for what is no slug at all."""
        sent = {kind: getattr(self, kind) for kind in KINDS if getattr(self, kind)}
        return {kind: slug if SLUG.fullmatch(slug) else "" for kind, slug in sent.items()}

    @property
    def place(self):
        """The (place, row) of the hit to go on from, or None. Raises Http404."""
        found = CURSOR.fullmatch(self.after)
        if self.after and not found:
            raise Http404(f"after: expected a cursor from this list; found {self.after!r:.80}")
        return (int(found[1]), int(found[2])) if found else None

    def address(self, **changes):
        """Return the path of this search with other values; a change of what is asked begins at the first hit."""
        wanted = replace(self, **{"after": ""} | changes)
        values = {name: shown(value) for name, value in asdict(wanted).items() if value and name != "language"}
        path = reverse("search", args=[wanted.language])
        return f"{path}?{urlencode(values)}" if values else path

    def page(self):
        """Return the Page of these hits: no search engine lists it; the language switch takes the query along.

        The form by itself is a page like others.
        """
        twins = {code: replace(self, language=code, after="").address() for code in codes()}
        path = self.address(after=self.after)
        alone = not (self.q or self.filters)
        default = next(iter(twins.values())) if alone else ""
        return Page(self.language, path, twins, default, f"/{self.language}/feed", listed=alone, indexed=alone)
