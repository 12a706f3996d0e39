"""What the release dialog says of each language: where it stands, what would change, who has approved it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.comparison import comparison
from articles.admin.release_checks import OVERRIDE, checks
from articles.models import Edition
from articles.models.signoff import Decision
from articles.press.content import content
from articles.press.signing import OUTDATED, UNSIGNED, standings
from articles.press.state import LIVE, State, state
from articles.texts.word_diff import shortened
from authors.languages import codes
from authors.languages import name as language_name

STANDINGS = {
    Decision.APPROVED.value: _("approved"),
    Decision.CHANGES.value: _("asked for changes"),
    OUTDATED: _("approved an earlier text"),
    UNSIGNED: _("has not approved"),
}


@dataclass(frozen=True)
class Panel:
    """``comparison`` are the word diffs against what readers have; ``told`` says that they have to be told of them.

    ``signatories`` are (name, state, words, moment or None) of every author who signs this language.
    """

    language: str
    state: State
    comparison: list
    checks: list
    signatories: list
    told: bool

    @property
    def name(self):
        return language_name(self.language)

    @property
    def overridable(self):
        """Whether there are objections that can be set aside with a reason."""
        return any(check.severity == OVERRIDE for check in self.checks)


def panels(article):
    """Return a Panel for each language of an article."""
    now = timezone.now()
    return [_panel(article, code, now) for code in codes()]


def _panel(article, language, now):
    found, printed = state(article, language, now), content(article, language, now.date())
    public = Edition.objects.ever_public(now).of_articles(article.pk).in_language(language).exists()
    differs = comparison(found.edition, printed)
    return Panel(
        language=language,
        state=found,
        comparison=[(label, shortened(diff)) for label, diff in differs],
        checks=checks(article, printed),
        signatories=[_signatory(one, language) for one in standings(article, language, printed)],
        told=public and (found.name != LIVE or found.changed or bool(differs)),
    )


def _signatory(standing, language):
    name = standing.author.name(language) or str(standing.author)
    return name, standing.state, STANDINGS[standing.state], standing.signoff and standing.signoff.at
