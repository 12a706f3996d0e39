"""How an edition is cited, from what it prints: names, number and day are the edition's own, and so is its language."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from articles.models.roles import Role
from articles.reading.page import absolute
from articles.texts.citation.embedded import coins, highwire
from articles.texts.citation.lines import line
from articles.texts.citation.reference import Name, Reference

FILES = {"cite_bib": "BibLaTeX", "cite_ris": "RIS", "cite_json": "CSL-JSON"}


@dataclass(frozen=True)
class Citation:
    """What a page says of how it is cited: a Reference, and the arguments of the addresses of its files."""

    reference: Reference
    arguments: tuple

    @property
    def line(self):
        return line(self.reference)

    @property
    def coins(self):
        return coins(self.reference)

    @property
    def highwire(self):
        return highwire(self.reference)

    @property
    def files(self):
        """The files to download: (name of the format, address)."""
        return [(label, reverse(view, args=self.arguments)) for view, label in FILES.items()]


def citation(edition, permanent_slug=""):
    """Return the Citation of an edition, which is read at its article's address.

    With ``permanent_slug``, that of the live edition, it is read at the permanent address of its number.
    """
    if permanent_slug:
        arguments = (edition.language, permanent_slug, edition.number)
        return Citation(_reference(edition, reverse("edition", args=arguments)), arguments)
    return Citation(_reference(edition, edition.get_absolute_url()), (edition.language, edition.slug))


def _reference(edition, path):
    signed = {role: tuple(_name(one) for one in edition.bylines.all() if one.role == role) for role in Role.values}
    with override(edition.language):
        site = str(settings.SITE_NAME)
    return Reference(
        key=f"{edition.key}-{edition.language}-{edition.number}",
        language=edition.language,
        title=edition.title,
        authors=signed[Role.AUTHOR],
        translators=signed[Role.TRANSLATOR],
        editors=signed[Role.EDITOR],
        published=timezone.localdate(edition.published_at),
        number=edition.number,
        site=site,
        address=absolute(path),
        original_language=edition.original_language if edition.is_translation else "",
    )


def _name(signature):
    if signature.organization_id:
        return Name(signature.name, is_organization=True)
    # Of a person without a family name the whole printed name stands in its place.
    given = signature.given_name if signature.family_name != signature.name else ""
    return Name(signature.family_name, given)
