"""An article's page: the full variant, which is canonical, and the short one."""

from dataclasses import replace

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models.edition_public import public_of
from articles.models.edition_related import related_to
from articles.models.edition_signatures import fetch_signatures
from articles.models.topic_places import fetch_topics
from articles.reading.article_data import article_graph
from articles.reading.citation import citation
from articles.reading.corrections import corrected_elsewhere, notes
from articles.reading.elsewhere import elsewhere
from articles.reading.lag import behind
from articles.reading.page import Page, absolute
from articles.reading.pairs import places, shared_variant
from articles.reading.passages import passages, peeks
from articles.reading.public import found_at, live_now
from articles.reading.signatory_data import author_pages

VIEWS = {"full": "article", "short": "short"}
RELATED = 4  # texts at most; no reader is watched for them


def article(request, language, slug):
    at = timezone.now()
    edition, public = found_at(language, slug, at)
    if edition is None:
        return elsewhere(request, language, slug, "article")
    return TemplateResponse(request, "articles/article.html", live_context(edition, public, "full", at))


def short(request, language, slug):
    at = timezone.now()
    edition, public = found_at(language, slug, at)
    if edition is None:
        return elsewhere(request, language, slug, "short")
    if not edition.short_html:
        return HttpResponseRedirect(edition.get_absolute_url())
    return TemplateResponse(request, "articles/short.html", live_context(edition, public, "short", at))


def live_context(edition, public, variant, at):
    """Return what the article's template shows of a variant of an edition that is live at a moment, in three queries.

    ``public`` are the editions of its article that were public by then (aware datetime).
    """
    fetch_topics(edition, at)
    others = related_to(edition, RELATED, at)
    fetch_signatures([edition, *others])
    return {**article_context(edition, variant, public=public, at=at), "related": others}


def article_context(edition, variant, live=None, public=None, *, alone=False, at=None):
    """Return what the article's template shows of a variant of an edition that is or was live, related texts aside.

    ``live`` is the edition of its language that readers have now, whose page is canonical; by default this one.
    ``public`` are the editions of the article that were public by now, in every language; default: ask for them.
    ``at`` is the moment of which all is told (default now).
    ``alone`` shows an edition for itself, as at its permanent address: nothing in its text depends on what is live.
    """
    live = live or edition
    if public is None:
        public = public_of(edition.article_id)
    twins = live_now(public, at)
    told = notes(edition, public)
    address = [edition.language, edition.slug]
    page = article_page(live, variant, twins)
    beside = {
        code: reverse("parallel", args=[*address, code])
        for code, twin in twins.items()
        if code != edition.language and shared_variant(edition, twin) and not alone
    }
    return {
        **text_context(edition, variant),
        **passages_context(edition, variant, {} if alone else twins, beside),
        "page": page if variant == "full" else replace(page, listed=False),
        "variants": {name: reverse(view, args=address) for name, view in VIEWS.items()},
        "history": reverse("editions", args=address),
        "behind": behind(edition, variant, public),
        "corrections": told,
        "corrected_elsewhere": corrected_elsewhere(edition, public),
        "citation": citation(edition),
        "author_pages": author_pages(edition) if edition.pk == live.pk else [],
        "share_image": absolute(reverse("share_image", args=[live.language, live.slug])),
        "structured_data": article_graph(edition, live, told, twins),
    }


def article_page(live, variant, twins):
    """Return the Page of a variant of a live edition.

    ``twins`` maps languages, in order, to the live editions of its article.
    """
    return Page(
        language=live.language,
        path=live.get_absolute_url(),
        twins={code: reverse(VIEWS[variant], args=[code, twin.slug]) for code, twin in twins.items()},
        default=(twins.get(live.original_language) or next(iter(twins.values()))).get_absolute_url(),
        feed=f"/{live.language}/feed",
    )


def passages_context(edition, variant, live, beside):
    """Return the text of a variant as Passages, and what leads from them to the same in another language.

    ``live`` maps languages to the editions beside which it stands, itself included; ``beside`` maps languages to the
    address of the page that has both.
    """
    found = places(edition, variant, live)
    twin = next(iter(beside), None)
    looks = peeks(edition, live[twin], variant, found, beside[twin]) if twin else {}
    return {"passages": passages(edition.html(variant), found, looks), "beside": beside, "keeps_place": bool(looks)}


def text_context(edition, variant):
    """Return what templates/includes/text.html shows of a variant of an edition, wherever its switches lead."""
    return {
        "edition": edition,
        "variant": variant,
        "link": edition.outlet_link(variant),
        "link_url": edition.outlet_url(variant),
    }
