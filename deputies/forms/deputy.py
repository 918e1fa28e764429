"""The form of a person's own data."""

from django import forms

from congress.fields import PhoneField
from congress.forms import ChineseForm, FileInput
from deputies import photos
from deputies.models import Deputy


class PortraitInput(FileInput):
    """One photo; a phone turns its own format into JPEG for us."""

    button = "选择照片"

    def __init__(self, attrs=None):
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})


class PortraitField(forms.FileField):
    """The cleaned value of a new upload is shrunk and free of place and time."""

    widget = PortraitInput

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        return upload if not upload or upload is initial else photos.shrink(upload)


class DeputyForm(ChineseForm, forms.ModelForm):
    """A person's own data; what depends on the term stands on the seat."""

    private = ("born",)

    phone = PhoneField(label="联系电话", max_length=50, required=False)
    photo = PortraitField(
        label="照片", required=False, help_text="印在代表证上的正面照；可以不传。传了新的，换下旧的。"
    )
    drop_photo = forms.BooleanField(label="去掉现在的照片", required=False)

    class Meta:
        model = Deputy
        fields = [
            "name",
            "sex",
            "ethnicity",
            "born",
            "party",
            "education",
            "sector",
            "position",
            "phone",
            "no_wage_from",
            "no_wage_until",
            "photo",
        ]
        help_texts = {"name": "生僻字照身份证写，间隔号用“·”。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.photo:
            del self.fields["drop_photo"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("drop_photo") and "photo" not in self.files:
            cleaned["photo"] = False  # what clears a file of a record
        return cleaned
