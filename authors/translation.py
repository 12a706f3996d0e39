"""The translated fields of people and organizations (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, translator

from authors.models import Affiliation, Author, Organization


class OrganizationTranslation(TranslationOptions):
    fields = ("name", "short_name", "about")


class AuthorTranslation(TranslationOptions):
    fields = (
        "given_name",
        "family_name",
        "patronymic",
        "display_name",
        "credentials",
        "bio",
        "portrait_alt",
    )


class AffiliationTranslation(TranslationOptions):
    fields = ("position",)


translator.register(Organization, OrganizationTranslation)
translator.register(Author, AuthorTranslation)
translator.register(Affiliation, AffiliationTranslation)
