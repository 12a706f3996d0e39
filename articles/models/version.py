"""Versions of a manuscript: what it said after every save, and who saved it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Origin(models.TextChoices):
    DESK = "desk", _("written at the desk")
    MERGE = "merge", _("merged with somebody else’s changes")
    RESTORE = "restore", _("restored from an earlier version")
    IMPORT = "import", _("imported")
    FOUND = "found", _("found as it was")


class VersionQuerySet(models.QuerySet):
    def get_by_natural_key(self, article, number):
        return self.get(article__key=article, number=number)

    def of_article(self, article):
        return self.filter(article=article)

    def numbered(self, number):
        return self.filter(number=number)

    def of_articles(self, articles):
        """Return the versions of the articles with these primary keys."""
        return self.filter(article__in=articles)

    def digests_over_time(self):
        """Return (article's number, moment, digests), each article's oldest version first."""
        return self.order_by("article", "number").values_list("article", "at", "digests")

    def newest_first(self):
        return self.select_related("by").order_by("-number")

    def before(self, number):
        """Return the last version before one, or None: numbers may be missing where nobody kept what was saved."""
        return self.filter(number__lt=number).order_by("-number").first()

    def since(self, number):
        """Return the versions after one, the oldest first."""
        return self.filter(number__gt=number).select_related("by").order_by("number")


class Version(models.Model):
    """``content`` is what ``articles.press.versions.snapshot`` returned; numbers are those of ``Article.version``."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField()
    digests = models.JSONField(default=dict)  # language → digest of what a release would have printed that day
    origin = models.CharField(_("how"), max_length=20, choices=Origin.choices, default=Origin.DESK)
    restored = models.PositiveIntegerField(null=True, blank=True)  # the number of the version that was restored
    minor = models.JSONField(default=list)  # languages whose changes were marked as minor
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("saved"))

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "number"]
        default_permissions = []
        constraints = [models.UniqueConstraint(name="version_number_once", fields=["article", "number"])]

    def __str__(self):
        return f"{self.article} · {self.number}"

    def natural_key(self):
        return (self.article.key, self.number)

    natural_key.dependencies = ["articles.article"]


class MinorChange(models.Model):
    """One text that says the same as another, but for a slip of the pen: digests of a paragraph, or of a language."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="minor_changes")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="minor_changes")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    before = models.CharField(max_length=64)
    after = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]
        default_permissions = []
        constraints = [
            models.CheckConstraint(name="minor_change_changes", condition=~models.Q(before=models.F("after"))),
        ]

    def __str__(self):
        return f"{self.language}: {self.before:.8} → {self.after:.8}"
