"""References inside a page, for search engines of scholars and citation managers: Highwire tags and COinS."""

from urllib.parse import urlencode

from articles.texts.citation.reference import one_line


def highwire(reference):
    """Return (name, content) of a page's ``meta`` tags: one ``citation_author`` an author, translators not among them.

    After Google Scholar's "Inclusion Guidelines for Webmasters", which call the tags Highwire Press's.
    """
    return [
        ("citation_title", one_line(reference.title)),
        *(("citation_author", name.inverted) for name in reference.authors),
        *(("citation_editor", name.inverted) for name in reference.editors),
        ("citation_publication_date", f"{reference.published:%Y/%m/%d}"),
        ("citation_journal_title", one_line(reference.site)),
        ("citation_language", reference.language),
        ("citation_fulltext_html_url", reference.address),
        ("citation_public_url", reference.address),
    ]


def coins(reference):
    """Return the title of a COinS span: an article in a periodical, as key and value pairs.

    After ANSI/NISO Z39.88-2004, the format ``info:ofi/fmt:kev:mtx:journal``. ``rft.au`` is a person, ``rft.aucorp`` an
    organization; they follow one another in the order of the byline. The format knows no translators or editors.
    """
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft_id", reference.address),
        ("rft.genre", "article"),
        ("rft.atitle", one_line(reference.title)),
        ("rft.jtitle", one_line(reference.site)),
        *(("rft.aucorp" if name.is_organization else "rft.au", name.inverted) for name in reference.authors),
        ("rft.date", reference.published.isoformat()),
        ("rft.language", reference.language),
    ]
    return urlencode(pairs)
