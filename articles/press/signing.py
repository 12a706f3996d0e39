"""Sign-offs: who has approved which language of the exact text, and what they asked for."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, ExactText, SignOff
from articles.models.act import Act, Kind
from articles.models.roles import Role
from articles.models.signoff import Decision
from articles.press.content import content
from articles.press.letters import tell_of
from articles.press.minor import root, same
from articles.press.refusals import Refused, ValidationError
from authors.models import Author

UNSIGNED, OUTDATED = "unsigned", "outdated"
STATES = (Decision.APPROVED.value, Decision.CHANGES.value, OUTDATED, UNSIGNED)


@dataclass(frozen=True)
class Standing:
    """Where one author stands with one language: ``state`` is one of STATES; ``signoff`` is their latest word, if any.

    Outdated: they have decided about a text that has changed since by more than a slip of the pen.
    """

    author: Author
    language: str
    state: str
    signoff: SignOff | None = None

    @property
    def approved(self):
        return self.state == Decision.APPROVED


def standings(article, language, printed=None):
    """Return a Standing for every person who signs a language as an author, in the order of the byline.

    ``printed`` is the Content to be approved (default: the manuscript as it stands today). Organizations sign nothing.
    """
    printed = printed or content(article, language, timezone.now().date())
    signoffs = article.signoffs.filter(language=language).latest_first()
    return judged(article, language, printed, signoffs, same(article, language))


def judged(article, language, printed, signoffs, known):
    """Return what ``standings`` does, from rows at hand.

    ``signoffs`` are those of the language, latest first; ``known`` is what ``minor.same`` returns for it.
    """
    current = root(printed.digest, known)
    latest = {}
    for signoff in signoffs:
        latest.setdefault(signoff.author_id, signoff)
    people = [line.author for line in article.bylines.all() if line.role == Role.AUTHOR and line.stands_in(language)]
    return [_standing(author, language, latest.get(author.pk), current, known) for author in people if author]


def standing_of(article, author, language, printed=None):
    """Return the Standing of one author, or None when they do not sign that language."""
    return next((one for one in standings(article, language, printed) if one.author == author), None)


def _standing(author, language, signoff, current, known):
    if signoff is None:
        return Standing(author, language, UNSIGNED)
    holds = root(signoff.digest, known) == current
    return Standing(author, language, signoff.decision if holds else OUTDATED, signoff)


def unsigned(article, language, printed=None):
    """Return the authors who have not approved a language of the exact text."""
    return [one.author for one in standings(article, language, printed) if not one.approved]


def sign(article, author, language, *, digest, decision, how, by=None, request=None, comment="", remarks=()):
    """Keep an author's decision on the text that has a digest, and return the SignOff. Call inside a transaction.

    Approving what one has approved, or saying the same again, returns the sign-off there is. Whoever asked for the
    decision gets a letter. Raises Refused: code ``changed`` when the text is not that any more, ``stranger`` when the
    person does not sign this language as an author, ``comment`` when changes are asked for without a word about which.
    """
    article = locked(article)
    printed = content(article, language, timezone.now().date())
    if printed.digest != digest:
        raise Refused([ValidationError(_("The text has changed since it was shown."), code="changed")])
    standing = standing_of(article, author, language, printed)
    if standing is None:
        raise Refused([ValidationError(_("This person does not sign this language as an author."), code="stranger")])
    said = (digest, decision, comment.strip(), list(remarks))
    if decision == Decision.CHANGES and not any(said[2:]):
        raise Refused([ValidationError(_("Say what should be changed."), code="comment")])
    if standing.state == decision == Decision.APPROVED or said == _said(standing.signoff):
        return standing.signoff
    keep_exact(printed)
    signoff = SignOff.objects.create(
        article=article,
        author=author,
        language=language,
        digest=digest,
        decision=decision,
        comment=said[2],
        remarks=said[3],
        how=how,
        by=by,
        request=request,
        at=timezone.now(),
    )
    kind = Kind.APPROVE if decision == Decision.APPROVED else Kind.CHANGES
    about = {"author": author.slug, "how": how, "digest": digest}
    Act.objects.create(article=article, kind=kind, language=language, by=by, about=about)
    tell_of(signoff, asked=request or article.signoff_requests.of(author, language).latest_first().first())
    return signoff


def _said(signoff):
    return signoff and (signoff.digest, signoff.decision, signoff.comment, signoff.remarks)


def locked(article):
    """Return an article as the database has it, locked until the end of the transaction: one decision at a time.

    SQLite's transactions are IMMEDIATE and need no lock.
    """
    return Article.objects.with_bylines().select_for_update().get(pk=article.pk)


def keep_exact(printed):
    """Keep a Content word for word under its digest, so that what somebody saw can be compared later."""
    return ExactText.objects.get_or_create(digest=printed.digest, defaults={"content": printed.signed})[0]
