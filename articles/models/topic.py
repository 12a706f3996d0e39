"""Topics: the subjects texts are filed under, and the series they make. Public from the moment they exist."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from authors.fields import Line, Slug


class TopicQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def with_slug(self, slug):
        return self.filter(slug=slug)

    def counted_in(self, editions):
        """Return the topics of these editions, each with ``texts``: how many of them are about it."""
        return self.filter(editions__in=editions.order_by()).annotate(texts=models.Count("editions"))


class Topic(models.Model):
    slug = Slug(_("slug"), max_length=100, unique=True)
    name = Line(_("name"), max_length=200)
    is_series = models.BooleanField(
        _("a series"),
        default=False,
        help_text=_("Its texts belong together and are read in order: readers find the first one first."),
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [models.CheckConstraint(name="topic_slug_given", condition=~models.Q(slug=""))]

    def __str__(self):
        return self.name or self.slug

    def natural_key(self):
        return (self.slug,)
