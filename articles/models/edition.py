"""The edition: one language of an article as published. Immutable, numbered, complete in itself."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.change import Change
from articles.models.edition_life import Life
from articles.models.edition_queries import EditionQuerySet
from articles.texts.outlet_link import OutletLink
from authors.fields import Line, Slug, Text, WebAddress
from authors.languages import codes
from authors.models import Organization

CURRENT = Q(superseded_at=None, withdrawn_at=None)


class Edition(Life):
    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="editions", verbose_name=_("article")
    )
    key = Slug(_("key"), max_length=100)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("number"))
    slug = Slug(_("slug"), max_length=100)
    title = Line(_("title"), max_length=300)
    standfirst = Text(_("standfirst"), blank=True)
    short_html = Text(_("short text"), blank=True)
    full_html = Text(_("full text"), blank=True)
    short_link = Line(_("link under the short text"), max_length=500, blank=True)
    full_link = Line(_("link under the full text"), max_length=500, blank=True)
    full_text_url = WebAddress(_("complete text at the outlet"), max_length=500, blank=True)
    outlet = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="editions_carried"
    )
    outlet_name = Line(_("outlet"), max_length=250, blank=True)
    outlet_date = models.DateField(_("published there on"), null=True, blank=True)
    original_language = models.CharField(_("original language"), max_length=10)
    is_translation = models.BooleanField(_("is a translation"))
    translation_note = Line(_("note on the translation"), max_length=300, blank=True)
    topics = models.ManyToManyField("articles.Topic", blank=True, related_name="editions")
    image = models.CharField(_("picture"), max_length=300, blank=True)
    image_alt = Line(_("picture described in words"), max_length=300, blank=True)
    image_credit = Line(_("picture credit"), max_length=200, blank=True)
    excerpt = Text(blank=True)
    plain_text = Text(blank=True)
    word_count = models.PositiveIntegerField(_("words"))
    reading_minutes = models.PositiveIntegerField(_("minutes of reading"))
    digest = models.CharField(_("digest"), max_length=64)
    updated_at = models.DateTimeField(_("updated"))  # a minor change leaves it where it was (RFC 4287 §4.2.15)
    change = models.CharField(_("kind of change"), max_length=10, choices=Change.choices, blank=True)
    change_note = Text(_("what changed"), max_length=1000, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")  # the one its moment was given in
    # Who answers for it, as printed: dicts of author (slug), name and approved_at (ISO 8601, or null).
    signoffs = models.JSONField(_("sign-offs"), default=list, blank=True)
    override_reason = Text(_("reason for releasing against objections"), max_length=1000, blank=True)
    # The paragraphs' root keys of each variant, and, of a translation, which of its source's they were made from:
    # what "changed since this translation" is told from (articles/texts/lag.py).
    roots = models.JSONField(default=dict, blank=True)
    alignment = models.JSONField(default=dict, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("released by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-first_published_at", "-article_id"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        default_permissions = ["view"]
        constraints = [
            models.CheckConstraint(name="edition_language_known", condition=Q(language__in=codes())),
            models.UniqueConstraint(name="edition_number_once", fields=["article", "language", "number"]),
            models.UniqueConstraint(name="edition_one_current", fields=["article", "language"], condition=CURRENT),
            models.UniqueConstraint(name="edition_one_current_slug", fields=["language", "slug"], condition=CURRENT),
            models.CheckConstraint(
                name="edition_superseded_after_published",
                condition=Q(superseded_at=None) | Q(superseded_at__gte=F("published_at")),
            ),
            models.CheckConstraint(
                name="edition_withdrawn_with_reason", condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason="")
            ),
        ]
        indexes = [
            # In the order of the editions, too: else SQLite rather goes through a whole language in that order.
            models.Index(name="edition_by_slug", fields=["slug", "language", "-first_published_at", "-article_id"]),
            models.Index(name="edition_by_moment", fields=["published_at"]),
            models.Index(name="edition_newest", fields=["language", "-first_published_at", "-article_id"]),
        ]

    def __str__(self):
        return f"{self.title} ({self.language}/{self.number})"

    def natural_key(self):
        return (self.article.key, self.language, self.number)

    natural_key.dependencies = ["articles.article", "articles.topic", "authors.organization"]

    def get_absolute_url(self):
        return reverse("article", args=[self.language, self.slug])

    @property
    def full_repeats_short(self):
        """Whether the full variant says no more than the short one."""
        return bool(self.short_html) and self.full_html in ("", self.short_html)

    def html(self, variant):
        """Return the text of a variant, ``short`` or ``full``; the one there is when the other is empty."""
        first, second = self.full_html, self.short_html
        return (second or first) if variant == "short" else (first or second)

    def outlet_link(self, variant):
        """Return the link to the complete text elsewhere (OutletLink with its address), or None."""
        line = (self.short_link if variant == "short" else self.full_link) or self.full_link or self.short_link
        return OutletLink.parse(line) if line else None

    def outlet_url(self, variant):
        """Return the address of the complete text: the link's own, else the one known for this language."""
        link = self.outlet_link(variant)
        return (link and link.url) or self.full_text_url
