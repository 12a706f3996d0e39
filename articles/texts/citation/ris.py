"""RIS: one reference, a tag a line, CRLF (Research Information Systems, "RIS File Format")."""

from articles.texts.citation.reference import one_line


def write(reference):
    """Return a reference as a RIS file (str). Authors, translators and editors have a tag each, in order."""
    day = reference.published
    tags = [
        ("TY", "ELEC"),
        ("ID", reference.key),
        *(("AU", name.inverted) for name in reference.authors),
        *(("A4", name.inverted) for name in reference.translators),
        *(("ED", name.inverted) for name in reference.editors),
        ("TI", reference.title),
        ("T2", reference.site),
        ("PY", f"{day:%Y}"),
        ("DA", f"{day:%Y/%m/%d}"),
        ("ET", str(reference.number)),
        ("LA", reference.language),
        ("UR", reference.address),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in tags)
