"""Records of a fixture: checked as a form would check them, since `loaddata` itself passes the validators by."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.db import models

from articles.models import Edition
from articles.texts.html import clean

OURS = ("authors", "articles")  # apps; the rows of others are as their authors check them
TEXTUAL = (models.CharField, models.TextField, models.FileField)  # Django would store the repr() of a list in them


def check_record(record, number):
    """Refuse a record (as read from JSON, its number counted from 1) of another shape than `dumpdata` writes.

    Raises DeserializationError.
    """
    shape = {"model": str, "fields": dict}
    if not (isinstance(record, dict) and all(isinstance(record.get(name), kind) for name, kind in shape.items())):
        raise DeserializationError(f"record {number}: expected an object with model and fields; found {record!r:.60}")
    try:
        model = apps.get_model(record["model"])
    except (LookupError, ValueError):
        return  # said by Django
    for name, value in record["fields"].items():
        where = f"record {number}, {record['model']}, {name}"
        try:
            textual = isinstance(model._meta.get_field(name), TEXTUAL)
        except FieldDoesNotExist:
            continue  # said by Django
        if textual and not isinstance(value, str | None):
            raise DeserializationError(f"{where}: expected a text; found {value!r:.60}")
        if isinstance(value, str) and "\0" in value:
            place = value.index("\0") + 1
            raise DeserializationError(f"{where}: expected readable text; found U+0000 NULL at character {place}")


def check_instance(instance, number, exclude):
    """Refuse a row of ours that its model's validators refuse, and an edition whose HTML is not on the allow list.

    ``exclude`` names fields not to look at. What a field may lack, and what its relations must be, the database
    says. Raises DeserializationError naming the record, its model, key, field and every reason.
    """
    if instance._meta.app_label not in OURS:
        return
    relations = [field.name for field in instance._meta.fields if field.is_relation]
    problems = {}
    try:
        instance.clean_fields(exclude={*relations, *exclude})
        instance.clean()
    except ValidationError as error:
        problems = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
    if isinstance(instance, Edition):
        uncleaned = [
            name for name in ("short_html", "full_html") if clean(getattr(instance, name)) != getattr(instance, name)
        ]
        problems |= {
            name: [ValidationError("expected clean HTML; found what its allow list does not have")]
            for name in uncleaned
        }
    reasons = [
        f"{field}: {' '.join(error.messages)}" if field else " ".join(error.messages)
        for field, errors in problems.items()
        for error in errors
        if error.code not in ("blank", "null")
    ]
    if reasons:
        key = getattr(instance, "key", None) or getattr(instance, "slug", None) or instance.pk or ""
        name = f"{instance._meta.label_lower} {key}".strip()
        raise DeserializationError(f"record {number}, {name}: {'; '.join(reasons)}")
