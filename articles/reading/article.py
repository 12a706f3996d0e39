"""An article's page: the full variant, which is canonical, and the short one."""

from dataclasses import replace

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.models.edition import Edition
from articles.reading.article_data import article_graph
from articles.reading.citation import citation
from articles.reading.corrections import corrected_elsewhere, notes
from articles.reading.elsewhere import elsewhere
from articles.reading.lag import behind
from articles.reading.page import Page, absolute
from articles.reading.signatory_data import author_pages
from authors.languages import codes

VIEWS = {"full": "article", "short": "short"}


def article(request, language, slug):
    edition = Edition.objects.live(language).with_slug(slug).for_reading().first()
    if edition is None:
        return elsewhere(request, language, slug, "article")
    return TemplateResponse(request, "articles/article.html", article_context(edition, "full"))


def short(request, language, slug):
    edition = Edition.objects.live(language).with_slug(slug).for_reading().first()
    if edition is None:
        return elsewhere(request, language, slug, "short")
    if not edition.short_html:
        return HttpResponseRedirect(edition.get_absolute_url())
    return TemplateResponse(request, "articles/short.html", article_context(edition, "short"))


def article_context(edition, variant, live=None):
    """Return what the article's template shows of a variant of an edition.

    ``live`` is the edition of its language that readers have now, whose page is canonical; by default this one.
    """
    live = live or edition
    public = list(Edition.objects.published().of_articles(edition.article_id).without_texts())
    twins = {one.language: one for one in public if one.is_live()}
    told = notes(edition, public)
    order = [code for code in codes() if code in twins]
    address = [edition.language, edition.slug]
    page = Page(
        language=edition.language,
        path=live.get_absolute_url(),
        twins={code: reverse(VIEWS[variant], args=[code, twins[code].slug]) for code in order},
        default=twins.get(edition.original_language, twins[order[0]]).get_absolute_url(),
        feed=f"/{edition.language}/feed",
    )
    return {
        **text_context(edition, variant),
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


def text_context(edition, variant):
    """Return what templates/includes/text.html shows of a variant of an edition, wherever its switches lead."""
    return {
        "edition": edition,
        "variant": variant,
        "html": edition.html(variant),
        "link": edition.outlet_link(variant),
        "link_url": edition.outlet_url(variant),
    }
