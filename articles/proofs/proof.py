"""Page proofs: the exact page of a text that is not public, made from the manuscript as it stands."""

from datetime import UTC, datetime, time

from articles.models import Edition, EditionByline
from articles.models.fetched import remember
from articles.press.content import content
from articles.press.lineage import alignment_printed, roots_printed
from articles.press.printing import signature_record
from articles.reading.article import passages_context, text_context
from articles.reading.page import Page, absolute

NOT_STORED = 0  # no row has this key, and Django asks for one before it lets an edition name its signatures


def proof(article, language, day):
    """Return the Edition that a release of a language on a day (datetime.date, UTC) would print; it is never stored.

    Its signatures and topics answer ``all()`` without asking the database. Give an article from ``with_bylines``.
    """
    printed = content(article, language, day)
    mine = Edition.objects.of_articles(article.pk).in_language(language)
    first, last = mine.ever_public().order_by("published_at").first(), mine.order_by("number").last()
    moment = datetime.combine(day, time(), UTC)
    edition = Edition(
        pk=NOT_STORED,
        article=article,
        language=language,
        number=last.number + 1 if last else 1,
        digest=printed.digest,
        published_at=moment,
        first_published_at=first.first_published_at if first else moment,
        updated_at=moment,
        signoffs=signature_record(article, printed),
        roots=roots_printed(article, language),
        alignment=alignment_printed(article, language),
        **printed.fields,
    )
    edition.outlet = article.outlet
    remember(edition, "bylines", _signatures(edition, article, printed))
    remember(edition, "topics", article.topics.all())
    return edition


def _signatures(edition, article, printed):
    lines = [line for line in article.bylines.all() if line.stands_in(printed.language)]
    return [
        EditionByline.under(edition, author=line.author, organization=line.organization, **_plain(words))
        for line, words in zip(lines, printed.bylines, strict=True)
    ]


def _plain(words):
    return {name: value for name, value in words.items() if name not in ("author_id", "organization_id")}


def proof_context(edition, variant, *, path, twins, variants, proofs, beside):
    """Return what templates/articles/article.html shows of a variant of a proof, its switches leading to other proofs.

    ``path`` is the path of this proof, ``twins`` maps languages (this one included) and ``variants`` the variants to
    the paths of the other ones. ``proofs`` maps languages to the proofs it stands among, itself included; ``beside``
    maps another language to the path that has both side by side. The page links to no address of the text that might
    not exist yet, though it prints the one it will have; search engines are told to leave it alone.
    """
    return {
        **text_context(edition, variant),
        **passages_context(edition, variant, proofs, beside),
        "page": Page(edition.language, path, twins, listed=False, indexed=False, public=False),
        "variants": variants,
        "history": "",
        "address": absolute(edition.get_absolute_url()) if edition.slug else "",
    }
