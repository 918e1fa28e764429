"""Photographs from phones: made small, freed of what the camera wrote into them."""

from io import BytesIO
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError


LONGEST_SIDE = 1600
MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 60_000_000
MOST_PHOTOS = 9
ACCEPTED = ("JPEG", "PNG", "WEBP")
UNREADABLE = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError)


def shrink(upload):
    """Return the photo as a JPEG of at most 1600 pixels a side, upright, without place, time or camera.

    ``upload`` is an uploaded file. Raises ``ValidationError`` with a sentence when it is too large or no
    photo. The name is drawn by lot: the phone's own often tells time and place.
    """
    if upload.size > MOST_BYTES:
        raise ValidationError(f"照片“{upload.name}”超过15MB，请换一张小一些的。")
    try:
        with Image.open(upload, formats=ACCEPTED) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise ValidationError(f"照片“{upload.name}”尺寸过大，请用手机相机重新拍一张。")
            photo.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except UNREADABLE as error:
        raise ValidationError(f"“{upload.name}”不是照片或者已损坏，请选JPG、PNG格式的照片。") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # A fresh image carries none of the tables that the camera wrote.
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    stored = BytesIO()
    bare.save(stored, "JPEG", quality=82, optimize=True)
    return ContentFile(stored.getvalue(), name=f"{uuid4().hex}.jpg")
