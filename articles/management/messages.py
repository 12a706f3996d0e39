"""Errors as commands print them: one a line."""

from articles.press.objections import OVERRIDABLE


def lines_of(error):
    """Return the messages of a ValidationError or Refused, in the active language."""
    return [str(message) for message in error.messages]


def lines_of_refusal(refused):
    """Return the reasons against a release, and how to set them aside where nothing else stands in its way."""
    overridable = all(reason.code in OVERRIDABLE for reason in refused.error_list)
    return [*lines_of(refused), *(["To release all the same, say why: --override REASON."] if overridable else [])]
