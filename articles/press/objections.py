"""Objections: reasons against a release that somebody with the right to may set aside, saying why."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.press.findings import findings
from articles.press.roles import may
from articles.press.signing import unsigned
from authors.languages import name as language_name

REQUIRED = "required"  # the other policy is "advisory"
# What the checks (articles/texts/checks) block for, and nothing that reasons() refuses for.
CHECKED = {"figure", "figure_differs", "date", "link_empty", "alt", "mixed", "invisible"}
OVERRIDABLE = {"unsigned", *CHECKED}


def objections(article, content):
    """Return the objections (ValidationError) to one language of an article: of its authors, and of the checks."""
    blocking = (finding for finding in findings(article, content) if finding.blocking)
    return [
        *unsigned_objections(article, content),
        *(ValidationError(one.message, code=one.code, params=one.params) for one in blocking),
    ]


def unsigned_objections(article, content):
    """Return the objection for every author who has not approved; none where sign-offs are only advised."""
    if settings.SIGNOFF_POLICY != REQUIRED:
        return []
    return [
        ValidationError(
            _("%(language)s: %(author)s has not approved this text."),
            code="unsigned",
            params={"language": language_name(content.language), "author": author.known_as},
        )
        for author in unsigned(article, content.language, content)
    ]


def set_aside(problems, reason, *, by, article):
    """Return (problems that stay, objections set aside) for a release with a reason to override them.

    ``by`` is None for whoever keeps the site and its commands. A reason by somebody without the right to give it is a
    problem itself (code ``override``).
    """
    aside = [problem for problem in problems if problem.code in OVERRIDABLE]
    if not (reason.strip() and aside):
        return problems, []
    if by is not None and not may(by, "override_article", article):
        denied = ValidationError(_("Your account may not release against objections."), code="override")
        return [*problems, denied], []
    return [problem for problem in problems if problem.code not in OVERRIDABLE], aside
