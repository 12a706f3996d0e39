"""A preview: the page of a proof, under a banner that says what it is and leads to the others of its kind."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.proofs.proof import proof, proof_context
from articles.proofs.twin import twin_of
from articles.reading.pairs import shared_variant
from articles.reading.parallel import parallel_context
from authors.languages import codes

FULL, SHORT, PARALLEL = "full", "short", "parallel"
LAYOUTS = {FULL: "articles/article.html", SHORT: "articles/short.html", PARALLEL: "articles/parallel.html"}


@dataclass(frozen=True)
class Banner:
    """What stands above a preview: the language it speaks, where it leads back to, until when the link is good."""

    language: str
    back: str = ""
    until: datetime | None = None


def preview(request, article, language, variant, *, address, banner):
    """Answer with the page that a release of a language today would make of an article as it is saved.

    ``variant`` is ``full``, ``short`` or ``parallel``; ``address`` takes a language and a variant and returns where
    that preview stands. As on the public page, a short version that is not written leads to the full one. Raises
    Http404 for a language without text, and for two texts side by side where there is only one.
    """
    written = [code for code in codes() if article.has_text(code)]
    if language not in written:
        raise Http404(f"preview: expected a language with a text; found {language!r}")
    day = timezone.now().date()
    edition, twin = proof(article, language, day), twin_of(article, language, day)
    both = shared_variant(edition, twin) if twin else ""
    variants = [FULL, SHORT] + ([PARALLEL] if both else [])
    if variant not in variants:
        raise Http404(f"preview: expected a variant that is written; found {variant!r}")
    if variant == SHORT and not edition.short_html:
        return keep_private(HttpResponseRedirect(address(language, FULL)))
    proofs = {one.language: one for one in (edition, twin) if one}
    places = {
        "path": address(language, variant),
        "twins": {code: address(code, variant) for code in written},
        "variants": {name: address(language, name) for name in variants},
        "beside": {twin.language: address(language, PARALLEL)} if both else {},
    }
    with override(language):
        edition.title = edition.title or _("No title yet")
        context = proof_context(edition, both if variant == PARALLEL else variant, proofs=proofs, **places)
        if variant == PARALLEL:
            context |= parallel_context(edition, twin, both, proofs)
        context |= {"banner": banner, "layout": LAYOUTS[variant], "shown": variant}
        response = TemplateResponse(request, "proofs/preview.html", context).render()
    response["Content-Language"] = language
    return keep_private(response)


def keep_private(response):
    """Return a response that nobody stores or indexes, and whose address no other site is told."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
