"""What is wrong with a document once the database is asked."""

from articles.texts.document_parser import DocumentRefused, Problem


def problem(where, expected, found):
    """Return the DocumentRefused for a place (filename, line), to be raised."""
    filename, line = where
    return DocumentRefused([Problem(filename, line, expected, found)])
