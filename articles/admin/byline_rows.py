"""The signatures as a form sends them: read as a snapshot has them, written back under the numbers of today."""

from articles.admin.numbers import is_number
from articles.models import Byline
from authors.languages import columns
from authors.models import Author, Organization

PREFIX = "bylines"
MOST_SENT = 1000  # rows; no form holds more, see Django's DEFAULT_MAX_NUM
SIGNATORIES = {"author": Author, "organization": Organization}


def rows_sent(sent):
    """Return the rows of a form (QueryDict) as ``articles.press.snapshot`` has them, without those to be deleted.

    None when the form has no signatures.
    """
    total = sent.get(f"{PREFIX}-TOTAL_FORMS", "")
    if not (total.isascii() and total.isdigit()):
        return None
    fields = ("position", "role", "language", *SIGNATORIES, *columns("credit_line"), "DELETE")
    rows = [
        {name: sent.get(f"{PREFIX}-{number}-{name}", "") for name in fields}
        for number in range(min(int(total), MOST_SENT))
    ]
    rows = [row for row in rows if not row.pop("DELETE") and any(row[name] for name in _telling())]
    slugs = {name: _slugs(model, rows, name) for name, model in SIGNATORIES.items()}
    return [
        row
        | {"position": int(row["position"]) if is_number(row["position"]) else row["position"]}
        | {name: slugs[name].get(row[name], "") for name in SIGNATORIES}
        for row in rows
    ]


def write_rows(sent, article, rows):
    """Put rows into a form (a mutable QueryDict) in place of its own, tied to those that the database has now.

    A row the database has and ``rows`` has not is marked for deletion; one that only ``rows`` has is new.
    """
    for name in [name for name in sent if name.startswith(f"{PREFIX}-")]:
        del sent[name]
    there = list(Byline.objects.of_article(article)) if article.pk else []
    left = list(rows)
    entries = []
    for line in there:  # a formset wants the rows it knows first, in their own order
        row = next((row for row in left if _signatory(row) == _signatory(_row(line))), None)
        if row:
            left.remove(row)
        entries.append((line, row))
    entries += [(None, row) for row in left]
    counts = {"TOTAL_FORMS": len(entries), "INITIAL_FORMS": len(there), "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": MOST_SENT}
    for name, count in counts.items():
        sent[f"{PREFIX}-{name}"] = str(count)
    numbers = {name: _numbers(model, rows, there, name) for name, model in SIGNATORIES.items()}
    for number, (line, row) in enumerate(entries):
        _write(sent, f"{PREFIX}-{number}-", article, line, row, numbers)


def out_of_step(sent, article):
    """Say whether a form speaks of rows that are gone, or does not know of some that are there."""
    if f"{PREFIX}-TOTAL_FORMS" not in sent:
        return False
    known = {sent.get(f"{PREFIX}-{number}-id", "") for number in range(MOST_SENT)} - {""}
    return known != {str(line.pk) for line in Byline.objects.of_article(article)}


def _write(sent, prefix, article, line, row, numbers):
    sent[f"{prefix}id"], sent[f"{prefix}article"] = str(line.pk) if line else "", str(article.pk or "")
    if row is None:
        sent[f"{prefix}DELETE"] = "on"
        row = _row(line)
    for name in ("position", "role", "language", *columns("credit_line")):
        sent[f"{prefix}{name}"] = str(row[name])
    for name in SIGNATORIES:
        sent[f"{prefix}{name}"] = str(numbers[name].get(row[name], ""))


def _row(line):
    return {
        **{name: getattr(line, name) or "" for name in ("position", "role", "language", *columns("credit_line"))},
        **{name: signatory.slug if (signatory := getattr(line, name)) else "" for name in SIGNATORIES},
    }


def _signatory(row):
    return tuple(row[name] for name in ("role", "language", *SIGNATORIES))


def _telling():
    return (*SIGNATORIES, *columns("credit_line"))


def _slugs(model, rows, name):
    """Return number (str) → slug of the people or organizations that rows name by their numbers."""
    wanted = [row[name] for row in rows if is_number(row[name])]
    return {str(pk): found.slug for pk, found in model.objects.in_bulk(wanted).items()}


def _numbers(model, rows, there, name):
    """Return slug → number for all that rows and the database name."""
    known = {getattr(line, name).slug: getattr(line, name).pk for line in there if getattr(line, name)}
    wanted = [row[name] for row in rows if row[name]]
    return known | {slug: found.pk for slug, found in model.objects.in_bulk(wanted, field_name="slug").items()}
