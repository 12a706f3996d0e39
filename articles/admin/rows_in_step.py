"""Rows in line with another (the posts of a person): a form that speaks of rows that are gone keeps what was typed."""

from articles.admin.sending import as_sent

MOST_SENT = 1000  # rows; no form holds more, see Django's DEFAULT_MAX_NUM


def bring_into_step(sent, formset):
    """Put the rows of a form (a mutable QueryDict) under those that the database has now (``formset``, unbound).

    What was typed into a row that somebody has deleted becomes a new row; a row that the form knows nothing of is added
    as it stands.
    """
    prefix, key = formset.prefix, formset.model._meta.pk.name
    total = sent.get(f"{prefix}-TOTAL_FORMS", "")
    if not (total.isascii() and total.isdigit()):
        return
    rows = [_taken_out(sent, f"{prefix}-{number}-") for number in range(min(int(total), MOST_SENT))]
    known = {row[key][0]: row for row in rows if row.get(key, [""])[0]}
    there = {str(form.instance.pk): form for form in formset.initial_forms}
    entries = [known.get(number) or _as_it_stands(form) for number, form in there.items()]
    entries += [row | {key: [""]} for row in rows if row and row.get(key, [""])[0] not in there]
    sent[f"{prefix}-TOTAL_FORMS"], sent[f"{prefix}-INITIAL_FORMS"] = str(len(entries)), str(len(there))
    for number, row in enumerate(entries):
        for name, values in row.items():
            sent.setlist(f"{prefix}-{number}-{name}", values)


def _taken_out(sent, start):
    return {name.removeprefix(start): sent.pop(name) for name in list(sent) if name.startswith(start)}


def _as_it_stands(form):
    return {name.removeprefix(f"{form.prefix}-"): values for name, values in as_sent(form).items()}
