"""What an office fills in to set its rules of reception days and to plan a year."""

import re
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import chinese_day
from congress.fields import line
from congress.forms import ChineseForm, RecordForm, StepForm, reason
from congress.models import Jurisdiction
from deputies.models import Station
from reception import plan_workflow, planning, recurrence
from reception.models import ReceptionRule
from reception.rules import places_for


KINDS = [
    ("month_day", "每月几日"),
    ("odd_even", "单月、双月各一日"),
    ("nth", "每月第几个周几"),
    ("weekly", "每周周几"),
    ("lines", "自己写规则（RFC 5545）"),
]
MONTHS = {"all": "", "odd": recurrence.ODD, "even": recurrence.EVEN}
WHICH = [(1, "第一个"), (2, "第二个"), (3, "第三个"), (4, "第四个"), (-1, "最后一个")]
WEEKDAYS = list(recurrence.WEEKDAYS.items())
DAY_FIELDS = {"days", "odd_day", "even_day", "which", "weekdays"}


class RuleForm(ChineseForm, forms.ModelForm):
    """A rule of reception days; the usual kinds are chosen, any other is written as RRULE lines."""

    kind = forms.ChoiceField(label="怎样定日子", choices=KINDS, widget=forms.RadioSelect, initial="month_day")
    days = forms.CharField(label="几日", required=False, help_text="可以写几个，如 9、19。")
    months = forms.ChoiceField(
        label="哪些月份",
        required=False,
        choices=[("all", "每个月"), ("odd", "单数月"), ("even", "双数月")],
    )
    or_last = forms.BooleanField(
        label="没有这一天的月份，改在当月最后一天",
        required=False,
        help_text="29日、30日、31日不是每个月都有；不勾选的，没有这一天的月份不安排。",
    )
    odd_day = forms.IntegerField(label="单月几日", required=False, min_value=1, max_value=31)
    even_day = forms.IntegerField(label="双月几日", required=False, min_value=1, max_value=30)
    which = forms.TypedChoiceField(label="第几个", required=False, coerce=int, choices=WHICH, empty_value=1)
    weekday = forms.ChoiceField(label="周几", required=False, choices=WEEKDAYS, initial="FR")
    weekdays = forms.MultipleChoiceField(
        label="每周的哪几天", required=False, choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple
    )
    replaces = forms.ModelChoiceField(
        label="代替哪条规则",
        queryset=ReceptionRule.objects.none(),
        required=False,
        empty_label="不代替别的规则",
        help_text="选了的，原来的规则适用到本规则适用的前一天。",
    )

    class Meta:
        model = ReceptionRule
        fields = (
            "jurisdiction",
            "station",
            "place",
            "recurrence",
            "starts_at",
            "ends_at",
            "valid_from",
            "valid_until",
            "postponement",
            "weekend_counts",
        )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        places = places_for(user)
        self.fields["jurisdiction"].queryset = places
        self.fields["jurisdiction"].empty_label = "请选择"
        if len(places) == 1:
            self.fields["jurisdiction"].initial = places[0]
        self.fields["station"].queryset = Station.objects.visible_to(user)
        self.fields["station"].empty_label = "不在站点"
        for name in ("recurrence", "place"):
            self.fields[name].required = False
        self.fields["place"].help_text = "选了站点的可以不填。"
        self.fields["recurrence"].widget.attrs["rows"] = 3
        self.fields["postponement"].choices = [
            ("", "按本镇街的工作规则"),
            *self.fields["postponement"].choices[1:],
        ]
        self.fields["weekend_counts"].widget.choices = [
            ("unknown", "按本镇街的工作规则"),
            ("true", "算"),
            ("false", "不算"),
        ]
        if self.instance.pk:
            del self.fields["replaces"]
            self.initial |= fields_of(self.instance.recurrence)
        else:
            self.fields["replaces"].queryset = ReceptionRule.objects.visible_to(user).filter(
                jurisdiction__in=places, valid_until__isnull=True
            )
            self.fields["valid_from"].initial = clock.today()

    def clean(self):
        data = super().clean()
        if not data.get("place") and (station := data.get("station")):
            data["place"] = station.name
        if not data.get("place") and "place" not in self.errors:
            self.add_error("place", "请选择站点，或者填写地点。")
        if "kind" in data and not self.errors.keys() & {"odd_day", "even_day", "which"}:
            data["recurrence"] = self._composed(data)
        old, begins = data.get("replaces"), data.get("valid_from")
        if old and begins:
            if old.jurisdiction != data.get("jurisdiction"):
                self.add_error("replaces", "被代替的规则不是这个镇街的，请改选。")
            elif begins <= old.valid_from:
                self.add_error("valid_from", f"应晚于被代替的规则适用的{chinese_day(old.valid_from)}。")
        return data

    def _post_clean(self):
        """Days that cannot be read make no lines: what the model says of them would only puzzle."""
        super()._post_clean()
        if self.errors.keys() & DAY_FIELDS:
            self.errors.pop("recurrence", None)

    def save(self, commit=True):
        rule = super().save(commit=commit)
        if old := self.cleaned_data.get("replaces"):
            old.valid_until = rule.valid_from - timedelta(days=1)
            old.save(update_fields=["valid_until"])
        return rule

    def _composed(self, data):
        try:
            return getattr(self, f"_by_{data['kind']}")(data)
        except ValidationError as error:
            self.add_error(None, error)
            return ""

    def _by_month_day(self, data):
        days = _days_in(data.get("days", ""))
        months = _by_month(MONTHS[data.get("months") or "all"])
        if not data.get("or_last"):
            return f"FREQ=MONTHLY{months};BYMONTHDAY={','.join(map(str, days))}"
        early = [day for day in days if day < 29]
        lines = [f"FREQ=MONTHLY{months};BYMONTHDAY={','.join(map(str, early))}"] if early else []
        for day in days[len(early) :]:
            fallback = ",".join(map(str, range(28, day + 1)))
            lines.append(f"FREQ=MONTHLY{months};BYMONTHDAY={fallback};BYSETPOS=-1")
        return "\n".join(lines)

    def _by_odd_even(self, data):
        days = data.get("odd_day"), data.get("even_day")
        if None in days:
            raise ValidationError({"odd_day" if days[0] is None else "even_day": "请填几日。"})
        pairs = zip((recurrence.ODD, recurrence.EVEN), days, strict=True)
        return "\n".join(f"FREQ=MONTHLY{_by_month(months)};BYMONTHDAY={day}" for months, day in pairs)

    def _by_nth(self, data):
        return f"FREQ=MONTHLY;BYDAY={data['which']}{data.get('weekday') or 'FR'}"

    def _by_weekly(self, data):
        if not data.get("weekdays"):
            raise ValidationError({"weekdays": "请至少选一天。"})
        return f"FREQ=WEEKLY;BYDAY={','.join(data['weekdays'])}"

    def _by_lines(self, data):
        return data.get("recurrence") or ""


def _days_in(text):
    """9、19 → [9, 19]."""
    found = sorted({int(number) for number in re.findall(r"\d+", text)})
    if not found or found[0] < 1 or found[-1] > 31:
        raise ValidationError({"days": "请写1到31的数字，几个日子用顿号隔开，如 9、19。"})
    return found


def _by_month(months):
    return f";BYMONTH={','.join(map(str, months))}" if months else ""


def fields_of(text):
    """The fields of the form that a recurrence comes from; the lines themselves where no kind fits."""
    lines = recurrence.read(text)
    months = {(): "all", recurrence.ODD: "odd", recurrence.EVEN: "even"}
    first = lines[0]
    simple = all(one.frequency == "MONTHLY" and one.interval == 1 and not one.by_day for one in lines)
    single = all(len(one.days) == 1 and not one.position for one in lines)
    if simple and single and [one.months for one in lines] == [recurrence.ODD, recurrence.EVEN]:
        return {"kind": "odd_even", "odd_day": first.days[0], "even_day": lines[1].days[0]}
    if len(lines) == 1 and simple and first.months in months and (first.or_last or not first.position):
        days = [first.or_last] if first.or_last else first.days
        if min(days) > 0:
            told = "、".join(map(str, days))
            return {
                "kind": "month_day",
                "days": told,
                "months": months[first.months],
                "or_last": bool(first.or_last),
            }
    if len(lines) == 1 and first.by_day and first.interval == 1 and not first.numbers:
        (which, weekday), *others = first.by_day
        if first.frequency == "WEEKLY":
            return {"kind": "weekly", "weekdays": [day for _, day in first.by_day]}
        if first.frequency == "MONTHLY" and not others and which in dict(WHICH):
            return {"kind": "nth", "which": which, "weekday": weekday}
    return {"kind": "lines"}


class PlanForm(ChineseForm, forms.Form):
    """Which office's reception days of which year are planned."""

    jurisdiction = forms.ModelChoiceField(
        label="镇街", queryset=Jurisdiction.objects.none(), empty_label="请选择"
    )
    year = forms.TypedChoiceField(label="年度", coerce=int)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        places = places_for(user)
        self.fields["jurisdiction"].queryset = places
        if len(places) == 1:
            self.fields["jurisdiction"].initial = places[0]
        this_year = clock.today().year
        years = range(this_year, this_year + planning.YEARS_AHEAD + 1)
        self.fields["year"].choices = [(year, f"{year}年") for year in years]
        self.fields["year"].initial = this_year + planning.YEARS_AHEAD


class AdjustForm(RecordForm):
    """One day of a draft: moved, left out, or back to what the rules say."""

    ACTIONS = [("move", "改到另一天"), ("leave_out", "这一天不安排"), ("restore", "恢复按规则的日子")]

    day = forms.ChoiceField(label="哪一天")
    action = forms.ChoiceField(label="怎样调整", choices=ACTIONS, widget=forms.RadioSelect, initial="move")
    date = forms.DateField(label="改到", required=False, help_text="改到另一天的才填。")
    reason = line("原因", max_length=200, required=False, help_text="恢复的可以不填。")

    def prepare(self):
        lines = [one for one in planning.days_of_plan(self.record) if one.day is None]
        self.fields["day"].choices = [
            (one.key, f"{chinese_day(one.date)}，{one.place}{'（不安排）' if one.left_out else ''}")
            for one in lines
        ]

    def clean(self):
        data = super().clean()
        action = data.pop("action", "")
        return data | {"leave_out": action == "leave_out", "restore": action == "restore"}


class AdoptForm(StepForm):
    """What was seen comes along, so that nobody adopts what has changed meanwhile."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def prepare(self):
        self.initial["seen"] = planning.fingerprint(planning.days_of_plan(self.record))


class SupplementForm(RecordForm):
    note = reason("为什么补充", rows=2)


PLAN_STEPS = {
    "adjust": (AdjustForm, plan_workflow.adjust),
    "adopt": (AdoptForm, plan_workflow.adopt),
    "supplement": (SupplementForm, plan_workflow.supplement),
}
