"""Errors as commands print them: one a line."""


def lines_of(error):
    """Return the messages of a ValidationError or Refused, in the active language."""
    return [str(message) for message in error.messages]
