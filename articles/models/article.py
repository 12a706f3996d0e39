"""The manuscript: what editors write, all languages side by side. Readers never see it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article_queries import ArticleQuerySet
from articles.models.fields import HtmlField
from articles.models.topic import Topic
from authors.fields import Line, Slug, Text, WebAddress
from authors.languages import codes, column, localized, others, read_first
from authors.models import Organization
from authors.pictures import Picture
from authors.slugs import free_slug, is_year

BOTH = "both"


class Article(models.Model):
    key = Slug(
        _("key"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Names the article in every language, in fixtures and documents. Blank: made from the title."),
    )
    title = Line(_("title"), max_length=300, blank=True)
    slug = Slug(
        _("slug"), max_length=100, blank=True, help_text=_("The last part of the address. Blank: made from the title.")
    )
    standfirst = Text(_("standfirst"), blank=True, help_text=_("One or two sentences under the title."))
    short_text = HtmlField(_("short text"), blank=True)
    short_link = Line(
        _("link under the short text"),
        max_length=500,
        blank=True,
        help_text=_("As printed, for example: Read full text in War on the Rocks. Blank: made from the outlet."),
    )
    full_text = HtmlField(_("full text"), blank=True)
    full_link = Line(_("link under the full text"), max_length=500, blank=True)
    full_text_url = WebAddress(_("complete text at the outlet"), max_length=500, blank=True)
    translation_note = Line(
        _("note on the translation"),
        max_length=300,
        blank=True,
        help_text=_("Printed with this language: who translated it, and whether the authors reviewed it."),
    )
    original_language = models.CharField(
        _("original language"),
        max_length=10,
        choices=[*settings.LANGUAGES, (BOTH, _("written in both"))],
        default=settings.LANGUAGE_CODE,
    )
    outlet = models.ForeignKey(
        Organization,
        verbose_name=_("outlet"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles_carried",
        help_text=_("The publication that carries the complete text."),
    )
    outlet_date = models.DateField(_("published there on"), null=True, blank=True)
    source_url = WebAddress(_("where this text was taken from"), max_length=500, blank=True)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="articles")
    image = Picture(_("picture"), upload_to="articles/", blank=True)
    image_alt = Line(_("picture described in words"), max_length=300, blank=True)
    image_credit = Line(_("picture credit"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    made_with = models.CharField(max_length=40, null=True, unique=True, editable=False)  # one form makes one article
    modified_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-modified_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("translate_article", _("Can write the translation of articles")),
            ("minor_article", _("Can mark changes as minor")),
            ("signoff_article", _("Can ask for sign-offs")),
            ("release_article", _("Can release articles")),
            ("override_article", _("Can release against objections, with a reason")),
            ("withdraw_article", _("Can withdraw articles")),
        ]
        constraints = [
            models.CheckConstraint(name="article_key_given", condition=~models.Q(key="")),
            models.CheckConstraint(
                name="article_original_language_known", condition=models.Q(original_language__in=[*codes(), BOTH])
            ),
            *(
                models.UniqueConstraint(
                    name=f"article_slug_once_{code}",
                    fields=[column("slug", code)],
                    condition=~models.Q(**{column("slug", code): ""}),
                    violation_error_message=_("Another article has this slug in this language."),
                )
                for code in codes()
            ),
        ]

    def __str__(self):
        titles = (localized(self, "title", code) for code in read_first())
        return next(filter(None, titles), self.key)

    def save(self, **kwargs):
        """Fill in what was left blank, count the version up, save."""
        self.fill_in()
        self.version += 1
        super().save(**kwargs)

    def clean(self):
        self.fill_in()  # a form checks the constraints before it saves, and one of them asks for a key

    def natural_key(self):
        return (self.key,)

    def fill_in(self):
        """Make the slugs from the titles, and the key from the first of them, where they are blank."""
        for code in codes():
            if localized(self, "title", code) and not localized(self, "slug", code):
                setattr(self, column("slug", code), self._free_slug(code))
        if not self.key:
            slugs = [localized(self, "slug", code) for code in codes()]
            wanted = next(filter(None, slugs), "article")
            self.key = free_slug(wanted, lambda slug: Article.objects.exclude(pk=self.pk).filter(key=slug).exists())

    def _free_slug(self, language):
        others = Article.objects.exclude(pk=self.pk)

        def taken(slug):
            return is_year(slug) or others.with_slug(slug, language).exists()

        return free_slug(localized(self, "title", language), taken)

    def translations(self):
        """Return the languages (codes) that are translated from the original; none where both were written."""
        return [] if self.original_language == BOTH else [code for code in codes() if code != self.original_language]

    def source_of(self, language):
        """Return the language that a language is laid beside: the original, or another where both were written."""
        return others(language)[0] if self.original_language in (BOTH, language) else self.original_language

    def has_text(self, language):
        """Say whether anything is written in a language yet."""
        return any(localized(self, field, language) for field in ("title", "short_text", "full_text"))
