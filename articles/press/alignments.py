"""Alignments of a manuscript: which source paragraphs each translated paragraph was made from, and what has changed."""


def settle(article, before):
    """Bring an article's alignments in line with its text, after it was written to; ``before`` is the snapshot then."""
