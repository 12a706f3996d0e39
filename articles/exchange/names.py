"""Whom or what a printed name means."""

from articles.models import Topic
from authors.languages import codes, localized
from authors.models import Author, Organization
from authors.names import fold


class Names:
    """An index of every name people, organizations and topics go by, made once a run."""

    def __init__(self, author_map=None):
        self._map = {fold(name): slug for name, slug in (author_map or {}).items()}
        self._known = {Author: {}, Organization: {}}
        for model in self._known:
            for one in model.objects.all():
                self.add(one)
        self._topics = {}
        for topic in Topic.objects.all():
            self.add_topic(topic)

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

    def add_topic(self, topic):
        """Let a topic be found by its slug and its names from now on."""
        names = [localized(topic, "name", code) for code in codes()]
        for name in [topic.slug, *(fold(name) for name in names if name)]:
            self._topics.setdefault(name, topic)

    def topic(self, name):
        """Return the topic with a slug or a name, or None."""
        return self._topics.get(name) or self._topics.get(fold(name))
