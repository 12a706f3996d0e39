"""Citation files: what an edition is cited by in BibLaTeX, RIS and CSL-JSON."""

from django.http import HttpResponse

from articles.models.edition import Edition
from articles.reading.citation import citation
from articles.reading.editions import numbered
from articles.reading.elsewhere import elsewhere
from articles.texts.citation import bibtex, csl, ris


def cite_bib(request, language, slug, number=None):
    return _file(request, language, slug, number, "cite_bib", bibtex.write, "application/x-bibtex; charset=utf-8")


def cite_ris(request, language, slug, number=None):
    kind = "application/x-research-info-systems; charset=utf-8"
    return _file(request, language, slug, number, "cite_ris", ris.write, kind)


def cite_json(request, language, slug, number=None):
    return _file(request, language, slug, number, "cite_json", csl.write, "application/vnd.citationstyles.csl+json")


def _file(request, language, slug, number, view, write, content_type):
    """Answer the file of a live edition, or of the one with a number; as the page does where there is none."""
    if number is not None:
        _live, edition, answer = numbered(request, language, slug, number, view)
        if answer:
            return answer
    else:
        edition = Edition.objects.live(language).with_slug(slug).with_bylines().first()
        if edition is None:
            return elsewhere(request, language, slug, view)
    reference = citation(edition, slug if number is not None else "").reference
    name = f"{reference.key}.{view.removeprefix('cite_')}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(write(reference), content_type=content_type, headers=disposition)
