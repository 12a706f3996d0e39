"""Organizations: their people, the texts they sign and the texts they carry."""

from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.reading.page import further, page_everywhere
from articles.reading.paging import page_of
from articles.reading.profile_data import organization_graph
from articles.reading.subjects import editions_about, find, subject_page
from authors.languages import localized
from authors.models import Affiliation, Organization
from authors.names import sort_key


def organizations(request, language):
    concerned = Organization.objects.concerned_by(Edition.objects.live(language))
    named = [one for one in concerned if localized(one, "name", language)]
    return TemplateResponse(
        request,
        "authors/organizations.html",
        {
            "page": page_everywhere("organizations", language),
            "organizations": sorted(named, key=lambda one: sort_key(localized(one, "name", language))),
        },
    )


def organization(request, language, slug):
    organization = find("organizations", slug)
    page = subject_page("organizations", organization, language)
    live = Edition.objects.live(language)
    after = request.GET.get("after", "")
    editions, following = page_of(editions_about("organizations", organization, language).with_bylines(), after)
    return TemplateResponse(
        request,
        "authors/organization.html",
        {
            "page": further(page, after),
            "organization": organization,
            "affiliations": Affiliation.objects.at(organization).of_published(live),
            "editions": editions,
            "following": following,
            "structured_data": organization_graph(organization, page),
        },
    )
