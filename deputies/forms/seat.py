"""Forms of the steps of a seat, of its posts, and of an election."""

from django import forms

from congress import clock
from congress.enums import Level
from congress.fields import LONGEST_NOTE, line, text
from congress.forms import ChineseForm, ReasonForm, RecordForm, reason
from deputies import seat_workflow
from deputies.enums import EndGround, SuspensionGround, Tie
from deputies.fields import DeputyField
from deputies.models import Constituency, Deputy, Seat, SeatPost


def not_after_today(day):
    """Refuse a day that is still to come."""
    if day and day > clock.today():
        raise forms.ValidationError("日期在今天之后，请在发生以后再登记。")


def past_day(label, **kwargs):
    return forms.DateField(label=label, validators=[not_after_today], **kwargs)


def note(**kwargs):
    return text("说明", rows=2, max_length=LONGEST_NOTE, required=False, help_text="可以不填。", **kwargs)


class ConfirmForm(RecordForm):
    confirmed_on = past_day("确认之日")
    confirmation = line("公告文号", max_length=60, required=False, help_text="公布代表名单的文号。")
    note = note()

    def prepare(self):
        body = self.record.confirming_body
        self.fields["confirmed_on"].help_text = f"{body}根据代表资格审查委员会的报告确认的日期。"


class InvalidateForm(ReasonForm):
    note = reason("当选无效的理由", help_text="代表资格审查委员会的意见和确定当选无效的会议。")


class SuspendForm(RecordForm):
    ground = forms.ChoiceField(label="情形", choices=SuspensionGround, widget=forms.RadioSelect)
    starts_on = past_day("暂停之日", help_text="从这一天起的会议不算应出席。")
    note = note()


class ResumeForm(RecordForm):
    resumes_on = past_day("恢复之日", help_text="从这一天起的会议又算应出席。")
    note = note()


class EndForm(RecordForm):
    """The end of a seat; the field of who decided is blank for grounds that need no decision."""

    end_ground = forms.ChoiceField(label="终止的情形", widget=forms.RadioSelect)
    ends_on = past_day("终止之日", help_text="当日仍在任；只知年月的填当月末日。")
    decided_by = line(
        "接受或者决定的机关",
        max_length=60,
        required=False,
        help_text="可以写到第几次会议；迁出、调离和去世的，资格自行终止，这里不用。",
    )
    announcement = line(
        "公告文号", max_length=60, required=False, help_text="还没有公告的，公告后再“登记终止公告”。"
    )
    announced_on = past_day("公告日期", required=False)
    note = note()

    def prepare(self):
        grounds = [choice for choice in EndGround.choices if choice[0] in self.grounds()]
        self.fields["end_ground"].choices = [
            (value, f"{label}（{EndGround(value).article}）") for value, label in grounds
        ]
        self.fields["end_ground"].help_text = "未经批准两次不出席大会的，请到“缺席情况”提请资格审查。"
        self.initial.setdefault("decided_by", self.record.ending_body)
        self.fields["announced_on"].help_text = f"由{self.record.ending_body}予以公告（代表法第六十三条）。"

    def grounds(self):
        """Those offered; missed sessions end a seat by a case (代表法第六十二条第三项) and stay said."""
        return [
            ground for ground in EndGround if ground != EndGround.ABSENT or self.record.end_ground == ground
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("end_ground") in EndGround.by_itself:
            cleaned["decided_by"] = ""
        return cleaned


class AnnounceForm(RecordForm):
    announced_on = past_day("公告日期")
    announcement = line("公告文号", max_length=60, required=False)
    note = note()

    def prepare(self):
        body = self.record.ending_body
        self.fields["announced_on"].help_text = f"由{body}予以公告（代表法第六十三条）。"


class CorrectEndForm(EndForm):
    note = reason("更正原因")

    def prepare(self):
        for name in ("end_ground", "ends_on", "decided_by", "announcement", "announced_on"):
            self.initial[name] = getattr(self.record, name)
        super().prepare()


class RestoreForm(ReasonForm):
    note = reason("撤销的原因", help_text="只用于登记错了的；资格确已终止的不能恢复。")


# The form and the verb of each step.
SEAT_STEPS = {
    "confirm": (ConfirmForm, seat_workflow.confirm),
    "invalidate": (InvalidateForm, seat_workflow.invalidate),
    "suspend": (SuspendForm, seat_workflow.suspend),
    "resume": (ResumeForm, seat_workflow.resume),
    "end": (EndForm, seat_workflow.end),
    "announce": (AnnounceForm, seat_workflow.announce),
    "correct_end": (CorrectEndForm, seat_workflow.correct_end),
    "restore": (RestoreForm, seat_workflow.restore),
}


class SeatForm(ChineseForm, forms.ModelForm):
    """What may be said of a seat at any time; how it stands changes by its steps."""

    class Meta:
        model = Seat
        fields = ["tie", "card_number", "remark"]


class PostForm(ChineseForm, forms.ModelForm):
    """A post that goes with a seat; takes an ``instance`` with its seat."""

    class Meta:
        model = SeatPost
        fields = ["post", "starts_on", "ends_on", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [("", "请选择"), *self.instance.offered()]

    def validate_unique(self):
        """Of all constraints too, those that look at the seat, which is no field here."""
        try:
            self.instance.validate_constraints()
        except forms.ValidationError as error:
            self._update_errors(error)


class PersonForm(ChineseForm, forms.Form):
    """Who was elected: somebody on record, or a new person; ``cleaned_data["deputy"]`` may be unsaved."""

    private = ("born",)

    deputy = DeputyField(
        Deputy.objects.none(),
        label="已在库的代表",
        required=False,
        empty_label="不在库里",
        help_text="本人已经是或者曾经是代表的，在这里选；不在库里的，填下面的姓名等。",
    )
    name = forms.CharField(label="姓名", max_length=60, required=False, help_text="还不在库里的才填。")
    sex = forms.ChoiceField(label="性别", required=False)
    born = forms.DateField(label="出生年月", required=False, help_text="只知年月的，日填1日。")
    position = line("工作单位及职务", max_length=100, required=False)
    tie = forms.ChoiceField(label="与选区的联系", required=False, choices=[("", "没有登记"), *Tie.choices])

    def __init__(self, *args, user, term, **kwargs):
        super().__init__(*args, **kwargs)
        self.district = term.jurisdiction.district
        known = Deputy.objects.visible_to(user)
        self.fields["deputy"].offer(known, of=self.district.pk, unseated=term.pk)
        self.fields["sex"].choices = [("", "没有登记"), *Deputy._meta.get_field("sex").choices]

    def clean(self):
        cleaned = super().clean()
        if self.has_error("deputy"):
            return cleaned
        new = {name: cleaned.pop(name, None) for name in ("name", "sex", "born", "position")}
        if bool(cleaned.get("deputy")) == bool(new["name"]):
            raise forms.ValidationError("请选已在库的代表，或者填新当选的人的姓名，两者取一。")
        if not cleaned.get("deputy"):
            known = {name: value for name, value in new.items() if value}
            cleaned["deputy"] = Deputy(district=self.district, **known)
        return cleaned


class FillForm(PersonForm):
    """The result of a by-election."""

    elected_on = past_day("补选之日")

    field_order = ["elected_on"]


class ElectForm(PersonForm):
    """Somebody elected at the general election: by constituency, but for the cities (选举法第二条).

    A district's deputies may be the army's, which elects on its own (选举法第六条).
    """

    constituency = forms.ModelChoiceField(
        Constituency.objects.none(), label="选区", required=False, empty_label="不按选区选举"
    )
    by_army = forms.BooleanField(
        label="驻军选举的代表",
        required=False,
        help_text="人民解放军单独进行选举，不划选区（选举法第六条）；勾选的，上面的选区不选。",
    )
    reelected = forms.BooleanField(label="连任", required=False)

    field_order = ["constituency", "by_army"]

    def __init__(self, *args, term, **kwargs):
        super().__init__(*args, term=term, **kwargs)
        on = max(filter(None, [clock.today(), term.starts_on]))
        places = Constituency.objects.filter(jurisdiction=term.jurisdiction)
        self.fields["constituency"].queryset = places.standing(on)
        level = term.jurisdiction.level
        if level != Level.CITY:
            self.fields["constituency"].required = level != Level.DISTRICT
            self.fields["constituency"].empty_label = "请选择"
            self.fields["constituency"].help_text = "名单里没有的，请先登记选区。"
        if level != Level.DISTRICT:
            del self.fields["by_army"]

    def clean(self):
        cleaned = super().clean()
        if "by_army" in self.fields and not self.has_error("constituency"):
            if cleaned["by_army"] and cleaned["constituency"]:
                self.add_error("constituency", "驻军选举的代表不在选区选出：请不选选区，或者不勾选驻军选举。")
            elif not cleaned["by_army"] and not cleaned["constituency"]:
                self.add_error("constituency", "请选择选区；由驻军选举的，请勾选“驻军选举的代表”。")
        return cleaned


class ConfirmAllForm(ChineseForm, forms.Form):
    """The seats of one announcement."""

    confirmed_on = past_day("确认之日")
    confirmation = line("公告文号", max_length=60, required=False, help_text="公布代表名单的文号。")
    elected = forms.ModelMultipleChoiceField(
        Seat.objects.none(),
        label="确认资格的代表",
        widget=forms.CheckboxSelectMultiple,
        help_text="有意见的先不勾，以后逐人办理。",
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["elected"].queryset = seats
        self.initial.setdefault("elected", [seat.pk for seat in seats])
