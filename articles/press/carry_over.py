"""Carrying a correction over: what was corrected in one language is a task in the others."""

from articles.models import CarryOver, Edition
from articles.models.change import Change


def open_carry_overs(editions):
    """Open the task for every correction among the editions of one release, in each language it left as it was."""
    released = {edition.language for edition in editions}
    for edition in editions:
        if edition.change != Change.CORRECTION:
            continue
        others = Edition.objects.filter(article=edition.article_id, superseded_at=None, withdrawn_at=None)
        for language in others.exclude(language__in=released).values_list("language", flat=True):
            CarryOver.objects.create(correction=edition, language=language)
