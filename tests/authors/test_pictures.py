"""Pictures: what a reader's browser cannot show is refused by its content, whatever it is called."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from authors.pictures import PIXELS, PictureFormField


def upload(kind: str, name: str, size: tuple[int, int] = (4, 3)) -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", size).save(content, kind)
    return SimpleUploadedFile(name, content.getvalue())


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif")])
def test_what_browsers_show_is_taken(kind: str, name: str) -> None:
    assert PictureFormField().clean(upload(kind, name)).image.format == kind


@pytest.mark.parametrize("name", ["a.tiff", "a.png"])
def test_what_they_do_not_show_is_refused_under_any_name(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        PictureFormField().clean(upload("TIFF", name))
    assert refused.value.messages == ["Expected a picture as JPEG, PNG, WEBP, GIF, AVIF; found TIFF."]


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    width = PIXELS // 5_000 + 1
    with pytest.raises(ValidationError) as refused:
        PictureFormField().clean(upload("GIF", "a.gif", (width, 5_000)))
    assert refused.value.messages == ["Expected at most 50 million pixels; found 10001 × 5000."]
