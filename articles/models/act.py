"""Acts: what somebody did that others may ask about later. Written once."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.edition import Edition
from authors.languages import name as language_name


class Kind(models.TextChoices):
    RELEASE = "release", _("released")
    SCHEDULE = "schedule", _("scheduled")
    CANCEL = "cancel", _("scheduled release called off")
    MOVE = "move", _("scheduled release moved")
    UNDO = "undo", _("release undone")
    WITHDRAW = "withdraw", _("withdrawn")
    OVERRIDE = "override", _("released against objections")
    REQUEST = "request", _("sign-off asked for")
    REMIND = "remind", _("reminded of a sign-off")
    REVOKE = "revoke", _("personal link revoked")
    APPROVE = "approve", _("approved")
    CHANGES = "changes", _("changes asked for")
    MINOR = "minor", _("change marked as minor")
    CONFIRM = "confirm", _("translation confirmed")
    CARRY = "carry", _("correction carried over")
    RESTORE = "restore", _("earlier version restored")
    IMPORT = "import", _("imported")


class ActQuerySet(models.QuerySet):
    def newest_first(self):
        return self.select_related("by", "edition").order_by("-at", "-pk")


class Act(models.Model):
    """``about`` holds what the kind needs: a reason, an author's slug, a moment; never a token."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(_("what"), max_length=20, choices=Kind.choices)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, blank=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="acts")
    about = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ["view"]
        verbose_name = _("act")
        verbose_name_plural = _("acts")

    def __str__(self):
        return f"{self.get_kind_display()} · {self.article}"


class CarryOverQuerySet(models.QuerySet):
    def open(self):
        """Return the tasks still to be done, the oldest correction first; each knows its correction and article."""
        return self.filter(settled_at=None).select_related("correction__article").order_by("correction__published_at")

    def of_article(self, article):
        return self.filter(correction__article=article)

    def of_correction(self, edition):
        return self.filter(correction=edition)

    def into(self, language):
        """Return the tasks to correct the text of a language."""
        return self.filter(language=language)

    def settled_with(self, edition):
        """Return the tasks that an edition has done."""
        return self.filter(settled_with=edition)

    def of_articles(self, articles):
        """Return the tasks from corrections of the articles with these primary keys."""
        return self.filter(correction__article__in=articles)


class CarryOver(models.Model):
    """The task to apply a correction of one language in another; settled once, by a release or by hand."""

    correction = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="carry_overs")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_with = models.ForeignKey(  # the edition that carries it; none when it does not concern this language
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = CarryOverQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = []
        constraints = [models.UniqueConstraint(name="carry_over_once", fields=["correction", "language"])]

    def __str__(self):
        return f"{self.correction} → {self.language}"

    @property
    def from_name(self):
        return language_name(self.correction.language)

    @property
    def into_name(self):
        return language_name(self.language)

    @property
    def article(self):
        return self.correction.article

    @property
    def since(self):
        """The moment from which the correction is public in its own language (aware datetime)."""
        return self.correction.published_at
