"""Both languages of a text side by side, paragraph against paragraph."""

from dataclasses import replace

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models.edition_fetching import printed_bylines
from articles.reading.article import article_context, text_context
from articles.reading.corrections import notes
from articles.reading.elsewhere import elsewhere, without_twin
from articles.reading.lag import behind
from articles.reading.pairs import shared_variant
from articles.reading.public import found_at, live_now
from articles.reading.rows import rows


def parallel(request, language, slug, other):
    if other == language:
        raise Http404(f"parallel: expected another language than the page's; found {other!r}")
    at = timezone.now()
    edition, public = found_at(language, slug, at)
    if edition is None:
        return elsewhere(request, language, slug, "parallel", other=other)
    live = live_now(public, at)
    variant = other in live and shared_variant(edition, live[other])
    if not variant:
        return without_twin(request, language, other, live)
    twin = live[other]
    prefetch_related_objects([edition, twin], printed_bylines(), "topics")
    context = article_context(edition, variant, public=public, at=at)
    context["page"] = replace(
        context["page"],
        twins={
            language: reverse("parallel", args=[language, edition.slug, other]),
            other: reverse("parallel", args=[other, twin.slug, language]),
        },
        listed=False,
    )
    # What it is cited by, and what machines are told of it, stands on the page of each text.
    context |= parallel_context(edition, twin, variant, live, public) | {"citation": None}
    return TemplateResponse(request, "articles/parallel.html", context)


def parallel_context(edition, twin, variant, live, public=()):
    """Return what templates/articles/parallel.html shows of a variant of two editions, the first one's language first.

    ``sides`` are what the text's template shows of each; ``rows`` are Rows. ``live`` maps languages to the editions
    readers have, ``public`` are those of the article that are public, in every language: for the notes.
    """
    both = edition, twin
    told = {one.language: behind(one, variant, public) for one in both}
    sides = [
        {
            **text_context(one, variant),
            "outlet_id": f"{one.language}-outlet",
            "behind": told[one.language] and replace(told[one.language], address=""),
            "corrections": notes(one, public),
            "alone": one.get_absolute_url() if public else "",
        }
        for one in both
    ]
    return {"sides": sides, "rows": rows(both, variant, live, told)}
