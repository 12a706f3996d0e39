"""Authors: one row a person, with a name in every language."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from authors.fields import Line, Slug, Text, WebAddress
from authors.identifiers import normalise_orcid
from authors.languages import codes, localized, others, read_first
from authors.names import fold, spelled_otherwise
from authors.order import without_quotes
from authors.pictures import Picture

_known_as = lazy(str, str)


class AuthorQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def named(self, name):
        """Return the authors who go by this name or alias in any language, case and ё aside."""
        wanted = fold(name)
        return [author for author in self if wanted in map(fold, author.all_names())]

    def with_slug(self, slug):
        return self.filter(slug=slug)

    def published_in(self, editions):
        """Return the people who sign one of these editions as author or translator."""
        return self.filter(editions.of_each_author())

    def with_affiliations(self):
        return self.prefetch_related("affiliations__organization")


class Author(models.Model):
    slug = Slug(_("slug"), max_length=100, unique=True)
    given_name = Line(_("given name"), max_length=200, blank=True)
    family_name = Line(_("family name"), max_length=200, blank=True)
    patronymic = Line(_("patronymic"), max_length=100, blank=True)
    display_name = Line(
        _("name as printed"), max_length=200, blank=True, help_text=_("Blank: given name and family name.")
    )
    credentials = Line(
        _("credentials"), max_length=200, blank=True, help_text=_("For example: PhD in Political Science.")
    )
    bio = Text(_("biography"), blank=True)
    url = WebAddress(_("web site"), blank=True)
    orcid = Line(_("ORCID iD"), max_length=40, blank=True)
    portrait = Picture(_("portrait"), upload_to="portraits/", blank=True)
    portrait_alt = Line(_("portrait described in words"), max_length=300, blank=True)
    aliases = Text(_("other spellings"), blank=True, help_text=_("One a line; documents and search find them too."))
    email = models.EmailField(
        _("e-mail address"), blank=True, help_text=_("For letters about sign-offs. Never shown to readers.")
    )
    letters_language = models.CharField(
        _("language of letters"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("In which this person is written to, and reads the pages meant for them alone."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account at the desk"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = [
            models.CheckConstraint(name="author_slug_given", condition=~models.Q(slug="")),
            models.UniqueConstraint(name="author_orcid_once", fields=["orcid"], condition=~models.Q(orcid="")),
        ]

    def __str__(self):
        return next((self.name(code) for code in read_first() if self.name(code)), self.slug)

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        if self.orcid:
            self.orcid = normalise_orcid(self.orcid)
        if not any(self.name(code) for code in codes()):
            raise ValidationError(_("Give the name in at least one language."), code="name_missing")

    def name(self, language):
        """Return the name as printed in that language, ``""`` when it is not known there."""
        printed = localized(self, "display_name", language)
        parts = (localized(self, field, language) for field in ("given_name", "family_name"))
        return printed or " ".join(part for part in parts if part)

    @property
    def known_as(self):
        """The name as messages give it: in the language they are read in, or in any other that has one."""
        return _known_as(self)

    def sort_name(self, language):
        """Return "Timofeev, Ivan": what lists are sorted by."""
        family, given = (localized(self, field, language) for field in ("family_name", "given_name"))
        return ", ".join(part for part in (family, given) if part) or self.name(language)

    def filed_as(self, language):
        """Return what lists in a language file the person under: (family, given), or the whole name as the first."""
        family, given = (localized(self, field, language) for field in ("family_name", "given_name"))
        return (family, given) if family else (self.name(language), "")

    def initials(self, language):
        """Return "SC" for Samuel Charap: one letter of the given name, one of the family name, or one of either."""
        parts = [localized(self, field, language) for field in ("given_name", "family_name")]
        return "".join(without_quotes(part)[:1] for part in parts).upper() or self.name(language)[:1].upper()

    def spelled_otherwise(self, language):
        """Return (language, name) of the person's other names for readers of a language: elsewhere's, then aliases."""
        printed = [(code, self.name(code)) for code in others(language)]
        return spelled_otherwise(self.name(language), printed, self.aliases, language)

    def all_names(self):
        """Return every name the person goes by, in every language."""
        names = [self.name(code) for code in codes()]
        names += [" ".join(self._full_name(code)) for code in codes()]
        return [name for name in dict.fromkeys([*names, *self.aliases.splitlines()]) if name.strip()]

    def _full_name(self, language):
        parts = (localized(self, field, language) for field in ("given_name", "patronymic", "family_name"))
        return [part for part in parts if part]
