"""Which source paragraphs each translated paragraph was made from."""

from django.conf import settings
from django.db import models

from articles.models.article import Article

VARIANTS = ("short", "full")


class AlignmentQuerySet(models.QuerySet):
    def get_by_natural_key(self, article, language, variant):
        return self.get(article__key=article, language=language, variant=variant)


class Alignment(models.Model):
    """One variant of one translation. Paragraphs go by their keys (articles/texts/paragraphs.py).

    ``source`` lists the source's paragraphs this translation was made from, in the order they had then, as
    [key, plain text]: the text is kept because the manuscript will not have it any more once it has changed.
    ``rows`` are [source keys, target keys] (articles/texts/alignment.py).
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="alignments")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    variant = models.CharField(max_length=5, choices=[(variant, variant) for variant in VARIANTS])
    source = models.JSONField(default=list)
    rows = models.JSONField(default=list)

    objects = AlignmentQuerySet.as_manager()

    class Meta:
        ordering = ["article", "language", "variant"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(name="alignment_once", fields=["article", "language", "variant"]),
        ]

    def __str__(self):
        return f"{self.article} · {self.language} · {self.variant}"

    def natural_key(self):
        return (self.article.key, self.language, self.variant)

    natural_key.dependencies = ["articles.article"]
