"""Who came: the one form that asks for names and telephones."""

from django import forms

from congress.fields import PhoneField
from congress.forms import ChineseForm
from reception.enums import Channel, VisitorKind
from reception.models import Visitor


FACE_TO_FACE = (
    Channel.RECEPTION,
    Channel.WALK_IN,
    Channel.APPOINTMENT,
    Channel.HOUSEHOLD_VISIT,
    Channel.FORUM,
    Channel.PHONE,
)


class VisitorForm(ChineseForm, forms.ModelForm):
    """Who came. Names and telephones stand here and nowhere else."""

    private = ("name", "address")

    phone = PhoneField(label="联系电话", max_length=50, required=False)

    class Meta:
        model = Visitor
        fields = ["kind", "name", "phone", "address", "is_voter", "consented"]
        widgets = {
            "kind": forms.RadioSelect,
            "name": forms.TextInput(attrs={"autocomplete": "off"}),
            "address": forms.TextInput(attrs={"autocomplete": "off"}),
        }

    def __init__(self, *args, user, kind=VisitorKind.PERSON, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["kind"] = kind
        self.fields[
            "consented"
        ].help_text = "不满十四周岁的，请监护人在场并由监护人同意，姓名、电话填监护人的。"
        self.fields["kind"].choices = VisitorKind.choices
        self.fields["address"].help_text = "可以不填。"
        # Nobody is called a voter of the constituency before somebody has asked.
        self.initial["is_voter"] = False
        if user.is_deputy:
            del self.fields["address"]

    def clean(self):
        """Of somebody who leaves no name nothing is kept."""
        data = super().clean()
        if data.get("kind") == VisitorKind.ANONYMOUS:
            data |= {"name": "", "phone": "", "is_voter": False, "consented": False}
            if "address" in data:
                data["address"] = ""
        elif not data.get("name") and "name" not in self.errors:
            self.add_error("name", "请填写来访人姓名或单位；不愿留名的，类别选“不留姓名”。")
        return data

    def must_be_told(self, channel):
        """A person met face to face is told what his data are for (个人信息保护法第十七条)."""
        return self.cleaned_data.get("kind") == VisitorKind.PERSON and channel in FACE_TO_FACE
