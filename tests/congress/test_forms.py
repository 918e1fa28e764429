"""What every form of the house does alike."""

from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from congress.fields import PaperField
from congress.forms import ChineseForm, FileInput, ReasonForm, StepForm, reason
from congress.takeover_forms import UploadForm
from deputies.forms.participation import PartForm
from deputies.forms.structure import ConstituencyForm
from tests.factories.congress import DistrictOfficeFactory


class Form(ChineseForm, forms.Form):
    paper = forms.FileField(label="附件", required=False)
    signed = PaperField(label="原件", required=False)


class Checked(ChineseForm, forms.Form):
    people = forms.IntegerField(label="来访人数", min_value=1, max_value=9, required=False)
    days = forms.DecimalField(label="天数", max_digits=4, decimal_places=1, required=False)
    halves = forms.DecimalField(label="半天数", step_size=Decimal("0.5"), required=False)
    title = forms.CharField(label="事由", min_length=2, max_length=5, required=False)
    day = forms.DateField(label="日期", required=False)
    hour = forms.TimeField(label="开始时间", required=False)
    mail = forms.EmailField(label="邮箱", required=False)
    kind = forms.ChoiceField(label="类别", choices=[("a", "交通")], required=False)
    kinds = forms.MultipleChoiceField(label="各类别", choices=[("a", "交通")], required=False)
    rating = forms.ChoiceField(label="对办理情况满意吗？", choices=[("a", "满意")])
    own = forms.CharField(label="原话", error_messages={"required": "请写一句原话。"})
    paper = forms.FileField(label="附件")


@pytest.mark.parametrize(
    ("form", "name", "button"),
    [
        (Form, "paper", "选择文件"),
        (Form, "signed", "选择文件"),
        (UploadForm, "files", "选择文件"),
        (PartForm, "photos", "拍照或选照片"),
    ],
)
@pytest.mark.django_db
def test_file_is_chosen_by_a_button_in_chinese(form, name, button):
    widget = form().fields[name].widget
    assert (isinstance(widget, FileInput), widget.attrs["data-button"]) == (True, button)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("people", "0", "来访人数不能小于1。"),
        ("people", "10", "来访人数不能大于9。"),
        ("people", "几个", "来访人数请填整数。"),
        ("days", "一", "天数请填数字。"),
        ("days", "1.25", "天数最多保留1位小数。"),
        ("halves", "1.3", "半天数应是0.5的倍数。"),
        ("title", "灯", "事由至少要有2个字，现在是1个。"),
        ("title", "路灯坏了半月", "事由最多5个字，现在是6个，请压缩。"),
        ("title", "路\0灯", "事由里有不能保存的字符，请删去后重填。"),
        ("day", "2025-02-30", "日期不是有效的日期，请重新选择。"),
        ("hour", "25:00", "开始时间不是有效的时间，请填成“08:30”这样。"),
        ("mail", "张三", "邮箱不是有效的邮箱地址，请核对。"),
        ("kind", "z", "类别中选的这一项已经不能选，请重新选择。"),
        ("kinds", ["z"], "各类别中选的这一项已经不能选，请重新选择。"),
        ("rating", "", "请回答“对办理情况满意吗？”"),
        ("rating", "z", "对办理情况满意吗中选的这一项已经不能选，请重新选择。"),
        ("own", "", "请写一句原话。"),
        ("paper", "", "请选择附件。"),
    ],
)
def test_field_that_is_not_right_is_told_in_a_sentence(name, typed, sentence):
    form = Checked({name: typed})
    assert form.errors[name] == [sentence]


def test_empty_file_is_told_in_a_sentence():
    form = Checked({}, {"paper": SimpleUploadedFile("a.pdf", b"")})
    assert form.errors["paper"] == ["附件是空的文件，请检查后重新选择。"]


def test_wrong_number_stands_in_its_field_to_be_corrected():
    field = Checked({"people": "几个"})["people"]
    assert (field.value(), field.field.widget.input_type, field.field.widget.attrs) == (
        "几个",
        "text",
        {"inputmode": "numeric"},
    )


@pytest.mark.parametrize("form", [StepForm, ReasonForm])
@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("请回电13900001111", "这里不写电话号码，请删去“13900001111”。"),
        ("长" * 1001, "{label}最多1000个字，现在是1001个，请压缩。"),
    ],
)
def test_note_that_is_too_much_is_refused(form, note, sentence):
    filled = form({"note": note})
    assert filled.errors == {"note": [sentence.format(label=filled.fields["note"].label)]}


class AgainForm(ReasonForm):
    note = reason("重办要求")

    def prepare(self):
        self.initial["note"] = f"{self.user}：{self.record}"


def test_note_of_a_step_may_stay_empty():
    form = StepForm({"note": ""})
    assert (form.is_valid(), form.cleaned_data) == (True, {"note": ""})


@pytest.mark.parametrize(
    ("form", "sentence"), [(ReasonForm, "请填写理由。"), (AgainForm, "请填写重办要求。")]
)
def test_reason_of_a_step_is_asked_for_by_its_name(form, sentence):
    assert form({"note": " "}).errors == {"note": [sentence]}


def test_form_of_a_step_looks_at_its_record_and_person():
    assert AgainForm(about="路灯不亮", user="方洁").initial == {"note": "方洁：路灯不亮"}


@pytest.mark.parametrize("typed", ["32768", "9" * 30])
def test_number_of_a_record_is_bounded_as_on_every_database(typed, db):
    form = ConstituencyForm({"number": typed}, user=DistrictOfficeFactory())
    assert form.errors["number"] == ["选区号不能大于32767。"]
