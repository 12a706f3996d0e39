"""What is wrong with a document once the database is asked, and where in its file."""

from typing import NamedTuple

from articles.texts.document_parser import DocumentRefused, Problem


class Place(NamedTuple):
    """A file by name, and the lines of what it holds (``Parsed.lines``)."""

    file: str
    lines: dict

    def line(self, *what):
        """Return the line of the first of these that the file holds, else 1: the file as a whole."""
        return next((self.lines[one] for one in what if one in self.lines), 1)


def problem(place, expected, found, *what):
    """Return the DocumentRefused, to be raised, for what is wrong in a place; ``what`` finds the line."""
    return DocumentRefused([Problem(place.file, place.line(*what), expected, found)])
