"""A reference as one line to copy, in the style that is usual in its language."""

from articles.texts.citation import chicago, gost

STYLES = {"ru": gost}  # Chicago's rules are for English, and serve where a language has no style of its own here


def line(reference):
    """Return a reference as a line of a bibliography (str), in the style of the edition's language."""
    return STYLES.get(reference.language, chicago).line(reference)
