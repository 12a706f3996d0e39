"""Releasing many new articles at once: what ``release`` would print of them one after the other.

For made-up corpora. Nobody is asked to sign and nothing is refused: there are no objections, and no editions before.
"""

from django.db import transaction
from django.db.models import prefetch_related_objects

from articles.models import Act, Edition, EditionByline
from articles.models.act import Kind
from articles.models.search_index import index_new
from articles.press.content import content
from articles.press.lineage import alignment_printed, roots_printed
from articles.press.printing import record
from articles.press.signing import judged

_NEEDED = (
    *("bylines__author__affiliations__organization", "bylines__organization", "outlet"),
    *("topics", "alignments", "minor_changes"),
)


@transaction.atomic
def release_new(moments, languages):
    """Release languages of articles that never were, each at its moment; return the number of editions made.

    ``moments`` are (article, aware datetime that has gone by) pairs. One transaction.
    """
    prefetch_related_objects([article for article, _at in moments], *_NEEDED)
    printed = [
        (article, content(article, language, at.date()), at) for article, at in moments for language in languages
    ]
    editions = Edition.objects.bulk_create(_edition(*one) for one in printed)
    made = list(zip(editions, (contents for _article, contents, _at in printed), strict=True))
    EditionByline.objects.bulk_create(
        EditionByline.under(edition, **line) for edition, contents in made for line in contents.bylines
    )
    tagged = Edition.topics.through
    tagged.objects.bulk_create(
        tagged(edition_id=edition.pk, topic_id=topic) for edition, contents in made for topic in contents.topic_ids
    )
    index_new(editions)
    Act.objects.bulk_create(_act(edition) for edition in editions)
    return len(editions)


def _edition(article, contents, at):
    return Edition(
        article=article,
        language=contents.language,
        number=1,
        digest=contents.digest,
        published_at=at,
        first_published_at=at,
        updated_at=at,
        signoffs=record(judged(article, contents.language, contents, (), {}), contents.language),
        roots=roots_printed(article, contents.language),
        alignment=alignment_printed(article, contents.language),
        **contents.fields,
    )


def _act(edition):
    about = {"moment": edition.published_at.isoformat(), "time_zone": edition.time_zone}
    return Act(
        kind=Kind.RELEASE, about=about, article_id=edition.article_id, language=edition.language, edition=edition
    )
