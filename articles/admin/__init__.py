"""The desk: importing this package registers everything with it."""

from articles.admin import articles, editions, people, topics

__all__ = ["articles", "editions", "people", "topics"]
