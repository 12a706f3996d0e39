"""Questions about editions, by the names readers' pages ask them."""

from django.db.models import F, Max, Q
from django.utils import timezone

from articles.models.edition_life import live_at
from articles.models.edition_order import InOrder
from articles.models.edition_subjects import SubjectQuerySet
from articles.models.edition_years import years_of


class EditionQuerySet(InOrder, SubjectQuerySet):
    def get_by_natural_key(self, article, language, number):
        return self.get(article__key=article, language=language, number=number)

    def ever_public(self, at=None):
        """Return what readers could read at some time up to a moment (aware datetime; default now)."""
        made_way = Q(superseded_at__lte=F("published_at"))
        withdrawn_before = Q(withdrawn_at__lt=F("published_at"))
        return self.filter(published_at__lte=at or timezone.now()).exclude(made_way).exclude(withdrawn_before)

    def published(self, at=None):
        """Return what has been public by a moment and was not withdrawn since."""
        return self.ever_public(at).filter(withdrawn_at=None)

    def live(self, language=None, at=None):
        """Return what readers see at a moment, in one language or in all."""
        current = self.filter(live_at(at))
        return current.filter(language=language) if language else current

    def scheduled(self, at=None):
        """Return what is still to come at a moment."""
        dropped = Q(superseded_at__lte=F("published_at"))
        return self.filter(published_at__gt=at or timezone.now(), withdrawn_at=None).exclude(dropped)

    def standing(self, at=None):
        """Return what the state of a language is told from: all but what has been superseded by a moment."""
        over = Q(superseded_at__lte=at or timezone.now(), withdrawn_at=None)
        return self.exclude(over).select_related("released_by")

    def withdrawn(self, at=None):
        """Return what was public once and has been taken away."""
        return self.ever_public(at).filter(withdrawn_at__isnull=False)

    def latest_first(self):
        return self.order_by("-published_at", "-number")

    def current(self):
        """Return what is live or still to come, and has no successor yet: one of an article in a language."""
        return self.filter(superseded_at=None, withdrawn_at=None)

    def next_number(self):
        """Return the number of the next edition; ask it of all editions of one article in one language."""
        return (self.aggregate(last=Max("number"))["last"] or 0) + 1

    def with_slug(self, slug):
        return self.filter(slug=slug)

    def with_keys(self, keys):
        return self.filter(pk__in=keys)

    def numbered(self, number):
        return self.filter(number=number)

    def numbered_or_live(self, number, at=None):
        """Return what has a number and what readers see at a moment."""
        return self.filter(Q(number=number) | live_at(at))

    def in_language(self, language):
        return self.filter(language=language)

    def of_articles(self, *keys):
        """Return the editions of the articles with these primary keys, by article, language and number."""
        # In the order of the index that finds them: for that of lists SQLite would rather go through all there are.
        return self.filter(article__in=keys).order_by("article_id", "language", "number")

    def of_the_articles_of(self, editions):
        """Return the editions of the same articles as others (a queryset)."""
        return self.filter(article__in=editions.values("article"))

    def of_the_article_at(self, language, slug, at=None):
        """Return the editions of the article that is live in a language under a slug at a moment (default now)."""
        return self.filter(article__in=self.model.objects.live(language, at).with_slug(slug).values("article"))

    def by_language(self):
        """Return a dict of language code → edition; ask it of the live editions of one article."""
        return {edition.language: edition for edition in self}

    def years(self):
        """Return the years in which texts were first published (int), newest first."""
        return years_of(self)

    def first_published(self, moment):
        return self.filter(first_published_at=moment)

    def published_in_year(self, year):
        """Return the texts first published in a calendar year (UTC)."""
        return self.filter(first_published_at__year=year)
