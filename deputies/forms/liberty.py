"""Forms of a case of restricted liberty."""

from django import forms
from django.forms import ALL_FIELDS

from congress import clock
from congress.fields import LONGEST_NOTE, line, text
from congress.forms import ChineseForm, MomentInput, RecordForm, StepForm
from deputies.enums import LibertyKind
from deputies.fields import SeatField
from deputies.models import Seat


class MomentField(forms.DateTimeField):
    widget = MomentInput
    default_error_messages = {"invalid": "不是有效的时间，请重新选择日期和时刻。"}


class ReceiveForm(ChineseForm, forms.Form):
    """What came: from whom, about whom, when."""

    private = ALL_FIELDS

    seat = SeatField(
        Seat.objects.none(),
        label="代表",
        empty_label="请选择",
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )
    kind = forms.ChoiceField(label="事项", choices=LibertyKind, widget=forms.RadioSelect)
    authority = line("来文机关", max_length=60)
    document_number = line("来文文号", max_length=60, required=False)
    received_at = MomentField(label="收到时间")
    measure = line("涉及的措施", max_length=100, required=False, help_text="如刑事拘留、逮捕、监视居住。")
    measure_at = MomentField(
        label="采取措施的时间", required=False, help_text="报告已采取的措施时填，用来看报告是否及时。"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        seats = Seat.objects.visible_to(user)
        self.fields["seat"].offer(seats, kept=user.jurisdiction_id, on=clock.today())
        self.fields["received_at"].initial = clock.now


class SubmitForm(StepForm):
    private = ALL_FIELDS

    submitted_at = MomentField(label="报送时间", initial=clock.now)

    field_order = ["submitted_at", "note"]


class ExamineForm(RecordForm):
    """Article 39 asks for both: prosecution for speeches and votes, and retaliation for other acts."""

    private = ALL_FIELDS

    retaliation = forms.TypedChoiceField(
        label="是否存在因发言、表决追究法律责任，或者因提出建议、批评和意见等打击报复？",
        choices=[("no", "没有发现"), ("yes", "存在")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    examination = text("审查情况", rows=5)


class DecisionForm(StepForm):
    private = ALL_FIELDS

    decided_on = forms.DateField(label="决定日期", initial=clock.today)
    decision_number = line("决定文号", max_length=60, required=False)

    field_order = ["decided_on", "decision_number", "note"]


class AppealForm(RecordForm):
    private = ALL_FIELDS

    appeal = text("申诉内容", rows=5, max_length=LONGEST_NOTE)
    appealed_at = MomentField(label="收到申诉的时间", initial=clock.now)


class ForwardForm(StepForm):
    private = ALL_FIELDS

    forwarded_at = MomentField(label="转送时间", initial=clock.now)

    field_order = ["forwarded_at", "note"]


class LiftForm(StepForm):
    private = ALL_FIELDS

    lifted_on = forms.DateField(label="解除日期", initial=clock.today)

    field_order = ["lifted_on", "note"]
