"""What is said against releasing a language: what has to be mended, what can be set aside, what is worth a look."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.press.findings import findings
from articles.press.lag import lag
from articles.press.objections import unsigned_objections
from articles.press.refusals import reasons
from authors.languages import column

BLOCKING, OVERRIDE, WARNING = "blocking", "override", "warning"
LABELS = {
    BLOCKING: _("to be mended"),
    OVERRIDE: _("to be mended, or released with a reason"),
    WARNING: _("to look at"),
}
# Code of a refusal → the field of the manuscript it is about.
FIELDS = {
    "title": "title",
    "text": "full_text",
    "link": "full_text",
    "outlet_link": "full_link",
    "slug": "slug",
    "slug_year": "slug",
    "slug_taken": "slug",
}


@dataclass(frozen=True)
class Check:
    """One thing to know before a release; ``address`` is where it can be mended."""

    severity: str  # one of the three words above
    text: str
    address: str = ""

    @property
    def label(self):
        return LABELS[self.severity]


def checks(article, printed):
    """Return the Checks of a Content of an article, the gravest first."""
    found = [_refusal(article, printed.language, reason) for reason in reasons(article, printed)]
    found += [Check(OVERRIDE, str(one.messages[0])) for one in unsigned_objections(article, printed)]
    found += [_finding(article, one) for one in findings(article, printed)]
    found += _behind(article, printed.language)
    return sorted(found, key=lambda check: list(LABELS).index(check.severity))


def editor(article, language, field):
    """Return the address of a field of the manuscript at the desk."""
    return f"{reverse('admin:articles_article_change', args=[article.pk])}#id_{column(field, language)}"


def _refusal(article, language, reason):
    field = FIELDS.get(reason.code, "")
    return Check(BLOCKING, str(reason.messages[0]), editor(article, language, field) if field else "")


def _finding(article, finding):
    severity = OVERRIDE if finding.blocking else WARNING
    if finding.variant:
        return Check(severity, str(finding), paragraph(article, finding.language, finding.variant, finding.paragraph))
    field = "image_alt" if finding.code.startswith("alt") else "title"
    return Check(severity, str(finding), editor(article, finding.language, field))


def paragraph(article, language, variant, number):
    """Return the address of a paragraph of the manuscript at the desk (static/desk/places.js)."""
    return (
        f"{reverse('admin:articles_article_change', args=[article.pk])}#{column(f'{variant}_text', language)}-p{number}"
    )


def _behind(article, language):
    count = lag(article, language)
    if not count:
        return []
    words = ngettext(
        "%(count)d paragraph of the original has changed since it was translated.",
        "%(count)d paragraphs of the original have changed since they were translated.",
        count,
    )
    return [Check(WARNING, words % {"count": count}, editor(article, language, "full_text"))]
