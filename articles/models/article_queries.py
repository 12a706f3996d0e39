"""Questions about manuscripts."""

from django.db import models

from authors.languages import column


class ArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, key):
        return self.get(key=key)

    def with_slug(self, slug, language):
        return self.filter(**{column("slug", language): slug})

    def keyed_like(self, beginning):
        """Return the articles whose key begins with a text."""
        return self.filter(key__startswith=beginning)

    def with_bylines(self):
        return self.prefetch_related("bylines__author__affiliations__organization", "bylines__organization", "topics")

    def made_with(self, form):
        """Return the article that was made with a form (its token), or None."""
        return self.filter(made_with=form).first() if form else None
