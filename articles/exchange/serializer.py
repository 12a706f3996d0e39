"""JSON fixtures that hold every language's column and never the column of "whichever language was active"."""

from django.core.serializers import json
from modeltranslation.translator import NotRegistered, translator


class Deserializer(json.Deserializer):
    """Django's JSON deserializer, which takes every record's references at once.

    `dumpdata` writes what is referred to first. A name that nothing before has is a mistake, and is said to be one,
    rather than put off until a constraint breaks over it.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **(options | {"handle_forward_references": False}))


class Serializer(json.Serializer):
    """Django's JSON serializer without the untranslated base fields, so a dump is the same in any language."""

    def handle_field(self, obj, field):
        if field.name not in _base_fields(type(obj)):
            super().handle_field(obj, field)


def _base_fields(model):
    try:
        return translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return ()
