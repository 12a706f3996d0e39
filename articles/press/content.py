"""What a release would print: one language of a manuscript, taken together as it stands."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.models.article import BOTH
from articles.models.roles import Role
from articles.texts import measure
from articles.texts.blocks import plain_text
from articles.texts.digest import digest
from articles.texts.html import clean
from authors.credit import credit_line
from authors.languages import localized


@dataclass(frozen=True)
class Content:
    """One language of an article, ready to print: the edition's own fields, its signatures, its topics."""

    language: str
    day: date
    fields: dict
    bylines: tuple
    topic_ids: frozenset

    @property
    def signed(self):
        """What co-authors answer for, as plain values: title, texts, links, signatures; not the address or topics."""
        names = ("title", "standfirst", "short_html", "full_html", "short_link", "full_link", "full_text_url")
        lines = [[line["role"], line["name"], line["credit_line"]] for line in self.bylines]
        return {"language": self.language, **{name: self.fields[name] for name in names}, "byline": lines}

    @property
    def digest(self):
        """The SHA-256 of what co-authors answer for (64 hexadecimal digits)."""
        return digest(self.signed)

    def printed_as(self, edition):
        """Say whether an edition already prints exactly this."""
        return (
            all(getattr(edition, name) == value for name, value in self.fields.items())
            and [{name: getattr(line, name) for name in self.bylines[0]} for line in edition.bylines.all()]
            == list(self.bylines)
            and {topic.pk for topic in edition.topics.all()} == self.topic_ids
        )


def content(article, language, day):
    """Return the Content of one language of a manuscript; credit lines are composed for a day (datetime.date)."""
    texts = {f"{variant}_html": clean(localized(article, f"{variant}_text", language)) for variant in ("short", "full")}
    full = plain_text(texts["full_html"] or texts["short_html"])
    words = measure.word_count(full)
    standfirst = localized(article, "standfirst", language)
    fields = texts | {
        "key": article.key,
        "title": localized(article, "title", language),
        "slug": localized(article, "slug", language),
        "standfirst": standfirst,
        "short_link": localized(article, "short_link", language) or _outlet_line(article, language),
        "full_link": localized(article, "full_link", language) or _outlet_line(article, language),
        "full_text_url": localized(article, "full_text_url", language),
        "outlet_id": article.outlet_id,
        "outlet_name": localized(article.outlet, "name", language) if article.outlet else "",
        "outlet_date": article.outlet_date,
        "original_language": article.original_language,
        "is_translation": article.original_language not in (language, BOTH),
        "translation_note": localized(article, "translation_note", language),
        "image": article.image.name or "",
        "image_alt": localized(article, "image_alt", language),
        "image_credit": localized(article, "image_credit", language),
        "excerpt": standfirst or measure.excerpt(full),
        "plain_text": full,
        "word_count": words,
        "reading_minutes": measure.reading_minutes(words, language),
    }
    bylines = [line for line in article.bylines.all() if line.stands_in(language)]
    return Content(
        language,
        day,
        fields,
        tuple(_printed(line, number, language, day) for number, line in enumerate(bylines, start=1)),
        frozenset(topic.pk for topic in article.topics.all()),
    )


def _outlet_line(article, language):
    """Return the link line made from the outlet, in the grammar of documents; ``""`` without an outlet and address."""
    if not (article.outlet and localized(article, "full_text_url", language)):
        return ""
    with override(language):
        return _("Read the full text in %(outlet)s") % {"outlet": localized(article.outlet, "name", language)}


def _printed(line, position, language, day):
    credit = localized(line, "credit_line", language)
    if line.author:
        name, given = line.author.name(language), localized(line.author, "given_name", language)
        family = localized(line.author, "family_name", language) or name
        credit = credit or credit_line(line.author, language, day)
    else:
        name, given = localized(line.organization, "name", language), ""
        family = name
    return {
        "position": position,
        "role": Role(line.role).value,
        "author_id": line.author_id,
        "organization_id": line.organization_id,
        "name": name,
        "given_name": given,
        "family_name": family,
        "sort_name": f"{family}, {given}" if given else family,
        "credit_line": credit,
    }
