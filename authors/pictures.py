"""Pictures that every reader's browser shows."""

from urllib.parse import quote

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
PIXELS = 50_000_000  # a large camera's picture; more would only fill readers' memory


def address_of(name):
    """Return the path of a picture from its name in the media folder."""
    return f"{settings.MEDIA_URL}{quote(name)}"


class PictureFormField(forms.ImageField):
    """An upload whose content, not its name, is one of FORMATS and of a size that can be shown."""

    def to_python(self, data):
        file = super().to_python(data)
        picture = getattr(file, "image", None)
        if picture is None:
            return file
        if picture.format not in FORMATS:
            raise ValidationError(
                _("Expected a picture as %(formats)s; found %(found)s."),
                code="format",
                params={"formats": ", ".join(FORMATS), "found": picture.format},
            )
        if picture.width * picture.height > PIXELS:
            raise ValidationError(
                _("Expected at most %(most)d million pixels; found %(width)d × %(height)d."),
                code="pixels",
                params={"most": PIXELS // 1_000_000, "width": picture.width, "height": picture.height},
            )
        return file


class Picture(models.ImageField):
    """An uploaded picture."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PictureFormField} | kwargs)
