"""Who signs a text, in its structured data: as printed that day, tied to who they are by addresses alone."""

from django.urls import reverse

from articles.models.roles import Role
from articles.reading.page import absolute
from articles.reading.structured_data import identifier, orcid_address, said
from articles.reading.subjects import PAGES
from articles.texts.affiliations import affiliations


def page_of_signatory(line):
    """Return the address of whoever signs, in the language of the edition, or "" for editors, who have no page."""
    if line.role == Role.EDITOR:
        return ""
    kind = "authors" if line.author else "organizations"
    return absolute(reverse(PAGES[kind], args=[line.edition.language, line.who.slug]))


def author_pages(edition):
    """Return the addresses of an edition's authors, in the order of the byline."""
    return [page_of_signatory(line) for line in edition.bylines.all() if line.role == Role.AUTHOR]


def signatory(line, id, current):
    """Return a signature as a Person or Organization of this text alone, which ``id`` (an address) says.

    Name, post and affiliation are the edition's own. Somebody's page is named under the ``current`` edition only:
    whoever signs an older one may have none today.
    """
    page = page_of_signatory(line) if current else ""
    if line.organization:
        known = {"identifier": identifier("ROR", line.organization.ror)}
        addresses = [line.organization.ror]
        words = {"description": line.credit_line}
    else:
        orcid = orcid_address(line.author)
        known = {"identifier": identifier("ORCID", orcid)}
        addresses = [orcid]
        words = {
            "givenName": line.given_name,
            "familyName": line.family_name if line.given_name else "",
            "jobTitle": line.credit_line,
            "affiliation": [
                said(type="Organization", name=name) for name in affiliations(line.credit_line, line.edition.language)
            ],
        }
    return said(
        type="Organization" if line.organization else "Person",
        id=id,
        name=line.name,
        **words,
        **known,
        url=page,
        sameAs=[address for address in (page, *addresses) if address],
    )
