"""What a deputy fills in, or the office for him, to exchange a turn, to be stood in for or excused."""

from django import forms

from congress import clock
from congress.calendar import chinese_day
from congress.fields import LONGEST_NOTE, line, text
from congress.forms import ReasonForm, RecordForm, StepForm, reason
from deputies.fields import choosable
from deputies.models import Seat
from deputies.models.seat import naming
from reception import turn_workflow
from reception.enums import DayStatus, TurnKind
from reception.forms.day import seats_for
from reception.models import RotaSlot


class TurnChoice(forms.ModelChoiceField):
    """Somebody's turn to come."""

    def label_from_instance(self, slot):
        return f"{slot.seat.called}，{chinese_day(slot.day.date)}，{slot.day.place}"


class TurnForm(RecordForm):
    """What is asked about a turn of the day; ``kind`` says of which fields it is made."""

    seat = forms.ModelChoiceField(label="原轮值代表", queryset=Seat.objects.none(), empty_label="请选择")
    turn = TurnChoice(
        label="与谁的轮值互换",
        queryset=RotaSlot.objects.none(),
        empty_label="请选择",
        help_text="本镇街以后各接待日的轮值。",
    )
    other = forms.ModelChoiceField(label="请谁替班", queryset=Seat.objects.none(), empty_label="请选择")
    reason = line("原因", max_length=200, help_text="对方、工作人员和当天的代表看得到。")

    def __init__(self, *args, kind, **kwargs):
        self.kind = kind
        super().__init__(*args, **kwargs)

    def prepare(self):
        day, user = self.record, self.user
        sitting = Seat.objects.filter(rota_slots__day=day)
        own = sitting.filter(deputy__user=user) if user.is_deputy else sitting
        self.fields["seat"].queryset = choosable(own)
        self.own = own.select_related(*naming()).first() if user.is_deputy else None
        if user.is_deputy:
            del self.fields["seat"]
        if self.kind == TurnKind.SWAP:
            self.fields["turn"].queryset = turns = self._turns()
            if not turns.exists():
                self.fields["turn"].help_text = "以后的接待日还没有排别人的班，暂时不能互换；可以请人替班。"
        else:
            del self.fields["turn"]
        if self.kind == TurnKind.SUBSTITUTE:
            self.fields["other"].queryset = seats_for(day, user).exclude(pk__in=sitting.values("pk"))
        else:
            del self.fields["other"]

    def _turns(self):
        """The turns of others on the coming days of the place."""
        there = RotaSlot.objects.visible_to(self.user).filter(
            day__jurisdiction=self.record.jurisdiction_id,
            day__date__gte=clock.today(),
            day__status__in=DayStatus.changeable,
        )
        others = there.exclude(day=self.record.pk).exclude(seat__deputy__user=self.user)
        return others.select_related("day", *naming("seat__")).order_by("day__date", "pk")

    @property
    def asked(self):
        """The keywords of :func:`reception.turn_workflow.ask`."""
        data = self.cleaned_data
        turn = data.get("turn")
        return {
            "kind": self.kind,
            "day": self.record,
            "seat": data.get("seat", self.own),
            "other": turn.seat if turn else data.get("other"),
            "other_day": turn.day if turn else None,
            "reason": data["reason"],
        }


class ConsentForm(RecordForm):
    """Consent given by telephone: whose, and when and how."""

    sides = forms.MultipleChoiceField(label="谁同意了", widget=forms.CheckboxSelectMultiple)
    note = text("怎么同意的", rows=2, max_length=LONGEST_NOTE, help_text="如：3月12日上午本人来电话同意。")

    def prepare(self):
        request = self.record
        named = {"seat": request.seat, "other": request.other}
        missing = [(side, seat.called) for side, seat in named.items() if seat in request.waits_for]
        self.fields["sides"].choices = missing
        if len(missing) == 1:
            self.initial["sides"] = [missing[0][0]]


class RefuseForm(ReasonForm):
    note = reason("不同意的原因")


TURN_STEPS = {
    "agree": (StepForm, turn_workflow.agree),
    "enter_consent": (ConsentForm, turn_workflow.enter_consent),
    "grant": (StepForm, turn_workflow.grant),
    "refuse": (RefuseForm, turn_workflow.refuse),
    "withdraw": (StepForm, turn_workflow.withdraw),
}
