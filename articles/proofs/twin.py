"""The twin of a proof: another language of the manuscript, for what shows both."""

from articles.proofs.proof import proof
from authors.languages import codes


def twin_of(article, language, day):
    """Return the proof that stands beside that of a language: the original's, else the first other's; or None."""
    written = [code for code in codes() if code != language and article.has_text(code)]
    first = next((code for code in written if code == article.original_language), None)
    code = first or next(iter(written), None)
    return proof(article, code, day) if code else None
