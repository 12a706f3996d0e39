"""The structured data of a text: an OpinionNewsArticle of schema.org, with everybody who made it as printed."""

from django.urls import reverse

from articles.models.roles import Role
from articles.reading.corrections import corrections
from articles.reading.page import absolute
from articles.reading.share_card import HEIGHT, WIDTH
from articles.reading.signatory_data import signatory
from articles.reading.structured_data import PUBLISHER, breadcrumbs, graph, publisher, said
from articles.reading.subjects import name_in
from authors.pictures import address_of


def article_graph(edition, live, notes, twins):
    """Return the structured data of a page of an edition.

    ``live`` is the edition of its language that readers have now, whose page is canonical; ``notes`` are the editions
    whose notes stand on the page; ``twins`` maps languages to the editions that are live.
    """
    return graph(
        article_data(edition, live, notes, twins),
        publisher(edition.language),
        breadcrumbs(edition.language, absolute(live.get_absolute_url()), "archive", live.title),
    )


def article_data(edition, live, notes, twins):
    """Return an edition as an OpinionNewsArticle (a dict), its authors in the order of the byline.

    A slip of the pen does not move ``dateModified``. An edition that is not the live one says so: it has the address
    and the version of its own, and names no translations, which are those of today.
    """
    canonical = absolute(live.get_absolute_url())
    current = edition.pk == live.pk
    own = reverse("edition", args=[live.language, live.slug, edition.number])
    address = canonical if current else absolute(own)
    return said(
        type="OpinionNewsArticle",
        id=f"{address}#article",
        url=address,
        mainEntityOfPage={"@type": "WebPage", "@id": canonical},
        headline=edition.title,
        description=edition.excerpt,
        inLanguage=edition.language,
        datePublished=edition.first_published_at.isoformat(),
        dateModified=edition.updated_at.isoformat(),
        version=edition.number,
        wordCount=edition.word_count,
        timeRequired=f"PT{edition.reading_minutes}M",
        isAccessibleForFree=True,
        author=_signatories(edition, Role.AUTHOR, address, current),
        translator=_signatories(edition, Role.TRANSLATOR, address, current),
        editor=_signatories(edition, Role.EDITOR, address, current),
        publisher={"@id": absolute(PUBLISHER)},
        image=_pictures(edition, live),
        about=_filed_under(edition, "Thing", series=False) if current else [],
        isPartOf=_filed_under(edition, "CreativeWorkSeries", series=True) if current else [],
        isBasedOn=_complete_text(edition, current),
        correction=[_correction(one) for one in corrections(notes)],
        **(_translations(edition, twins) if current else {}),
    )


def _signatories(edition, role, address, current):
    lines = [line for line in edition.bylines.all() if line.role == role]
    return [signatory(line, f"{address}#{role}-{place}", current) for place, line in enumerate(lines, start=1)]


def _pictures(edition, live):
    drawn = said(
        type="ImageObject",
        url=absolute(reverse("share_image", args=[live.language, live.slug])),
        width=WIDTH,
        height=HEIGHT,
    )
    if not edition.image:
        return [drawn]
    own = said(
        type="ImageObject",
        url=absolute(address_of(edition.image)),
        caption=edition.image_alt,
        creditText=edition.image_credit,
    )
    return [drawn, own]


def _filed_under(edition, kind, *, series):
    found = [topic for topic in edition.topics.all() if topic.is_series == series]
    named = [(topic, name_in(topic, edition.language)) for topic in found]
    return [
        said(type=kind, name=name, url=absolute(reverse("topic", args=[edition.language, topic.slug])))
        for topic, name in named
        if name
    ]


def _complete_text(edition, current):
    """Return the text that an outlet carries, of which this one is what may stand here, or None."""
    if not (address := edition.outlet_url("full")):
        return None
    outlet = edition.outlet if current else None  # an outlet of back then may have no page today
    page = outlet and absolute(reverse("organization", args=[edition.language, outlet.slug]))
    carrier = said(type="Organization", name=edition.outlet_name, url=page) if edition.outlet_name else None
    day = edition.outlet_date and edition.outlet_date.isoformat()
    return said(type="Article", id=address, url=address, publisher=carrier, datePublished=day)


def _translations(edition, twins):
    """Return which live twin this text was translated from, or which were translated from it. Twins are neither."""
    others = [one for code, one in sorted(twins.items()) if code != edition.language]
    if edition.is_translation:
        source = [_twin(one) for one in others if one.language == edition.original_language]
        return {"translationOfWork": source[0]} if source else {}
    made = [one for one in others if one.is_translation and one.original_language == edition.language]
    return {"workTranslation": [_twin(one) for one in made]}


def _twin(edition):
    # Its title is in another language than the page, on which there is none of the other text.
    address = absolute(edition.get_absolute_url())
    return said(
        type="OpinionNewsArticle",
        id=f"{address}#article",
        url=address,
        inLanguage=edition.language,
    )


def _correction(edition):
    return said(type="CorrectionComment", text=edition.change_note, datePublished=edition.published_at.isoformat())
