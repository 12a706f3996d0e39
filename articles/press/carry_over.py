"""Carrying a correction over: what was corrected in one language is a task in the others."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article, CarryOver, Edition
from articles.models.act import Kind
from articles.models.change import Change
from articles.press.refusals import Refused, ValidationError


def open_carry_overs(editions):
    """Open the task for every correction among the editions of one release, in each language it left as it was.

    A correction that itself carries one over is no task for the language it was carried from.
    """
    released = {(edition.article_id, edition.language) for edition in editions}
    for edition in editions:
        if edition.change != Change.CORRECTION:
            continue
        done = {one.correction.language for one in CarryOver.objects.settled_with(edition).select_related("correction")}
        for language in Edition.objects.of_articles(edition.article_id).current().values_list("language", flat=True):
            if (edition.article_id, language) not in released and language not in done:
                CarryOver.objects.create(correction=edition, language=language)


def settle_with(edition, keys, *, by):
    """Settle those of the open tasks with these primary keys that an edition is the one to do."""
    mine = CarryOver.objects.open().of_article(edition.article_id).into(edition.language)
    for carry_over in mine.filter(pk__in=keys):
        _settle(carry_over, by=by, edition=edition)


@transaction.atomic
def dismiss(carry_over, *, by):
    """Settle a task by hand: the correction does not concern its language. Raises Refused when it is settled already.

    ``by`` is the user who says so (None for a command).
    """
    Article.objects.select_for_update().get(pk=carry_over.article.pk)
    found = CarryOver.objects.open().filter(pk=carry_over.pk).first()
    if found is None:
        raise Refused([ValidationError(_("This correction has been dealt with already."), code="settled")])
    _settle(found, by=by)


def let_go(edition, *, by):
    """Close the tasks of a correction that readers will not see, or not any more, and open again what it had done."""
    for carry_over in CarryOver.objects.open().of_correction(edition):
        _settle(carry_over, by=by)
    CarryOver.objects.settled_with(edition).update(settled_at=None, settled_by=None, settled_with=None)


def hand_on(edition, successor):
    """Let an edition that prints the same text stand in the place of another one, for every task of it."""
    CarryOver.objects.of_correction(edition).update(correction=successor)
    CarryOver.objects.settled_with(edition).update(settled_with=successor)


def close_into(article, language, *, by):
    """Close the tasks of a language that is taken away from readers."""
    for carry_over in CarryOver.objects.open().of_article(article).into(language):
        _settle(carry_over, by=by)


def _settle(carry_over, *, by, edition=None):
    carry_over.settled_at, carry_over.settled_by, carry_over.settled_with = timezone.now(), by, edition
    carry_over.save()
    correction = carry_over.correction
    about = {"correction": [correction.language, correction.number], "applied": edition is not None}
    Act.objects.create(
        article_id=correction.article_id,
        kind=Kind.CARRY,
        language=carry_over.language,
        edition=edition,
        by=by,
        about=about,
    )
