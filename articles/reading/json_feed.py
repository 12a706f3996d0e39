"""JSON Feed 1.1 for co-authored, bilingual texts. What the standard has no word for is said under ``_diptych``.

docs/machines.md describes the extension; its readers may rely on it.
"""

from django.conf import settings
from django.urls import reverse

from articles.models.roles import Role
from articles.reading.entry_ids import entry_id
from articles.reading.page import absolute
from articles.reading.signatory_data import page_of_signatory
from articles.reading.structured_data import known
from articles.reading.subjects import name_in
from articles.texts.absolute_links import with_absolute_links


def json_feed(feed, path):
    """Return a Feed (articles/reading/feeds.py) that stands at a path as the dict of a JSON Feed."""
    hubs = [{"type": "WebSub", "url": settings.WEBSUB_HUB}] if settings.WEBSUB_HUB else []
    top = known(
        version="https://jsonfeed.org/version/1.1",
        title=feed.title,
        home_page_url=absolute(feed.home),
        feed_url=absolute(path),
        language=feed.language,
        hubs=hubs,
    )
    return top | {"items": [_item(edition, feed.twins_of(edition)) for edition in feed.editions]}


def _item(edition, twins):
    address = absolute(edition.get_absolute_url())
    return known(
        id=entry_id(edition),
        url=address,
        external_url=edition.outlet_url("full"),
        title=edition.title,
        content_html=with_absolute_links(edition.html("full"), address),
        summary=edition.excerpt,
        image=absolute(reverse("share_image", args=[edition.language, edition.slug])),
        date_published=edition.first_published_at.isoformat(),
        date_modified=edition.updated_at.isoformat(),
        language=edition.language,
        authors=_people(edition, Role.AUTHOR),
        tags=topic_names(edition),
        _diptych=known(
            edition=edition.number,
            original_language=edition.original_language,
            translators=_people(edition, Role.TRANSLATOR),
            editors=_people(edition, Role.EDITOR),
            outlet=edition.outlet_name,
            other_languages=[_twin(one) for one in twins],
        ),
    )


def topic_names(edition):
    """Return the names of a text's topics in its language, those without one left out."""
    names = [name_in(topic, edition.language) for topic in edition.topics.all()]
    return [name for name in names if name]


def _people(edition, role):
    lines = [line for line in edition.bylines.all() if line.role == role]
    return [known(name=line.name, url=page_of_signatory(line)) for line in lines]


def _twin(edition):
    return known(
        language=edition.language,
        id=entry_id(edition),
        url=absolute(edition.get_absolute_url()),
    )
