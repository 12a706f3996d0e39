"""Findings on a manuscript: what the checks of articles/texts/checks say of one language before it is released."""

from articles.models.alignment import VARIANTS
from articles.press.alignments import paired
from articles.texts.checks.form import form_of_name, form_of_picture, form_of_text, form_of_title
from articles.texts.checks.languages import language_against_language
from articles.texts.checks.variants import short_against_full
from articles.texts.measure import has_ink
from articles.texts.paragraphs import Paragraph, paragraphs
from authors.languages import codes


def findings(article, printed):
    """Return the Findings on one language of an article as it would be printed (Content): blocking ones first.

    What two languages say otherwise is found on the translation, or on the later language where both were written.
    """
    language, fields = printed.language, printed.fields
    texts = {variant: paragraphs(fields[f"{variant}_html"]) for variant in VARIANTS}
    found = [
        *(form_of_title(fields["title"], language) if has_ink(fields["title"]) else []),
        *(finding for name in _names(printed) for finding in form_of_name(name, language)),
        *(form_of_picture(fields["image_alt"], language) if fields["image"] else []),
        *short_against_full(texts["short"], texts["full"], language),
        *(finding for variant in VARIANTS for finding in form_of_text(texts[variant], language, variant)),
        *_against_the_source(article, language),
    ]
    return sorted(_once(found), key=lambda finding: not finding.blocking)


def _names(printed):
    return dict.fromkeys(
        text for line in printed.bylines for text in (line["name"], *line["credit_line"].splitlines()) if text
    )


def _against_the_source(article, language):
    source = article.source_of(language)
    if language == (article.original_language if article.translations() else codes()[0]):
        return []
    found = []
    for variant in VARIANTS:
        pairs = [pair for pair in paired(article, language, variant) if pair.source and pair.target]
        one, other = (
            [_as_one(side) for side in sides] for sides in ([p.target for p in pairs], [p.source for p in pairs])
        )
        found += language_against_language(one, language, other, source, variant)
    return found


def _as_one(side):
    """Return the paragraphs of one side of a pair as a single one, under the first one's number."""
    first = side[0]
    if len(side) == 1:
        return first
    html, text = "\n".join(one.html for one in side), "\n\n".join(one.text for one in side)
    return Paragraph(first.number, first.tag, html, text)


def _once(found):
    seen, kept = set(), []
    for finding in found:
        said = (finding.code, finding.language, finding.variant, finding.paragraph, str(finding))
        if said not in seen:
            seen.add(said)
            kept.append(finding)
    return kept
