"""JSON fixtures that hold every language's column and never the column of "whichever language was active"."""

from datetime import datetime

from django.core.serializers import json
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import Error
from modeltranslation.translator import NotRegistered, translator

from articles.exchange.indexing import index_after
from articles.exchange.records import check_instance, check_record


class Deserializer(json.Deserializer):
    """Django's JSON deserializer, which takes every record's references at once, and only what a form would take.

    `dumpdata` writes what is referred to first. A name that nothing before has is a mistake, and is said to be one,
    rather than put off until a constraint breaks over it. Raises DeserializationError.
    """

    def __init__(self, stream_or_string, **options):
        try:
            super().__init__(stream_or_string, **(options | {"handle_forward_references": False}))
        except UnicodeDecodeError as error:
            found = f"byte {error.object[error.start]:#04x} at offset {error.start}"
            raise DeserializationError(f"expected UTF-8; found {found}") from error

    def __iter__(self):
        if not isinstance(self.stream, list):
            raise DeserializationError(f"expected a list of records; found {self.stream!r:.60}")
        loaded = []
        for number, record in enumerate(self.stream, start=1):
            check_record(record, number)
            for found in self._handle_object(record):
                check_instance(found.object, number, exclude=_base_fields(type(found.object)))
                yield found
                loaded.append(found.object)
        # Whoever asks for more has saved the last one; a raw save goes around every `save` of ours.
        index_after(one for one in loaded if one.pk)

    def _handle_object(self, record):
        try:
            yield from super()._handle_object(record)
        except DeserializationError as error:
            reason = error.__cause__ or error.__context__
            if isinstance(reason, Error):  # a database that is away or has no tables is no fault of the record
                raise reason from None
            raise


class Encoder(DjangoJSONEncoder):
    """Django's JSON encoder, which writes moments to the microsecond (ISO 8601) rather than cut after the millisecond.

    What is loaded from a dump is then what was dumped.
    """

    def default(self, o):
        return o.isoformat().replace("+00:00", "Z") if isinstance(o, datetime) else super().default(o)


class Serializer(json.Serializer):
    """Django's JSON serializer without the untranslated base fields, so a dump is the same in any language."""

    def start_serialization(self):
        self.options.setdefault("cls", Encoder)
        super().start_serialization()

    def handle_field(self, obj, field):
        if field.name not in _base_fields(type(obj)):
            super().handle_field(obj, field)


def _base_fields(model):
    try:
        return translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return ()
