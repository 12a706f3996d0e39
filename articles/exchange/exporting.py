"""Manuscripts → documents. Only what the plain form can say goes out; anything else is refused, not flattened."""

from articles.models.article import BOTH
from articles.models.roles import Role
from articles.texts.blocks import blocks
from articles.texts.document import Document, Section, Signature
from articles.texts.outlet_link import OutletLink
from authors.languages import localized
from authors.names import fold


class ExportRefused(Exception):
    """A manuscript that the plain form cannot hold: the message says where, what was expected and what was found."""


def export_document(article, language):
    """Return the Document of one language of an article. Raises ExportRefused."""
    if not (localized(article, "short_text", language) or localized(article, "full_text", language)):
        raise ExportRefused(f"{article.key}.{language}: expected a text; found none")
    signatures = [
        Signature(_name(line, language), localized(line, "credit_line", language))
        for line in article.bylines.all()
        if line.role == Role.AUTHOR and line.stands_in(language)
    ]
    if not signatures:
        raise ExportRefused(f"{article.key}.{language}: expected an author; found none")
    short, full = (_section(article, variant, language) for variant in ("short", "full"))
    matter = _front_matter(article, language)
    return Document(language=language, front_matter=matter, signatures=tuple(signatures), short=short, full=full)


def _name(line, language):
    name = line.author.name(language) if line.author else localized(line.organization, "name", language)
    if not name:
        raise ExportRefused(f"{line.article.key}.{language}: expected the name of {line} in this language; found none")
    return name


def _section(article, variant, language):
    html = localized(article, f"{variant}_text", language)
    if not html:
        return None
    paragraphs = []
    for number, block in enumerate(blocks(html), start=1):
        if block.tag != "p" or not block.plain:
            found = f"<{block.tag}>" if block.tag != "p" else "mark-up inside it"
            raise ExportRefused(
                f"{article.key}.{language}: {variant} text, block {number}: expected a plain paragraph; found {found}"
            )
        paragraphs.append(block.text)
    return Section(paragraphs=tuple(paragraphs), link=localized(article, f"{variant}_link", language))


def _front_matter(article, language):
    """Return what the article knows and the body does not say."""
    matter = {
        "title": localized(article, "title", language),
        "slug": localized(article, "slug", language),
        "date": article.outlet_date.isoformat() if article.outlet_date else "",
        "source_url": article.source_url,
        "page_url": localized(article, "full_text_url", language),
        "translation_of": article.key if article.original_language not in (language, BOTH) else "",
        "topic": ", ".join(topic.slug for topic in article.topics.all()),
        "outlet": _outlet(article, language),
    }
    matter = {key: value for key, value in matter.items() if value}
    return {"lang": language, **matter} if matter else {}


def _outlet(article, language):
    """Return the outlet's name unless a link line under the text already gives it."""
    if not article.outlet:
        return ""
    lines = [localized(article, f"{variant}_link", language) for variant in ("short", "full")]
    links = [link for line in lines if line and (link := OutletLink.parse(line))]
    known = set(map(fold, article.outlet.all_names()))
    if any(fold(link.outlet) in known for link in links):
        return ""
    return localized(article.outlet, "name", language) or str(article.outlet)
