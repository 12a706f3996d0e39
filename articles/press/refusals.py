"""Why a release is refused: every reason at once, in the editor's language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.models.roles import Role
from articles.texts.html import bad_links
from articles.texts.measure import has_ink
from articles.texts.outlet_link import EXAMPLES, OutletLink
from authors.languages import localized
from authors.languages import name as language_name
from authors.slugs import is_year


class Refused(ValidationError):
    """A release or withdrawal that was not carried out: ``error_list`` holds one ValidationError a reason."""


def reasons(article, content):
    """Return the reasons (ValidationError with code and params) why one language of an article cannot be released."""
    return [
        ValidationError(message, code=code, params={"language": language_name(content.language), **params})
        for check in (_missing, _names, _other_names, _links, _address)
        for code, message, params in check(article, content)
    ]


def _missing(article, content):
    if not has_ink(content.fields["title"]):
        yield "title", _("%(language)s: the title is missing."), {}
    if not has_ink(content.fields["plain_text"]):
        yield "text", _("%(language)s: the text is missing."), {}


def _names(article, content):
    if not any(line["role"] == Role.AUTHOR for line in content.bylines):
        yield "byline", _("%(language)s: nobody signs as the author."), {}
    seen = set()
    signatures = [line for line in article.bylines.all() if line.stands_in(content.language)]
    for printed, signature in zip(content.bylines, signatures, strict=True):
        who = (printed["role"], printed["author_id"], printed["organization_id"])
        if who in seen:
            yield "twice", _("%(language)s: “%(who)s” signs twice."), {"who": signature}
        seen.add(who)
        if not printed["name"]:
            yield "name", _("%(language)s: the name of “%(who)s” is missing in this language."), {"who": signature}


def _other_names(article, content):
    """Whatever stands on the page beside the text needs its name in the page's language, too."""
    named = [*article.topics.all(), *([article.outlet] if article.outlet else [])]
    for line in article.bylines.all():
        composed = line.author and not localized(line, "credit_line", content.language)
        if line.stands_in(content.language) and composed:
            named += [post.organization for post in line.author.affiliations.all() if post.held_on(content.day)]
    for one in dict.fromkeys(named):
        if not has_ink(localized(one, "name", content.language)):
            yield "name", _("%(language)s: the name of “%(who)s” is missing in this language."), {"who": one}


def _links(article, content):
    for variant in ("short", "full"):
        for address, text in bad_links(content.fields[f"{variant}_html"]):
            yield (
                "link",
                _(
                    "%(language)s: the link “%(text)s” leads to “%(address)s”; "
                    "expected an address that begins with https:// or http://."
                ),
                {"text": text, "address": address},
            )
        link = OutletLink.parse(content.fields[f"{variant}_link"]) if content.fields[f"{variant}_link"] else None
        if content.fields[f"{variant}_link"] and link is None:
            yield (
                "outlet_link",
                _("%(language)s: expected a line like “%(example)s” under the text; found “%(found)s”."),
                {"example": EXAMPLES[content.language], "found": content.fields[f"{variant}_link"]},
            )


def _address(article, content):
    slug = content.fields["slug"]
    if is_year(slug):
        yield "slug_year", _("%(language)s: the address “%(slug)s” is that of a year in the archive."), {"slug": slug}
    if not slug:
        yield "slug", _("%(language)s: the slug is missing."), {}
    elif Edition.objects.filter(language=content.language, slug=slug).exclude(article=article).exists():
        yield (
            "slug_taken",
            _("%(language)s: the address “%(slug)s” belongs to another published article."),
            {"slug": slug},
        )
