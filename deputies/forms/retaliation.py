"""Forms of a case of retaliation."""

from django import forms
from django.forms import ALL_FIELDS

from congress import clock
from congress.fields import line, text
from congress.forms import ChineseForm, RecordForm, StepForm
from deputies.fields import SeatField
from deputies.models import Seat


class TellForm(ChineseForm, forms.Form):
    """What was told, of whom, by whom."""

    private = ALL_FIELDS

    seat = SeatField(
        Seat.objects.none(),
        label="代表",
        empty_label="请选择",
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )
    told_on = forms.DateField(label="得知日期", initial=clock.today)
    told_by = line("怎样得知", max_length=60, help_text="如：本人反映、群众来信、审查时发现。")
    accused = line("涉及的单位或者个人", max_length=100)
    facts = text("情况", rows=6, help_text="代表做了什么，受到什么对待，有什么依据。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        seats = Seat.objects.visible_to(user)
        self.fields["seat"].offer(seats, kept=user.jurisdiction_id)


class ForwardForm(StepForm):
    private = ALL_FIELDS

    forwarded_to = line("转送机关", max_length=60, help_text="代表所在单位或者有关机关。")
    forwarded_on = forms.DateField(label="转送日期", initial=clock.today)
    document_number = line("转送文号", max_length=60, required=False)

    field_order = ["forwarded_to", "forwarded_on", "document_number", "note"]


class ConcludeForm(RecordForm):
    private = ALL_FIELDS

    result = text("处理结果", rows=5, help_text="有关单位怎样处理；查明不是打击报复的，写明依据。")
    concluded_on = forms.DateField(label="办结日期", initial=clock.today)
