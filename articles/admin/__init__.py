"""The desk: importing this package registers everything with it."""

from articles.admin import accounts, articles, assignments, editions, people, topics

__all__ = ["accounts", "articles", "assignments", "editions", "people", "topics"]
