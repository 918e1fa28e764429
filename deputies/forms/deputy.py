"""The form of a person's own data."""

from django import forms

from congress.fields import PhoneField
from congress.forms import ChineseForm
from deputies.models import Deputy


class DeputyForm(ChineseForm, forms.ModelForm):
    """A person's own data; what depends on the term stands on the seat."""

    private = ("born",)

    phone = PhoneField(label="联系电话", max_length=50, required=False)

    class Meta:
        model = Deputy
        fields = ["name", "sex", "ethnicity", "born", "party", "education", "position", "phone"]
        help_texts = {"name": "生僻字照身份证写，间隔号用“·”。"}
