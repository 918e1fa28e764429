"""Entering what the chairs decided, supervision meetings, and what came of them."""

from django import forms

from congress import clock
from congress.fields import line, text
from congress.forms import ReasonForm, RecordForm
from congress.forms import reason as words
from congress.models import User
from proposals import rules
from proposals.enums import InspectionKind, KeyReason
from proposals.models import Inspection
from proposals.workflow import supervision


class DivisionForm(RecordForm):
    """Who supervises: a leader, a committee; who handles it at the unit."""

    leader = forms.ModelChoiceField(
        label="领衔督办领导", queryset=User.objects.none(), required=False, empty_label="没有账号，填姓名"
    )
    leader_name = line("领导姓名", max_length=50, required=False, help_text="选了账号的不用填。")
    committee = line("负责督办的委员会", max_length=100, help_text="如“城建环资工委”。")
    chief = line("领办的单位负责人", max_length=50, required=False, help_text="单位主要负责人领衔办理。")
    demand = text("督办要求", rows=3, required=False, max_length=1000)

    def prepare(self):
        self.fields["leader"].queryset = rules.leaders_for(self.user)


class KeyForm(DivisionForm):
    reason = forms.ChoiceField(label="选定理由", choices=KeyReason, widget=forms.RadioSelect)
    chosen_by = line("选定会议", max_length=100, help_text="如“区人大常委会第三十二次主任会议”。")
    chosen_on = forms.DateField(label="选定日期", initial=clock.today)
    field_order = ["reason", "chosen_by", "chosen_on"]


class AdjustForm(DivisionForm):
    def prepare(self):
        super().prepare()
        names = ("leader", "leader_name", "committee", "chief", "demand")
        self.initial |= {name: getattr(self.record, name) for name in names}


class InspectForm(RecordForm):
    kind = forms.ChoiceField(label="方式", choices=InspectionKind, widget=forms.RadioSelect)
    held_on = forms.DateField(label="日期", initial=clock.today)
    place = line("地点", max_length=100, required=False)
    attendees = text("参加人员", rows=2, max_length=1000)
    findings = text("了解到的情况", rows=4)
    demands = text("提出的要求", rows=3, required=False)


class InspectResultForm(RecordForm):
    inspection = forms.ModelChoiceField(
        label="哪次督办", queryset=Inspection.objects.none(), empty_label="请选择"
    )
    result = text("整改结果", rows=4)

    def prepare(self):
        held = self.record.inspections.all()
        field = self.fields["inspection"]
        field.queryset = held
        field.label_from_instance = lambda row: f"{row.held_on}{row.get_kind_display()}"
        field.initial = next((row.pk for row in held if not row.result), None)


class ConcludeForm(RecordForm):
    result = text("督办结果", rows=4)


class CarryOnForm(ReasonForm):
    note = words("办到哪一步、为什么继续督办")


SUPERVISION_FORMS = {
    "key": (KeyForm, supervision.choose_key),
    "inspect": (InspectForm, supervision.inspect),
    "inspect_result": (InspectResultForm, supervision.inspect_result),
}
KEY_STEPS = {
    "adjust": (AdjustForm, supervision.adjust_key),
    "conclude": (ConcludeForm, supervision.conclude_key),
    "carry_on": (CarryOnForm, supervision.carry_on),
}
