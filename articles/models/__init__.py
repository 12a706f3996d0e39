from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.edition import Edition
from articles.models.edition_byline import EditionByline
from articles.models.topic import Topic

__all__ = ["Article", "Byline", "Edition", "EditionByline", "Topic"]
