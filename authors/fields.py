"""Text fields that store what every database can hold and every reader can see."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _

from authors.characters import describe, forbidden

LINE_BREAK = re.compile(r" *[\t\r\n]+ *")


def normalised(value):
    """Return the text in NFC, after refusing characters that no text of ours may carry.

    Raises ValidationError (code ``character``) naming the character and its place.
    """
    for offset, character in forbidden(value):
        raise ValidationError(
            _("Expected readable text; found %(character)s at character %(place)d."),
            code="character",
            params={"character": describe(character), "place": offset + 1},
        )
    return unicodedata.normalize("NFC", value)


class _Normalised:
    """What is written is NFC, free of forbidden characters and within its length, on every path to the database."""

    def to_python(self, value):
        value = super().to_python(value)
        return normalised(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return unicodedata.normalize("NFC", value) if isinstance(value, str) else value

    def get_db_prep_save(self, value, connection):
        value = super().get_db_prep_save(value, connection)
        if isinstance(value, str):
            normalised(value)
            self.refuse(value)
        return value

    def refuse(self, value):
        """Raise ValidationError for a text (str) that this field does not hold."""
        # SQLite would take a text of any length: both databases refuse alike, and with words.
        if self.max_length is not None and len(value) > self.max_length:
            raise ValidationError(
                _("Expected at most %(most)d characters in “%(field)s”; found %(found)d."),
                code="max_length",
                params={"most": self.max_length, "field": self.verbose_name, "found": len(value)},
            )


class Line(_Normalised, models.CharField):
    """One line of text: a line break or tab in it is a space."""

    def to_python(self, value):
        value = super().to_python(value)
        return LINE_BREAK.sub(" ", value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return LINE_BREAK.sub(" ", value) if isinstance(value, str) else value


class Text(_Normalised, models.TextField):
    """Plain text of any length, unless ``max_length`` says otherwise."""


class Slug(_Normalised, models.SlugField):
    """The readable part of an address: what the site's addresses can hold, whichever way it comes in."""

    def refuse(self, value):
        super().refuse(value)
        if value:
            validate_slug(value)


class WebAddress(_Normalised, models.URLField):
    """An absolute address that a reader's browser opens: http or https, nothing else."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def refuse(self, value):
        super().refuse(value)
        if value:
            self.run_validators(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https"} | kwargs)
