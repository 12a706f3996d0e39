"""Authors: who they are now, and everything they have published here."""

from django.template.response import TemplateResponse
from django.utils import timezone

from articles.models.edition import Edition
from articles.models.edition_byline import EditionByline
from articles.models.roles import Role
from articles.reading.page import further, page_everywhere
from articles.reading.paging import page_of
from articles.reading.profile_data import author_graph
from articles.reading.subjects import find, subject_page
from authors.languages import localized
from authors.models import Author
from authors.order import lettered


def authors(request, language):
    people = Author.objects.published_in(Edition.objects.live(language)).with_affiliations()
    letters = lettered(people, language, lambda person: person.filed_as(language))
    page = page_everywhere("authors", language)
    return TemplateResponse(request, "authors/authors.html", {"page": page, "letters": letters})


def author(request, language, slug):
    person = find("authors", slug)
    page = subject_page("authors", person, language)
    after = request.GET.get("after", "")
    signatures = EditionByline.objects.of_person(person, language).live()
    editions, following = page_of(Edition.objects.for_lists(), after, found_by=signatures)
    known = person.affiliations.with_organizations()
    posts = [post for post in known if localized(post.organization, "name", language)]
    today = timezone.localdate()
    return TemplateResponse(
        request,
        "authors/author.html",
        {
            "page": further(page, after),
            "person": person,
            "affiliations": posts,
            "parts": by_role(editions, person),
            "following": following,
            "structured_data": author_graph(person, [post for post in posts if post.held_on(today)], page),
        },
    )


def by_role(editions, person):
    """Return (role, editions) for the roles in which a person signs some of these, each edition once."""
    first = {one.pk: min(_roles(one, person)) for one in editions}
    parts = [(role, [one for one in editions if first[one.pk] == place]) for place, role in enumerate(Role)]
    return [(role, found) for role, found in parts if found]


def _roles(edition, person):
    return [list(Role).index(line.role) for line in edition.bylines.all() if line.author_id == person.pk]
