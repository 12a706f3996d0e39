"""The rows of the byline as a form sends them: read as values, and written back under the numbers rows have now."""

from articles.models import Byline
from authors.languages import codes, column
from authors.models import Author, Organization

PREFIX = "bylines"
CREDITS = [column("credit_line", code) for code in codes()]
PLAIN = ["position", "role", "language", *CREDITS]


def rows_sent(sent):
    """Return the rows of a form (QueryDict) as ``articles.press.snapshot`` has them, without those to be deleted.

    None when the form has no byline, as a translator's.
    """
    count = sent.get(f"{PREFIX}-TOTAL_FORMS", "")
    if not count.isdigit():
        return None
    rows = []
    for number in range(min(int(count), 1000)):
        row = {name: sent.get(f"{PREFIX}-{number}-{name}") for name in (*PLAIN, "author", "organization", "DELETE")}
        if not row.pop("DELETE") and any(row[name] for name in ("author", "organization", *CREDITS)):
            rows.append(row)
    people = dict(Author.objects.filter(pk__in=_numbers(rows, "author")).values_list("pk", "slug"))
    bodies = dict(Organization.objects.filter(pk__in=_numbers(rows, "organization")).values_list("pk", "slug"))
    return [
        {name: row[name] or "" for name in ("role", "language", *CREDITS)}
        | {"position": int(row["position"]) if (row["position"] or "").isdigit() else 0}
        | {
            "author": people.get(_number(row["author"]), ""),
            "organization": bodies.get(_number(row["organization"]), ""),
        }
        for row in rows
    ]


def write_rows(sent, article, rows):
    """Put rows into a form (a mutable QueryDict) in place of its own, tied to those that the database has now."""
    for name in [name for name in sent if name.startswith(f"{PREFIX}-")]:
        del sent[name]
    there = list(Byline.objects.filter(article=article).select_related("author", "organization"))
    placed = []
    for row in rows:
        match = next((line for line in there if line not in placed and _identity(line) == _named(row)), None)
        placed.append(match)
    gone = [line for line in there if line not in placed]
    # A formset wants the rows it knows first, in their own order.
    known = sorted(
        [*((line, row) for line, row in zip(placed, rows, strict=True) if line)], key=lambda pair: there.index(pair[0])
    )
    new = [row for line, row in zip(placed, rows, strict=True) if line is None]
    entries = sorted([*known, *((line, None) for line in gone)], key=lambda pair: there.index(pair[0]))
    entries += [(None, row) for row in new]
    sent[f"{PREFIX}-TOTAL_FORMS"], sent[f"{PREFIX}-INITIAL_FORMS"] = str(len(entries)), str(len(there))
    sent[f"{PREFIX}-MIN_NUM_FORMS"], sent[f"{PREFIX}-MAX_NUM_FORMS"] = "0", "1000"
    for number, (line, row) in enumerate(entries):
        _write(sent, f"{PREFIX}-{number}-", article, line, row)


def _write(sent, prefix, article, line, row):
    sent[f"{prefix}id"], sent[f"{prefix}article"] = str(line.pk) if line else "", str(article.pk)
    if row is None:
        sent[f"{prefix}DELETE"] = "on"
        row = {name: getattr(line, name) or "" for name in PLAIN} | _slugs(line)
    for name in PLAIN:
        sent[f"{prefix}{name}"] = str(row[name])
    author = Author.objects.filter(slug=row["author"]).first() if row["author"] else None
    body = Organization.objects.filter(slug=row["organization"]).first() if row["organization"] else None
    sent[f"{prefix}author"] = str(author.pk) if author else ""
    sent[f"{prefix}organization"] = str(body.pk) if body else ""


def in_words(rows):
    """Return rows as lines of text, to be compared word by word."""
    return "\n".join(
        ", ".join(str(row[name]) for name in ("author", "organization", "role", "language", *CREDITS) if row[name])
        for row in sorted(rows, key=lambda row: row["position"])
    )


def _slugs(line):
    return {
        "author": line.author.slug if line.author else "",
        "organization": line.organization.slug if line.organization else "",
    }


def _identity(line):
    return (line.role, line.language, *_slugs(line).values())


def _named(row):
    return (row["role"], row["language"], row["author"], row["organization"])


def _number(value):
    return int(value) if (value or "").isdigit() else None


def _numbers(rows, name):
    return [number for row in rows if (number := _number(row[name]))]
