"""What staff fill in to plan a reception day and to carry it through."""

from django import forms
from django.db.models import Q

from congress.fields import line, text
from congress.forms import ChineseForm, RecordForm, StepForm
from congress.models import Jurisdiction
from deputies.fields import SeatsField, choosable
from deputies.models import Seat, Station
from deputies.seats import once_each
from reception import day_workflow, notice_workflow, planning
from reception.enums import DayStatus
from reception.forms.leaders import LeadersField
from reception.forms.notice import PublishForm
from reception.rules import places_for


class DayForm(ChineseForm, forms.Form):
    """A new day; the date follows from the rule's date unless it is given."""

    jurisdiction = forms.ModelChoiceField(
        label="镇街", queryset=Jurisdiction.objects.none(), empty_label="请选择"
    )
    rule_date = forms.DateField(label="应接待日期", help_text="按规定应接待的日子，如每月20日。")
    date = forms.DateField(
        label="实际接待日期", required=False, help_text="不填的，按工作规则遇节假日自动顺延。"
    )
    starts_at = forms.TimeField(label="开始时间", required=False)
    ends_at = forms.TimeField(label="结束时间", required=False)
    station = forms.ModelChoiceField(
        label="站点", queryset=Station.objects.none(), required=False, empty_label="不在站点"
    )
    place = forms.CharField(label="地点", max_length=100, required=False, help_text="选了站点的可以不填。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        places = places_for(user)
        self.fields["jurisdiction"].queryset = places
        self.fields["station"].queryset = Station.objects.visible_to(user)
        if len(places) == 1:
            self.fields["jurisdiction"].initial = places[0]

    def clean(self):
        data = super().clean()
        if not data.get("place") and (station := data.get("station")):
            data["place"] = station.name
        if not data.get("place") and "place" not in self.errors:
            self.add_error("place", "请选择站点，或者填写地点。")
        starts_at, ends_at = data.get("starts_at"), data.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", "结束时间应晚于开始时间。")
        return data


def seats_for(day, user):
    """The deputies who may sit on ``day``: those in office then who work in its place, and those on it.

    Each stands there once, under the seat of his turn, else under that in the place's own congress.
    """
    on_rota = [slot.seat for slot in day.slots.select_related("seat")]
    working = Seat.objects.visible_to(user).working_in(day.jurisdiction).in_office(day.date)
    found = Seat.objects.filter(Q(pk__in=working.values("pk")) | Q(pk__in=[seat.pk for seat in on_rota]))
    people = once_each(found.select_related("term"), day.jurisdiction, before=on_rota)
    return choosable(Seat.objects.filter(pk__in=[seat.pk for seat in people]))


class RotaForm(StepForm):
    seats = SeatsField(Seat.objects.none(), label="轮值代表", help_text="按姓氏笔画排列，可用拼音查找。")
    field_order = ["seats", "note"]

    def prepare(self):
        self.fields["seats"].queryset = seats_for(self.record, self.user)
        self.initial["seats"] = [slot.seat_id for slot in self.record.slots.all()]


class SubstituteForm(StepForm):
    replaced = forms.ModelChoiceField(label="原轮值代表", queryset=Seat.objects.none(), empty_label="请选择")
    seat = forms.ModelChoiceField(label="由谁替班", queryset=Seat.objects.none(), empty_label="请选择")
    field_order = ["replaced", "seat", "note"]

    def prepare(self):
        self.fields["replaced"].queryset = choosable(Seat.objects.filter(rota_slots__day=self.record))
        self.fields["seat"].queryset = seats_for(self.record, self.user)


class ExcuseForm(RecordForm):
    seat = forms.ModelChoiceField(label="请假的代表", queryset=Seat.objects.none(), empty_label="请选择")
    reason = line("请假原因", max_length=200, help_text="有人替班的，请用“换班”。")

    def prepare(self):
        self.fields["seat"].queryset = choosable(Seat.objects.filter(rota_slots__day=self.record))


class LeadForm(StepForm):
    leaders = LeadersField()
    field_order = ["leaders", "note"]

    def prepare(self):
        self.initial["leaders"] = LeadersField.written(self.record.leaders.all())


class OpenForm(StepForm):
    """Held without a notice, it needs the reason: the field says so before it is refused."""

    def prepare(self):
        if self.record.status != DayStatus.NOTICE_PUBLISHED:
            self.fields["note"].help_text = "还没有公告，请写明原因。"


class HoldForm(StepForm):
    present = SeatsField(
        Seat.objects.none(),
        label="到场代表",
        required=False,
        help_text="没有到场的去掉；临时到场、不在名单上的可以加上。",
    )
    field_order = ["present", "note"]

    def prepare(self):
        self.fields["present"].queryset = seats_for(self.record, self.user)
        self.initial["present"] = [slot.seat_id for slot in self.record.slots.all()]


class SummaryForm(RecordForm):
    summary = text("小结", rows=6, help_text="来了多少人、反映了什么、当场解决了什么；不写来访人姓名、电话。")


class PostponeForm(RecordForm):
    date = forms.DateField(label="改到哪一天")
    reason = line("延期原因", max_length=200)

    def prepare(self):
        """What the calendar asks for stands there already."""
        if not self.is_bound and (move := planning.proposed_move(self.record)):
            self.initial["date"], self.initial["reason"] = move


class CancelForm(RecordForm):
    reason = line("取消原因", max_length=200)


DAY_STEPS = {
    "set_rota": (RotaForm, day_workflow.set_rota),
    "publish_notice": (PublishForm, notice_workflow.publish_day),
    "substitute": (SubstituteForm, day_workflow.substitute),
    "excuse": (ExcuseForm, day_workflow.excuse),
    "lead": (LeadForm, day_workflow.lead),
    "open": (OpenForm, day_workflow.open_day),
    "hold": (HoldForm, day_workflow.hold),
    "summarise": (SummaryForm, day_workflow.summarise),
    "archive": (StepForm, day_workflow.archive),
    "postpone": (PostponeForm, day_workflow.postpone),
    "cancel": (CancelForm, day_workflow.cancel),
}
