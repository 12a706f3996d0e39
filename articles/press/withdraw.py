"""Withdrawing: taking a language of an article away from readers, with a dated note in its place."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article, Edition
from articles.models.act import Kind
from articles.press.carry_over import close_into
from articles.press.refusals import Refused, ValidationError


@transaction.atomic
def withdraw(edition, *, by, reason):
    """Take away the edition's language of its article: this edition, the ones before it and any still to come.

    ``reason`` is printed for readers, in the edition's language; ``by`` is the user who withdraws (None for a
    command). The other languages stay. Returns the number of editions taken away. Raises Refused without a reason,
    or when there is nothing to take away.
    """
    if not reason.strip():
        raise Refused(
            [ValidationError(_("Say why, in the language of the readers: the reason is printed."), code="reason")]
        )
    Article.objects.select_for_update().get(pk=edition.article_id)
    mine = Edition.objects.of_articles(edition.article_id).in_language(edition.language)
    taken, now = mine.filter(withdrawn_at=None), timezone.now()
    if not taken.exists():
        raise Refused([ValidationError(_("This language has been withdrawn already."), code="withdrawn")])
    newest = taken.latest_first().first()
    # First the editions: their column refuses what is no text, before the acts keep it.
    number = taken.update(withdrawn_at=now, withdrawal_reason=reason.strip(), withdrawn_by=by)
    close_into(edition.article_id, edition.language, by=by)
    Act.objects.create(
        article_id=edition.article_id,
        kind=Kind.WITHDRAW,
        language=edition.language,
        edition=newest,
        by=by,
        about={"reason": reason.strip()},
        at=now,
    )
    return number
