"""What is filled in when a voter asks to meet a deputy, and about the meeting."""

from django import forms

from congress import clock
from congress.fields import line, text
from congress.forms import ChineseForm, ReasonForm, RecordForm, StepForm, reason
from congress.models import Jurisdiction
from deputies.fields import SeatField
from deputies.models import Seat
from reception import appointment_rules, appointment_workflow, rules
from reception.enums import VisitorKind
from reception.forms.base import past_day
from reception.forms.visitor import VisitorForm


class AppointmentForm(ChineseForm, forms.Form):
    """Whom the voter asks for, and why."""

    jurisdiction = forms.ModelChoiceField(
        label="镇街", queryset=Jurisdiction.objects.none(), empty_label="请选择"
    )
    seat = SeatField(Seat.objects.none(), label="约见哪位代表", empty_label="请选择")
    subject = line(
        "想谈什么", max_length=60, help_text="一句话，如“村口路灯”；不写姓名，详细的会见时再登记。"
    )
    wished = line(
        "希望的时间", max_length=100, required=False, help_text="如“周末上午”“白天都行”；可以不填。"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        places = list(rules.places_for(user).select_related("parent"))
        self.fields["jurisdiction"].queryset = rules.places_for(user)
        self.town = places[0] if len(places) == 1 else None
        if self.town:
            del self.fields["jurisdiction"]
        self.fields["seat"].offer(appointment_rules.seats_to_ask(user), on=clock.today())
        if user.is_deputy:
            own = list(self.fields["seat"].queryset)
            self.initial["seat"] = own[0].pk if own else None

    def clean(self):
        return {"jurisdiction": self.town, **super().clean()}


class AskerForm(VisitorForm):
    """Who asks; somebody must be able to call back."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            choice for choice in VisitorKind.choices if choice[0] != VisitorKind.ANONYMOUS
        ]
        self.fields["phone"].required = True
        self.fields["phone"].error_messages["required"] = "请填写联系电话，约好时间要告诉选民。"

    def clean(self):
        data = super().clean()
        if data.get("kind") == VisitorKind.PERSON and not data.get("consented"):
            self.add_error("consented", "请先向来访人说明个人信息的用途，再勾选。")
        return data


class AgreeForm(StepForm):
    agreed_on = forms.DateField(label="日期")
    agreed_at = forms.TimeField(label="时间")
    place = line("地点", max_length=100, help_text="如联络站、村委会。")
    field_order = ["agreed_on", "agreed_at", "place", "note"]

    def prepare(self):
        asked = self.record
        self.initial |= {"agreed_on": asked.agreed_on, "agreed_at": asked.agreed_at, "place": asked.place}


class HoldForm(RecordForm):
    date = past_day("会见日期")
    title = line("事由", max_length=60, help_text="一句话，不写姓名。")
    words = text("选民原话", rows=5, help_text="照选民说的写，登记后不能修改。")
    wish = line("希望怎么办", max_length=200, required=False)
    party_size = forms.IntegerField(label="来了几人", initial=1, min_value=1, max_value=999)

    def prepare(self):
        self.initial |= {"title": self.record.subject}
        if self.record.agreed_on and self.record.agreed_on <= clock.today():
            self.initial["date"] = self.record.agreed_on


class MissForm(ReasonForm):
    note = reason("谁没有来、为什么", help_text="还想会见的，请再登记一次预约。")


class DeclineForm(ReasonForm):
    note = reason("为什么不能会见", help_text="并写明怎样告诉选民的。")


class WithdrawForm(ReasonForm):
    note = reason("选民为什么取消")


APPOINTMENT_STEPS = {
    "agree": (AgreeForm, appointment_workflow.agree),
    "hold": (HoldForm, appointment_workflow.hold),
    "miss": (MissForm, appointment_workflow.miss),
    "decline": (DeclineForm, appointment_workflow.decline),
    "withdraw": (WithdrawForm, appointment_workflow.withdraw),
}
