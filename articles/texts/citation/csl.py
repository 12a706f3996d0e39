"""CSL-JSON: what word processors and citation managers set references from (CSL 1.0.2, Appendices III and IV).

A text is a ``webpage``. Of the types that fit, it is the one of which Chicago's styles print everything (the version,
translators and editors among it) and that of the GOST prints the address: it leaves out the address of an article.
"""

import json

from articles.texts.citation.reference import one_line


def write(reference):
    """Return a reference as CSL-JSON (str): a list of one item."""
    return json.dumps([item(reference)], ensure_ascii=False, indent=1)


def item(reference):
    """Return a reference as an item (dict): people by their parts, organizations as they are."""
    day = reference.published
    people = {"author": reference.authors, "translator": reference.translators, "editor": reference.editors}
    return {
        "id": reference.key,
        "type": "webpage",
        "title": one_line(reference.title),
        **{role: [_name(name) for name in names] for role, names in people.items() if names},
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "container-title": one_line(reference.site),
        "version": str(reference.number),
        "language": reference.language,
        "URL": reference.address,
    }


def _name(name):
    if name.is_organization:
        return {"literal": one_line(name.family)}
    parts = {"family": one_line(name.family), "given": one_line(name.given)}
    return {part: text for part, text in parts.items() if text}
