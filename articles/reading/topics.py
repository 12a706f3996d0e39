"""Topics: everything published on a subject."""

from django.template.response import TemplateResponse

from articles.reading.page import further
from articles.reading.paging import page_of
from articles.reading.structured_data import breadcrumbs, graph
from articles.reading.subjects import editions_about, find, name_in, subject_page


def topic(request, language, slug):
    topic = find("topics", slug)
    page = subject_page("topics", topic, language)
    after = request.GET.get("after", "")
    editions, following = page_of(editions_about("topics", topic, language).with_bylines(), after)
    return TemplateResponse(
        request,
        "articles/topic.html",
        {
            "page": further(page, after),
            "topic": topic,
            "editions": editions,
            "following": following,
            "structured_data": graph(breadcrumbs(language, page.canonical, "", name_in(topic, language))),
        },
    )
