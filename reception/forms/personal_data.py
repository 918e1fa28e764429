"""Looking at what a visitor left of himself, correcting and deleting it.

What stands there is typed anew, not shown.
"""

from django import forms

from congress.fields import PhoneField, line
from congress.forms import ChineseForm
from reception.enums import DataChangeKind, VisitorKind
from reception.reading import SHORTEST_REASON


def data_reason(label, **kwargs):
    return line(label, min_length=SHORTEST_REASON, max_length=200, **kwargs)


class RevealForm(ChineseForm, forms.Form):
    """Why a visitor's full data are needed; the reason is kept."""

    reason = data_reason("为什么要看", help_text="如“电话答复选民”“请来访人补充情况”。会留下查看记录。")


class CorrectForm(ChineseForm, forms.Form):
    """What is left empty stays as it is; what is not to be kept is ticked."""

    private = ("name", "address")

    name = forms.CharField(label="姓名或单位", max_length=100, required=False)
    phone = PhoneField(label="联系电话", max_length=50, required=False)
    address = forms.CharField(label="住址", max_length=100, required=False)
    drop = forms.MultipleChoiceField(
        label="不再保存",
        choices=[("phone", "删去联系电话"), ("address", "删去住址")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = data_reason("为什么更正", help_text="如“本人3月12日来电话说换了号码”。会留下记录。")

    def __init__(self, *args, visitor, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name", "phone", "address"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
            self.fields[name].help_text = "不改的空着。"
        if visitor.kind == VisitorKind.ANONYMOUS:
            self.fields["name"].help_text = "原来没有留名；现在愿意留的填上，不愿意的空着。"

    def clean(self):
        data = super().clean()
        for name in data.get("drop", ()):
            if data.get(name):
                self.add_error(name, "又填了新的，又勾了删去，请只留一样。")
        return data

    @property
    def changes(self):
        """{field: value} of what was typed or ticked."""
        data = self.cleaned_data
        typed = {name: data[name] for name in ("name", "phone", "address") if data.get(name)}
        return typed | dict.fromkeys(data["drop"], "")


class EraseForm(ChineseForm, forms.Form):
    """On what ground a visitor's data go."""

    kind = forms.ChoiceField(
        label="根据",
        choices=[(kind, kind.label) for kind in map(DataChangeKind, DataChangeKind.on_request)],
        widget=forms.RadioSelect,
    )
    reason = data_reason("说明", help_text="如“本人4月2日来站里书面要求删除”。会留下记录。")
    sure = forms.BooleanField(label="我知道删去的姓名、电话、住址查不回来")


class ExpiredForm(ChineseForm, forms.Form):
    """Which of the visitors on the page are made anonymous, as somebody has looked at."""

    visitors = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": "请先勾选来访人。"})
    sure = forms.BooleanField(error_messages={"required": "请勾选“查不回来”再删除。"})

    def __init__(self, *args, shown, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["visitors"].choices = [(visitor.pk, str(visitor)) for visitor in shown]
