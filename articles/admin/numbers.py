"""Numbers of rows that a form or an address sends: what no database could hold is taken for nothing chosen."""

import re

LONGEST = 18  # digits that fit into the key of a row (64 bits), with room


def tidied(sent, model_admin, request, obj=None):
    """Return what was sent (QueryDict) without numbers of related rows that are none; the form then asks for them."""
    models = [model_admin.model, *(inline.model for inline in model_admin.get_inline_instances(request, obj))]
    relations = {field.name for model in models for field in model._meta.get_fields() if field.is_relation}
    keys = re.compile(rf"(?:[a-z_]+-\d+-)?(?:id|{'|'.join(sorted(relations))})")
    tidy = sent.copy()
    for name in filter(keys.fullmatch, sent):
        values = [value for value in sent.getlist(name) if is_number(value)]
        tidy.setlist(name, values or ([""] if sent.getlist(name) else []))
    return tidy


def is_number(value):
    """Say whether what a form sent could be the key of a row."""
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= LONGEST
