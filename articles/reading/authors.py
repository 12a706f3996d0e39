"""Authors: who they are now, and everything they have published here."""

from django.template.response import TemplateResponse
from django.utils import timezone

from articles.models.edition import Edition
from articles.reading.page import further, page_everywhere
from articles.reading.paging import page_of
from articles.reading.profile_data import author_graph
from articles.reading.subjects import editions_about, find, subject_page
from authors.languages import localized
from authors.models import Author
from authors.names import sort_key


def authors(request, language):
    people = Author.objects.published_in(Edition.objects.live(language)).with_affiliations()
    return TemplateResponse(
        request,
        "authors/authors.html",
        {
            "page": page_everywhere("authors", language),
            "people": sorted(people, key=lambda person: sort_key(person.sort_name(language))),
        },
    )


def author(request, language, slug):
    person = find("authors", slug)
    page = subject_page("authors", person, language)
    after = request.GET.get("after", "")
    affiliations = [
        post
        for post in person.affiliations.select_related("organization")
        if localized(post.organization, "name", language)
    ]
    today = timezone.localdate()
    editions, following = page_of(editions_about("authors", person, language).with_bylines(), after)
    return TemplateResponse(
        request,
        "authors/author.html",
        {
            "page": further(page, after),
            "person": person,
            "affiliations": affiliations,
            "editions": editions,
            "following": following,
            "structured_data": author_graph(person, [post for post in affiliations if post.held_on(today)], page),
        },
    )
