"""Sign-offs: one author's word on one language of one exact text, and the personal links that ask for it."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from authors.fields import Text
from authors.models import Author


class ExactTextQuerySet(models.QuerySet):
    def kept(self, digest):
        """Return the content that is kept under a digest, or None."""
        return self.filter(digest=digest).values_list("content", flat=True).first()


class ExactText(models.Model):
    """What was shown to be signed, word for word, under its digest (articles/press/content.py)."""

    digest = models.CharField(max_length=64, unique=True)
    content = models.JSONField()

    objects = ExactTextQuerySet.as_manager()

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.digest


class Decision(models.TextChoices):
    APPROVED = "approved", _("approved")
    CHANGES = "changes", _("changes asked for")


class How(models.TextChoices):
    ACCOUNT = "account", _("at the desk")
    LINK = "link", _("by a personal link")


class RequestQuerySet(models.QuerySet):
    def usable(self, at=None):
        """Return the links that still open something at a moment (aware datetime; default now)."""
        return self.filter(revoked_at=None, expires_at__gt=at or timezone.now())

    def of(self, author, language):
        return self.filter(author=author, language=language)

    def asked_by(self, moment):
        return self.filter(created_at__lte=moment)

    def unanswered(self):
        """Return the links whose author has decided nothing since, by them or at the desk, and was not reminded."""
        later = SignOff.objects.filter(
            article=OuterRef("article"), author=OuterRef("author"), language=OuterRef("language")
        ).filter(at__gte=OuterRef("created_at"))
        return self.filter(~Exists(later), reminded_at=None)

    def in_letters(self):
        """Return the links in the order in which one letter holds them: an article's and an author's together."""
        return self.select_related("author", "article", "created_by").order_by("article", "author", "language")

    def fingerprinted(self, token_hash):
        return self.select_related("author", "article", "created_by").filter(token_hash=token_hash)

    def latest_first(self):
        return self.select_related("author", "article", "created_by").order_by("-created_at", "-pk")


class SignOffRequest(models.Model):
    """A personal link: the token itself is never stored, only its SHA-256."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="signoff_requests")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="signoff_requests")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    digest = models.CharField(max_length=64)  # the text this link is bound to; the holder can ask for the new one
    seen_digest = models.CharField(max_length=64, blank=True)  # the text its holder was shown before that one
    token_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        default_permissions = []

    def __str__(self):
        return f"{self.author} · {self.article} · {self.language}"

    def is_usable(self, at=None):
        """Say whether the link still opens something at a moment (aware datetime; default now)."""
        return self.revoked_at is None and self.expires_at > (at or timezone.now())


class SignOffQuerySet(models.QuerySet):
    def of(self, author, language):
        return self.filter(author=author, language=language)

    def latest_first(self):
        return self.select_related("author", "by").order_by("-at", "-pk")


class SignOff(models.Model):
    """A decision. It is never altered; whoever decides otherwise decides anew, and the latest counts.

    ``remarks`` are dicts of variant, paragraph (number), quote (how the paragraph begins) and text.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="signoffs")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="signoffs")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    digest = models.CharField(max_length=64)
    decision = models.CharField(max_length=10, choices=Decision.choices)
    comment = Text(_("comment"), blank=True, max_length=5000)
    remarks = models.JSONField(default=list)
    how = models.CharField(max_length=10, choices=How.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    request = models.ForeignKey(
        SignOffRequest, on_delete=models.SET_NULL, null=True, blank=True, related_name="signoffs"
    )
    at = models.DateTimeField()

    objects = SignOffQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ["view"]
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        constraints = [
            models.CheckConstraint(name="signoff_decision_known", condition=models.Q(decision__in=Decision.values)),
        ]

    def __str__(self):
        return f"{self.author} · {self.language} · {self.get_decision_display()}"
