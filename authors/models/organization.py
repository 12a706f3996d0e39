"""Organizations: think tanks, universities and outlets alike."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from authors.fields import Line, Slug, Text, WebAddress
from authors.identifiers import normalise_ror
from authors.languages import codes, localized, others
from authors.names import fold, spelled_otherwise


class OrganizationQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def with_slug(self, slug):
        return self.filter(slug=slug)

    def concerned_by(self, editions):
        """Return the organizations that sign or carry one of these editions, or where one of its authors has a post."""
        return self.filter(editions.of_each_organization())

    def named(self, name):
        """Return the organizations that go by this name, short name or alias in any language, case and ё aside."""
        wanted = fold(name)
        return [organization for organization in self if wanted in map(fold, organization.all_names())]


class Organization(models.Model):
    slug = Slug(_("slug"), max_length=100, unique=True)
    name = Line(_("name"), max_length=250)
    short_name = Line(_("short name"), max_length=60, blank=True, help_text=_("For example RIAC."))
    about = Text(_("about"), blank=True)
    url = WebAddress(_("web site"), blank=True)
    ror = Line(_("ROR identifier"), max_length=30, blank=True)
    aliases = Text(_("other spellings"), blank=True, help_text=_("One a line; documents and search find them too."))

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.CheckConstraint(name="organization_slug_given", condition=~models.Q(slug="")),
            models.UniqueConstraint(name="organization_ror_once", fields=["ror"], condition=~models.Q(ror="")),
        ]

    def __str__(self):
        return self.name or next(iter(self.all_names()), self.slug)

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        if self.ror:
            self.ror = normalise_ror(self.ror)

    def spelled_otherwise(self, language):
        """Return (language, name) of the organization's other names for readers of a language, aliases last."""
        fields = [(code, field) for code in others(language) for field in ("name", "short_name")]
        printed = [(code, localized(self, field, code)) for code, field in fields]
        return spelled_otherwise(localized(self, "name", language), printed, self.aliases, language)

    def all_names(self):
        """Return every name the organization goes by, in every language."""
        names = [localized(self, field, code) for field in ("name", "short_name") for code in codes()]
        return [name for name in [*names, *self.aliases.splitlines()] if name.strip()]
