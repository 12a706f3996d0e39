"""The structured data of an author's or organization's page: a ProfilePage of schema.org, and who it is about."""

from django.urls import reverse

from articles.reading.page import absolute
from articles.reading.structured_data import breadcrumbs, graph, identifier, orcid_address, publisher, said
from articles.reading.subjects import name_in
from authors.languages import localized
from authors.pictures import address_of


def author_graph(person, posts, page):
    """Return the structured data of an author's page (a Page), ``posts`` being the Affiliations they hold today."""
    language, orcid = page.language, orcid_address(person)
    node = said(
        type="Person",
        id=f"{page.canonical}#person",
        name=person.name(language),
        givenName=localized(person, "given_name", language),
        familyName=localized(person, "family_name", language),
        alternateName=_other_names(person, language),
        description=localized(person, "bio", language),
        jobTitle=[title for title in (localized(post, "position", language) for post in posts) if title],
        affiliation=[_place(post.organization, language) for post in posts],
        image=absolute(address_of(person.portrait.name)) if person.portrait else "",
        identifier=identifier("ORCID", orcid),
        url=page.canonical,
        sameAs=_elsewhere(page, orcid, person.url),
    )
    return _profile(node, page, "authors")


def organization_graph(organization, page):
    """Return the structured data of an organization's page (a Page)."""
    language = page.language
    node = said(
        type="Organization",
        id=_organization_id(organization, language),
        name=name_in(organization, language),
        alternateName=_other_names(organization, language),
        description=localized(organization, "about", language),
        identifier=identifier("ROR", organization.ror),
        url=page.canonical,
        sameAs=_elsewhere(page, organization.ror, organization.url),
    )
    return _profile(node, page, "organizations")


def _profile(node, page, section):
    name = node["name"]
    profile = said(
        type="ProfilePage",
        id=page.canonical,
        url=page.canonical,
        name=name,
        inLanguage=page.language,
        mainEntity={"@id": node["@id"]},
    )
    way = breadcrumbs(page.language, page.canonical, section, name)
    return graph(profile, node, publisher(page.language), way)


def _other_names(subject, language):
    """Return what else somebody goes by: other spellings, and the names in other languages and their scripts."""
    return [name for name in dict.fromkeys(subject.all_names()) if name != name_in(subject, language)]


def _elsewhere(page, *addresses):
    """Return the addresses of somebody outside this site, then those of their pages here in other languages."""
    twins = [absolute(path) for code, path in page.twins.items() if code != page.language]
    return [address for address in (*addresses, *twins) if address]


def _organization_id(organization, language):
    return f"{absolute(reverse('organization', args=[language, organization.slug]))}#organization"


def _place(organization, language):
    return said(
        type="Organization",
        id=_organization_id(organization, language),
        name=name_in(organization, language),
        sameAs=organization.ror,
    )
