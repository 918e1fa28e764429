"""Forms of the activities that offices plan."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Q

from congress import clock
from congress.fields import LONGEST_TEXT, line, no_phone
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from congress.plausible import check_near
from deputies.activity_workflow import COUNTED
from deputies.fields import SeatsField
from deputies.models import Activity, ActivityKind, Constituency, DeputyGroup, Seat
from deputies.models.membership import members_of


REACH = 2  # years
TEXTS = ("title", "place", "task", "minutes", "feedback")


def check_dates(form):
    """Refuse days of an activity that are far from today, as far as they were typed now."""
    for name in {"starts_on", "ends_on"} & set(form.changed_data):
        if day := form.cleaned_data.get(name):
            check_near(name, form.fields[name].label, day, years=REACH)


def constituencies_of(user):
    """The constituencies in which somebody's office may hold an activity."""
    return Constituency.objects.visible_to(user).standing().select_related("jurisdiction")


class ConstituencyField(forms.ModelChoiceField):
    """A constituency of any congress of the area."""

    def label_from_instance(self, constituency):
        return f"{constituency.jurisdiction}{constituency}"


class PeopleForm(ChineseForm, forms.Form):
    """Who takes part: a whole congress, groups, single names."""

    whole = forms.BooleanField(
        label="全体代表",
        required=False,
        help_text="主办方本级当日在任的全体代表；街道为本街道选区选出的代表。",
    )
    groups = forms.ModelMultipleChoiceField(DeputyGroup.objects.none(), label="代表小组", required=False)
    seats = SeatsField(
        Seat.objects.none(),
        label="代表",
        required=False,
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = DeputyGroup.objects.filter(
            term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction)
        ).select_related("term__jurisdiction")
        self.fields["seats"].offer(Seat.objects.visible_to(user), on=clock.today())

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(field) for field in ("whole", "groups", "seats")):
            raise forms.ValidationError("还没有选代表：请勾选全体代表，或者选小组、选代表。")
        return cleaned


def invited(chosen, jurisdiction, on):
    """The seats that a cleaned form names; of groups and whole congresses those in office on ``on``."""
    found = {seat.pk: seat for seat in chosen["seats"]}
    if chosen["whole"]:
        found |= {seat.pk: seat for seat in Seat.objects.whole_of(jurisdiction).in_office(on)}
    if chosen["groups"]:
        members = members_of(chosen["groups"], on)
        found |= {seat.pk: seat for seat in members.select_related("deputy", "term")}
    return sorted(found.values(), key=lambda seat: (seat.deputy.stroke_key, seat.pk))


class ActivityForm(ChineseForm, forms.ModelForm):
    """The data of an activity: the task before, the minutes during, the feedback after (B79).

    What is ``counted`` already cannot be changed any more. Takes ``initial`` and no instance: values go to
    the verb, which changes the record.
    """

    class Meta:
        model = Activity
        fields = [
            "kind",
            "title",
            "starts_on",
            "ends_on",
            "days",
            "place",
            "constituency",
            "task",
            "minutes",
            "feedback",
        ]
        field_classes = {"constituency": ConstituencyField}
        widgets = {
            "days": forms.NumberInput(attrs={"data-quick": "0.5=半天 1=1天 2=2天", "step": "0.5"}),
            "task": forms.Textarea(attrs={"rows": 3}),
            "minutes": forms.Textarea(attrs={"rows": 6}),
            "feedback": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, counted=False, constituencies=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["constituency"].queryset = constituencies or Constituency.objects.none()
        self.fields["constituency"].empty_label = "没有在某一选区"
        offered = Q(active=True) | Q(pk=self.initial.get("kind"))
        self.fields["kind"].queryset = ActivityKind.objects.filter(offered)
        self.fields["kind"].empty_label = "请选择"
        self.fields["ends_on"].required = False
        self.fields["ends_on"].help_text = "当天结束的不填。"
        self.fields["days"].help_text = "半天填0.5。"
        for name in set(TEXTS) & self.fields.keys():
            longest = self.fields[name].max_length or LONGEST_TEXT
            self.fields[name].validators += [no_phone, MaxLengthValidator(longest)]
        for field in COUNTED if counted else ():
            self.fields[field].disabled = True
            self.fields[field].help_text = "已有核实的登记，不能再改。"

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("ends_on"):
            cleaned["ends_on"] = cleaned.get("starts_on")
        check_dates(self)
        return cleaned


class PlanForm(ActivityForm, PeopleForm):
    """A new activity with the deputies who are to take part."""

    class Meta(ActivityForm.Meta):
        fields = [
            "jurisdiction",
            "kind",
            "title",
            "starts_on",
            "ends_on",
            "days",
            "place",
            "constituency",
            "task",
        ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["constituency"].queryset = constituencies_of(user)
        self.fields["jurisdiction"].queryset = Jurisdiction.objects.within(user.jurisdiction)
        self.fields["jurisdiction"].empty_label = None
        self.initial.setdefault("jurisdiction", user.jurisdiction_id)

    @property
    def activity_data(self):
        """The cleaned values of the activity's own fields."""
        return {field: self.cleaned_data[field] for field in self.Meta.fields}


class CancelForm(ChineseForm, forms.Form):
    reason = line("取消原因", max_length=100)
