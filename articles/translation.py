"""The translated fields of manuscripts and topics (django-modeltranslation). Editions are one language each."""

from modeltranslation.translator import TranslationOptions, translator

from articles.models import Article, Byline, Topic


class TopicTranslation(TranslationOptions):
    fields = ("name",)


class ArticleTranslation(TranslationOptions):
    fields = (
        "title",
        "slug",
        "standfirst",
        "short_text",
        "short_link",
        "full_text",
        "full_link",
        "full_text_url",
        "translation_note",
        "image_alt",
        "image_credit",
    )


class BylineTranslation(TranslationOptions):
    fields = ("credit_line",)


translator.register(Topic, TopicTranslation)
translator.register(Article, ArticleTranslation)
translator.register(Byline, BylineTranslation)
