"""Whom a printed name means."""

from authors.models import Author, Organization
from authors.names import fold


class Names:
    """An index of every name people and organizations go by, made once a run."""

    def __init__(self, author_map=None):
        self._map = {fold(name): slug for name, slug in (author_map or {}).items()}
        self._known = {Author: {}, Organization: {}}
        for model in self._known:
            for one in model.objects.all():
                self.add(one)

    def add(self, one):
        """Let a person or organization be found by all its names from now on."""
        known = self._known[type(one)]
        for name in one.all_names():
            known.setdefault(fold(name), set()).add(one)

    def author(self, name):
        """Return the authors (set) a name may mean: the one the map names, else all who go by it."""
        if slug := self._map.get(fold(name)):
            return set(Author.objects.with_slug(slug))
        return self._known[Author].get(fold(name), set())

    def mapped(self, name):
        """Return the slug that the author map gives for a name, or None."""
        return self._map.get(fold(name))

    def organization(self, name):
        """Return the organizations (set) that go by a name."""
        return self._known[Organization].get(fold(name), set())
