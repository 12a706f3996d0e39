"""Topics and series: all of them, and everything published on one."""

from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.reading.page import further, page_everywhere
from articles.reading.paging import page_of
from articles.reading.structured_data import breadcrumbs, graph
from articles.reading.subjects import editions_about, find, name_in, subject_page
from authors.order import order_key


def topics(request, language):
    counted = [one for one in Topic.objects.counted_in(Edition.objects.live(language)) if name_in(one, language)]
    found = sorted(counted, key=lambda one: order_key(language, name_in(one, language)))
    page = page_everywhere("topics", language)
    return TemplateResponse(
        request,
        "articles/topics.html",
        {
            "page": page,
            "series": [one for one in found if one.is_series],
            "topics": [one for one in found if not one.is_series],
        },
    )


def topic(request, language, slug):
    topic = find("topics", slug)
    page = subject_page("topics", topic, language)
    after = request.GET.get("after", "")
    about = editions_about("topics", topic, language).for_lists()
    editions, following = page_of(about, after, newest_first=not topic.is_series)
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
