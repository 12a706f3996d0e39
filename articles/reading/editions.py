"""What changed from edition to edition, and every edition at its own address."""

from dataclasses import replace

from django.http import Http404
from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.reading.article import article_context
from articles.reading.citation import citation
from articles.reading.elsewhere import elsewhere, without_text


def editions(request, language, slug):
    live = Edition.objects.live(language).with_slug(slug).for_reading().first()
    if live is None:
        return elsewhere(request, language, slug, "editions")
    published = Edition.objects.published().of_articles(live.article_id).in_language(language).latest_first()
    context = article_context(live, "full")
    context["page"] = replace(context["page"], path=request.path, listed=False, indexed=False)
    context["structured_data"] = ""  # the list of editions is not the text
    return TemplateResponse(request, "articles/editions.html", {**context, "editions": list(published)})


def edition(request, language, slug, number):
    live = Edition.objects.live(language).with_slug(slug).first()
    if live is None:
        return elsewhere(request, language, slug, "edition", number=number)
    asked, answer = numbered(request, live, number)
    if answer:
        return answer
    # Search engines are sent to the live edition's own page, also from this one's permanent address.
    context = article_context(asked, "full", live)
    context["page"] = replace(context["page"], listed=False, indexed=False)
    context["citation"] = citation(asked, live.slug)
    return TemplateResponse(request, "articles/edition.html", {**context, "live": live})


def numbered(request, live, number):
    """Return (the edition of that number beside a live one, None), or (None, the answer that it is withdrawn).

    Raises Http404 where readers never had such an edition.
    """
    wanted = Edition.objects.of_articles(live.article_id).in_language(live.language).numbered(number)
    if asked := wanted.published().for_reading().first():
        return asked, None
    if gone := wanted.withdrawn().first():
        everywhere = Edition.objects.live().of_articles(live.article_id).by_language()
        return None, without_text(request, live.language, everywhere, gone)
    raise Http404(f"expected the number of an edition; found {number}")
