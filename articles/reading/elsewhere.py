"""An address without a live edition: moved, withdrawn, in another language only, or nothing at all."""

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.models.edition import Edition
from articles.reading.page import Page


def elsewhere(request, language, slug, view, **arguments):
    """Answer for an address that no live edition has.

    An older edition's slug redirects for good (301); a withdrawn text answers 410 with its note; a text that exists
    in other languages only answers 404 with links to them and none of their text. Raises Http404 for the rest.
    """
    here = Edition.objects.ever_public().in_language(language).with_slug(slug).latest_first().first()
    other = here or Edition.objects.live().with_slug(slug).first()
    if other is None:
        raise Http404(f"{language}: expected the slug of a published article; found {slug!r}")
    live = Edition.objects.live().of_articles(other.article_id).by_language()
    if language in live:
        address = reverse(view, kwargs={"language": language, "slug": live[language].slug, **arguments})
        if address == request.path:  # released while this was being answered: nobody may keep a way from here to here
            return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})
        return HttpResponsePermanentRedirect(address) if here else HttpResponseRedirect(address)
    gone = Edition.objects.withdrawn().of_articles(other.article_id).in_language(language).latest_first().first()
    if gone is None and not live:
        raise Http404(f"{language}: nothing is published under {slug!r}")
    return without_text(request, language, live, gone)


def without_text(request, language, live, gone=None):
    """Answer 410 with the note of a withdrawn edition, or 404; ``live`` maps other languages to what is live there."""
    others = {code: edition for code, edition in live.items() if code != language}
    return _answer(
        request, language, others, gone, "articles/withdrawn.html" if gone else "articles/other_languages.html"
    )


def without_twin(request, language, other, live):
    """Answer for two languages side by side where there is no such pair: 410 when the other was withdrawn, else 404.

    ``live`` maps languages to what is live; all of it is named, and none of its text shown.
    """
    gone = None
    if other not in live:
        theirs = Edition.objects.of_articles(live[language].article_id).in_language(other)
        gone = theirs.withdrawn().latest_first().first()
    return _answer(request, language, live, gone, "articles/no_pair.html")


def _answer(request, language, live, gone, template):
    twins = {code: edition.get_absolute_url() for code, edition in live.items()}
    page = Page(language, request.path, twins, listed=False, indexed=False)
    context = {"page": page, "gone": gone, "twins": list(live.values())}
    response = TemplateResponse(request, template, context, status=410 if gone else 404)
    if not gone:
        response["Cache-Control"] = "no-store"  # it may exist in a moment
    return response
