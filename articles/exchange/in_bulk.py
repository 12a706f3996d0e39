"""Many new articles at once, as ``import_documents`` would write them one after the other. For made-up corpora.

No file is read and nothing is looked up for each: the articles have to be new, and everybody they name known.
"""

from django.db import transaction

from articles.exchange.fields import read_fields
from articles.exchange.problems import Place
from articles.exchange.signatures import signatories
from articles.models import Act, Alignment, Article, Byline
from articles.models.act import Kind
from articles.models.alignment import VARIANTS
from articles.press.alignments import first_alignment
from authors.languages import column
from authors.models import Author


@transaction.atomic
def import_pairs(pairs, names):
    """Write the article of each pair of Documents (original, translation) and return the Articles, in order.

    ``names`` is a Names that knows everybody and everything they name. No versions are kept: as with what comes by
    `loaddata`, the first one is made when an editor first saves.
    """
    entries = [_entry(pair, names) for pair in pairs]
    articles = Article.objects.bulk_create(article for article, _topics, _bylines, _acts in entries)
    Byline.objects.bulk_create(line for _article, _topics, bylines, _acts in entries for line in bylines)
    tagged = Article.topics.through
    tagged.objects.bulk_create(
        tagged(article_id=article.pk, topic_id=topic.pk) for article, topics, *_rest in entries for topic in topics
    )
    Alignment.objects.bulk_create(
        alignment
        for article in articles
        for language in article.translations()
        for variant in VARIANTS
        if (alignment := first_alignment(article, language, variant))
    )
    Act.objects.bulk_create(act for *_rest, acts in entries for act in acts)
    return articles


def _entry(pair, names):
    """Return (article, topics, bylines, acts) of a pair of Documents, nothing of it saved."""
    key = pair[0].front_matter["slug"]
    article = Article(key=key, original_language=pair[0].language, version=len(pair))
    topics, bylines, acts = {}, [], []
    for version, document in enumerate(pair, start=1):
        name = f"{key}.{document.language}.txt"
        place = Place(name, {})
        fields = read_fields(document, names, place)
        for field, value in fields.columns.items():
            if value:
                setattr(article, field, value)
        topics |= {topic.pk: topic for topic in fields.topics}
        signed = signatories(document.signatures, names, document.language, [], place)
        bylines = bylines or [_byline(article, number, who) for number, (who, _credit) in enumerate(signed, start=1)]
        for line, (_who, credit) in zip(bylines, signed, strict=True):
            if credit or version == 1:
                setattr(line, column("credit_line", document.language), credit)
        about = {"file": name, "version": version}
        acts.append(Act(article=article, kind=Kind.IMPORT, language=document.language, about=about))
    return article, topics.values(), bylines, acts


def _byline(article, position, who):
    person = {"author": who} if isinstance(who, Author) else {"organization": who}
    return Byline(article=article, position=position, **person)
