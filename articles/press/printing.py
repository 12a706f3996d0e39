"""Printing: the act of making one edition out of one language of a manuscript."""

from django.utils import timezone

from articles.models import Act, Edition, EditionByline
from articles.models.act import Kind
from articles.models.change import Change
from articles.models.search_index import index
from articles.press.carry_over import settle_with
from articles.press.lineage import alignment_printed, roots_printed
from articles.press.making_way import make_way
from articles.press.signing import standings


def print_edition(article, printed, terms, *, now, aside=()):
    """Make an edition of a Content on the Terms of a release, in place of what is live or scheduled, and return it.

    ``aside`` are the objections that were set aside. Call inside the release's transaction.
    """
    at = terms.at or now
    number = make_way(article.pk, printed.language, at=at, now=now, by=terms.by)
    earlier = Edition.objects.of_articles(article.pk).in_language(printed.language).ever_public(now)
    first, before = earlier.order_by("published_at").first(), earlier.latest_first().first()
    change = (terms.change or Change.UPDATE) if first else ""
    edition = Edition.objects.create(
        article=article,
        language=printed.language,
        number=number,
        digest=printed.digest,
        published_at=at,
        first_published_at=first.first_published_at if first else at,
        updated_at=before.updated_at if change == Change.MINOR else at,
        change=change,
        change_note=terms.note_in(printed.language) if first else "",  # a note says what is otherwise than before
        time_zone=terms.time_zone,
        signoffs=signature_record(article, printed),
        override_reason=terms.override if aside else "",
        released_by=terms.by,
        roots=roots_printed(article, printed.language),
        alignment=alignment_printed(article, printed.language),
        **printed.fields,
    )
    EditionByline.objects.bulk_create(EditionByline.under(edition, **line) for line in printed.bylines)
    edition.topics.set(printed.topic_ids)
    index([edition])
    settle_with(edition, terms.applies, by=terms.by)
    _keep_acts(edition, terms, now, aside)
    return edition


def signature_record(article, printed):
    """Return who answers for a text, as an edition prints it: dicts of author, name and approved_at (or None)."""
    return record(standings(article, printed.language, printed), printed.language)


def record(found, language):
    """Return what ``signature_record`` does, from Standings at hand."""
    return [
        {
            "author": one.author.slug,
            "name": one.author.name(language),
            "approved_at": one.signoff.at.isoformat() if one.approved else None,
        }
        for one in found
    ]


def _keep_acts(edition, terms, now, aside):
    kind = Kind.SCHEDULE if edition.published_at > now else Kind.RELEASE
    shared = {"article_id": edition.article_id, "language": edition.language, "edition": edition, "by": terms.by}
    about = {"moment": edition.published_at.isoformat(), "time_zone": edition.time_zone}
    Act.objects.create(kind=kind, about=about, at=now, **shared)
    if aside:
        objections = [str(objection.messages[0]) for objection in aside]
        about = {"reason": terms.override, "objections": objections}
        Act.objects.create(kind=Kind.OVERRIDE, about=about, at=timezone.now(), **shared)
