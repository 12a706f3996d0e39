"""What changed from edition to edition, and every edition at its own address."""

from dataclasses import replace

from django.http import Http404
from django.template.response import TemplateResponse

from articles.models.edition import Edition
from articles.reading.article import article_context, article_page
from articles.reading.changes import changes, chapter
from articles.reading.citation import citation
from articles.reading.elsewhere import elsewhere, without_text
from articles.reading.public import live_now

A_PAGE = 10  # editions whose words are compared for one page


def editions(request, language, slug):
    public = list(Edition.objects.published().of_the_article_at(language, slug).latest_first().without_texts())
    mine = [one for one in public if one.language == language]
    live = next((one for one in mine if one.is_live()), None)
    if live is None:
        return elsewhere(request, language, slug, "editions")
    start = _place(mine, request.GET.get("after", ""))
    shown = mine[start : start + A_PAGE]
    whole = Edition.objects.with_bylines().in_bulk([one.pk for one in mine[start : start + A_PAGE + 1]])
    earlier = [whole.get(one.pk) for one in mine[start + 1 : start + A_PAGE + 1]] + [None]
    page = article_page(live, "full", live_now(public))
    return TemplateResponse(
        request,
        "articles/editions.html",
        {
            "page": replace(page, path=request.path, listed=False, indexed=False),
            "edition": live,
            "chapters": [chapter(whole[one.pk], before) for one, before in zip(shown, earlier, strict=False)],
            "following": str(shown[-1].number) if start + A_PAGE < len(mine) else "",
        },
    )


def later_chapters(numbers):
    """Yield what leads from each page of a history to the next, where its editions have these numbers, latest first."""
    return (str(numbers[place - 1]) for place in range(A_PAGE, len(numbers), A_PAGE))


def _place(editions, after):
    """Return where the editions after a number (str) begin; "" is the beginning. Raises Http404."""
    if not after:
        return 0
    for place, one in enumerate(editions, start=1):
        if str(one.number) == after and place < len(editions):
            return place
    raise Http404(f"after: expected the number of an edition that others come before; found {after!r}")


def edition(request, language, slug, number):
    live, asked, answer = numbered(request, language, slug, number, "edition")
    if answer:
        return answer
    # Search engines are sent to the live edition's own page, also from this one's permanent address.
    context = article_context(asked, "full", live, alone=True)
    context["page"] = replace(context["page"], listed=False, indexed=False)
    context["citation"] = citation(asked, live.slug)
    since = changes(asked, live) if asked.pk != live.pk else []
    return TemplateResponse(request, "articles/edition.html", {**context, "live": live, "since": since})


def numbered(request, language, slug, number, view):
    """Return (the live edition at a slug, the one of its article with a number, None), or (None, None, an answer).

    The answer says where the text is, or that the edition is withdrawn; ``view`` is what was asked for. Raises Http404
    where readers never had such an edition.
    """
    wanted = Edition.objects.of_the_article_at(language, slug).in_language(language)
    found = list(wanted.published().numbered_or_live(number).for_reading())
    live = next((one for one in found if one.is_live()), None)
    if live is None:
        return None, None, elsewhere(request, language, slug, view, number=number)
    if asked := next((one for one in found if one.number == number), None):
        return live, asked, None
    if gone := wanted.numbered(number).withdrawn().first():
        everywhere = Edition.objects.live().of_articles(live.article_id).by_language()
        return None, None, without_text(request, language, everywhere, gone)
    raise Http404(f"expected the number of an edition; found {number}")
