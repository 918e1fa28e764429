"""Form fields that look at what is typed: telephones, texts without them, papers that are what they say."""

import re
import unicodedata
from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError

from congress.phones import parse_phone
from congress.registers.bad_value import BadValue


LONGEST_TEXT = 5_000
LONGEST_NOTE = 1_000

# A mobile, in one or in three groups, and a landline with its area.
PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)")

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
OLE, ZIP, JPEG = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"\xff\xd8\xff"
# How the files of an office begin, by the ending of their name.
BEGINNINGS = {
    ".pdf": (b"%PDF-",),
    ".doc": (OLE,),
    ".docx": (ZIP,),
    ".wps": (OLE, ZIP),
    ".ofd": (ZIP,),
    ".jpg": (JPEG,),
    ".jpeg": (JPEG,),
    ".png": (b"\x89PNG\r\n\x1a\n",),
}


def phones_in(text):
    """The telephone numbers in a text, in half-width digits."""
    return PHONE.findall(unicodedata.normalize("NFKC", text))


def no_phone(text):
    """Refuse a text with somebody's telephone number: it is read by more people than the number is for."""
    if found := phones_in(text):
        raise ValidationError(f"这里不写电话号码，请删去“{found[0]}”。")


def text(label, rows=3, *, max_length=LONGEST_TEXT, **kwargs):
    """A text of several lines without telephone numbers."""
    widget = forms.Textarea(attrs={"rows": rows})
    validators = [no_phone, *kwargs.pop("validators", ())]
    return forms.CharField(label=label, widget=widget, max_length=max_length, validators=validators, **kwargs)


def line(label, **kwargs):
    """A text of one line without telephone numbers."""
    return forms.CharField(label=label, validators=[no_phone], **kwargs)


class PhoneField(forms.CharField):
    """A telephone; the cleaned value is written as everywhere: 13800001234, 0471-1234567."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off", "data-private": True})

    def clean(self, value):
        typed = super().clean(value)
        try:
            return parse_phone(typed) or ""
        except BadValue as error:
            raise ValidationError(f"{error.sentence}，请填手机号，或者带区号的座机号。") from error


class PaperField(forms.FileField):
    """A document or a picture of an office, of at most ten megabytes, told by how the file begins."""

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload or upload is initial:
            return upload
        ending = Path(upload.name).suffix.lower()
        if ending not in BEGINNINGS:
            raise ValidationError("请用PDF、Word、WPS、OFD文件或者图片。")
        if upload.size > MOST_BYTES:
            raise ValidationError("文件超过10兆，请压缩后再传。")
        begins = upload.read(8)
        upload.seek(0)
        if not begins.startswith(BEGINNINGS[ending]):
            raise ValidationError(f"“{upload.name}”的内容不是{ending[1:].upper()}文件，请重新导出后再传。")
        return upload
