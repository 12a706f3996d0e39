"""Who may be asked to sign, and by whom."""

from django.utils.translation import gettext_lazy as _

from articles.press.refusals import Refused, ValidationError
from articles.press.roles import may
from articles.press.signing import standings
from authors.languages import name as language_name


def refuse_who_may_not_ask(article, *, by):
    """Raise Refused, code ``denied``, unless a user may ask for sign-offs of an article. None is a command: it may."""
    if by is not None and not may(by, "signoff_article", article):
        raise Refused([ValidationError(_("Your account may not ask for sign-offs."), code="denied")])


def refuse_to_ask(article, author, language, *, by):
    """Raise Refused with every reason why a user may not ask an author to sign a language.

    Codes: ``denied``, ``stranger`` (signs something else or nothing), ``email`` (no address), ``text`` (nothing to
    sign).
    """
    refuse_who_may_not_ask(article, by=by)
    problems, about = [], {"author": author.known_as, "language": language_name(language)}
    if author not in [one.author for one in standings(article, language)]:
        words = _("%(language)s: %(author)s does not sign this language as an author.")
        problems.append(ValidationError(words, "stranger", about))
    if not author.email:
        words = _("%(author)s has no e-mail address: write one into the author’s record.")
        problems.append(ValidationError(words, "email", about))
    if not article.has_text(language):
        problems.append(ValidationError(_("%(language)s: there is no text to sign yet."), "text", about))
    if problems:
        raise Refused(problems)


def whose(request):
    """Return the words that tell one SignOffRequest from another in a message."""
    return {"author": request.author.known_as, "language": language_name(request.language)}
