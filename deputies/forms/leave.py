"""Forms of requests for leave: the deputy's on his phone, the office's for what came on paper."""

from django import forms

from congress import clock
from congress.fields import LONGEST_NOTE, PaperField, line, text
from congress.forms import ChineseForm, RecordForm
from congress.models import Meeting
from congress.plausible import check_near
from deputies.enums import LeaveChannel, LeaveReason
from deputies.fields import SeatField
from deputies.leave import begun
from deputies.models import Seat


class MeetingsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class LeaveForm(ChineseForm, forms.Form):
    """What a deputy says when he asks for leave; ``due`` are the meetings that he is to attend."""

    private = ("reason_kind", "reason", "evidence")

    reason_kind = forms.ChoiceField(label="原因", choices=LeaveReason, widget=forms.RadioSelect)
    meetings = MeetingsField(
        Meeting.objects.none(),
        label="哪几场",
        required=False,
        help_text="不选就是全程请假。",
    )
    reason = line("事由", max_length=300, required=False, help_text="可以不填；原因选“其他”的要写明。")
    evidence = PaperField(
        label="证明材料", required=False, help_text="可以不传。只有本人和审批的机关看得到，不超过10兆。"
    )

    def __init__(self, *args, due=(), **kwargs):
        super().__init__(*args, **kwargs)
        if due:
            self._offer(due)
        else:
            del self.fields["meetings"]

    def _offer(self, due):
        """Only what has not begun; once some of it has, one must say what is left."""
        coming = [meeting for meeting in due if not begun(meeting)]
        field = self.fields["meetings"]
        field.queryset = Meeting.objects.filter(pk__in=[meeting.pk for meeting in coming or due])
        if coming and len(coming) < len(due):
            field.required = True
            field.help_text = "会议已经开始，请选还没有开始的场次。"
            field.error_messages["required"] = "请选还没有开始的场次。"


class RegisterForm(LeaveForm):
    """What the office enters of a deputy's request that did not come by the system."""

    seat = SeatField(
        Seat.objects.none(),
        label="代表",
        empty_label="请选择",
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )
    channel = forms.ChoiceField(
        label="怎么请的假",
        choices=[choice for choice in LeaveChannel.choices if choice[0] in LeaveChannel.by_office],
        widget=forms.RadioSelect,
        initial=LeaveChannel.PAPER,
    )
    applied_on = forms.DateField(label="哪一天请的假")
    applied_by = line("代为请假的人", max_length=60, required=False, help_text="本人请假的不填。")

    field_order = [
        "seat",
        "channel",
        "applied_on",
        "applied_by",
        "meetings",
        "reason_kind",
        "reason",
        "evidence",
    ]

    def __init__(self, *args, user, scope, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].offer(Seat.objects.visible_to(user), **scope)

    def _offer(self, due):
        self.fields["meetings"].queryset = Meeting.objects.filter(pk__in=[meeting.pk for meeting in due])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("applied_on"):
            check_near("applied_on", "请假日期", cleaned["applied_on"], years=1)
        return cleaned


class DecisionForm(RecordForm):
    """Who decided and when; the note says more."""

    decided_by = line("由谁决定", max_length=60)
    decided_on = forms.DateField(label="决定日期")
    note = text("说明", rows=2, max_length=LONGEST_NOTE, required=False, help_text="可以不填。")

    def prepare(self):
        self.fields["decided_by"].initial = self.record.get_approver_display()
        self.fields["decided_on"].initial = clock.today()


class RefusalForm(DecisionForm):
    private = ("note",)

    note = text("不批准的理由", rows=2, max_length=LONGEST_NOTE, help_text="代表看得到。")
