"""What changed from edition to edition, and every edition at its own address."""

from dataclasses import replace

from django.http import Http404
from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.reading.article import article_context
from articles.reading.elsewhere import elsewhere, without_text


def editions(request, language, slug):
    live = Edition.objects.live(language).with_slug(slug).for_reading().first()
    if live is None:
        return elsewhere(request, language, slug, "editions")
    published = Edition.objects.published().of_articles(live.article_id).in_language(language).latest_first()
    context = article_context(live, "full")
    context["page"] = replace(context["page"], path=request.path, listed=False, indexed=False)
    return TemplateResponse(request, "articles/editions.html", {**context, "editions": list(published)})


def edition(request, language, slug, number):
    live = Edition.objects.live(language).with_slug(slug).first()
    if live is None:
        return elsewhere(request, language, slug, "edition", number=number)
    wanted = Edition.objects.of_articles(live.article_id).in_language(language).numbered(number)
    asked = wanted.published().for_reading().first()
    if asked is None:
        if gone := wanted.withdrawn().first():
            everywhere = Edition.objects.live().of_articles(live.article_id).by_language()
            return without_text(request, language, everywhere, gone)
        raise Http404(f"expected the number of an edition; found {number}")
    context = article_context(asked, "full", alone=True)
    # Search engines are sent to the live edition's own page, also from this one's permanent address.
    context["page"] = replace(context["page"], path=live.get_absolute_url(), listed=False, indexed=False)
    return TemplateResponse(request, "articles/edition.html", {**context, "live": live})
