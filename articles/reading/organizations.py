"""Organizations: their people, the texts they and their people sign, and the texts they carry."""

from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.models.roles import Role
from articles.reading.page import further, page_everywhere
from articles.reading.paging import page_of
from articles.reading.profile_data import organization_graph
from articles.reading.subjects import editions_about, find, subject_page
from authors.languages import localized
from authors.models import Affiliation, Organization
from authors.order import lettered, order_key

SIGNED, CARRIED, WRITTEN = "signed", "carried", "written"


def organizations(request, language):
    concerned = Organization.objects.concerned_by(Edition.objects.live(language))
    named = [one for one in concerned if localized(one, "name", language)]
    letters = lettered(named, language, lambda one: (localized(one, "name", language),))
    page = page_everywhere("organizations", language)
    return TemplateResponse(request, "authors/organizations.html", {"page": page, "letters": letters})


def organization(request, language, slug):
    organization = find("organizations", slug)
    page = subject_page("organizations", organization, language)
    live = Edition.objects.live(language)
    after = request.GET.get("after", "")
    editions, following = page_of(editions_about("organizations", organization, language).for_lists(), after)
    posts = Affiliation.objects.at(organization).of_published(live)
    return TemplateResponse(
        request,
        "authors/organization.html",
        {
            "page": further(page, after),
            "organization": organization,
            "affiliations": sorted(posts, key=lambda post: order_key(language, *post.author.filed_as(language))),
            "parts": by_part(editions, organization),
            "following": following,
            "structured_data": organization_graph(organization, page),
        },
    )


def by_part(editions, organization):
    """Return (part, editions) for what an organization signs, carries, or what its people wrote, each edition once."""
    found = [(_part(one, organization), one) for one in editions]
    parts = [(part, [one for its, one in found if its == part]) for part in (SIGNED, WRITTEN, CARRIED)]
    return [(part, its) for part, its in parts if its]


def _part(edition, organization):
    signs = [line for line in edition.bylines.all() if line.role != Role.EDITOR]
    if any(line.organization_id == organization.pk for line in signs):
        return SIGNED
    return CARRIED if edition.outlet_id == organization.pk else WRITTEN
