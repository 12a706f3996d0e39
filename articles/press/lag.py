"""Lag: how many paragraphs of a translation were made from paragraphs that have changed since."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article
from articles.models.act import Kind
from articles.press.beside import beside
from articles.press.refusals import Refused
from articles.texts.lag import Change
from articles.texts.word_diff import word_diff
from authors.languages import name as language_name


@dataclass(frozen=True)
class Lagging:
    """A paragraph of the source that a translation does not follow yet.

    ``diff`` are the (kind, text) pairs of articles/texts/word_diff.py from the text the translation was made from to
    the one there is; ``target`` are the translated Paragraphs it concerns.
    """

    language: str
    variant: str
    change: Change
    diff: list
    target: tuple

    @property
    def name(self):
        """A name for the change that stays as long as neither text changes."""
        return f"{self.variant}:{self.change.before}:{self.change.after}"


def lag(article, language):
    """Return the number of source paragraphs changed, added or removed since a translation was made from them.

    Less those its translator has confirmed as still rightly translated, and those that only lost a slip of the pen.
    """
    return sum(len(one.changes()) for one in beside(article, language))


def lagging(article, language):
    """Return a Lagging for every paragraph that ``lag`` counts, short text first, in the order of the source."""
    return [_lagging(one, change) for one in beside(article, language) for change in one.changes()]


def _lagging(one, change):
    after = one.source[change.number - 1].text if change.number else ""
    diff = word_diff(one.text_before(change), after)
    return Lagging(one.stored.language, one.stored.variant, change, diff, one.concerned(change))


@transaction.atomic
def confirm(article, language, names, *, by):
    """Keep that a translation is right as it stands beside these changes (names of Lagging) of its source.

    Raises Refused (code ``changed``) when one of them is not what the source has changed by any more.
    """
    Article.objects.select_for_update().get(pk=article.pk)
    known = {one.name: one for one in lagging(article, language)}
    if any(name not in known for name in names):
        message = _("%(language)s: the source has changed again since it was shown.")
        params = {"language": language_name(language)}
        raise Refused([ValidationError(message, code="changed", params=params)])
    for name in names:
        [one] = [one for one in beside(article, language) if one.stored.variant == known[name].variant]
        one.follow(known[name].change)
    about = {"paragraphs": [known[name].change.place for name in names]}
    Act.objects.create(article=article, kind=Kind.CONFIRM, language=language, about=about, by=by)
