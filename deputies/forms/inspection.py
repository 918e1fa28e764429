"""Forms of an inspection by card."""

from datetime import timedelta

from django import forms

from congress import clock
from congress.fields import line, text
from congress.forms import ReasonForm, RecordForm, StepForm, reason
from congress.models import Unit
from deputies.fields import SeatField
from deputies.forms.participation import HALF_A_DAY, EntryForm
from deputies.models import Seat


DAYS_TO_REPORT = 30


class InspectionForm(EntryForm):
    """What a deputy found: the activity is always one day's 视察, and the sentence is made of the rest."""

    kind = ends_on = sentence = people = households = None

    unit_name = line("视察了哪个单位", max_length=60, help_text="如：石坎镇中心小学。")
    found = text("看到的情况", rows=5, help_text="看了什么，听了什么，情况怎样。")
    suggestions = text(
        "建议、批评和意见", rows=4, required=False, help_text="有就写，由机关转交单位；没有不填。"
    )
    arranged = forms.BooleanField(label="由机关联系安排的", required=False)
    card_number = line("代表证号", max_length=30, required=False, help_text="不填的，用名册上的证号。")

    field_order = [
        "seat",
        "unit_name",
        "starts_on",
        "days",
        "place",
        "at_home",
        "found",
        "suggestions",
        "photos",
        "dropped",
        "arranged",
        "card_number",
    ]
    activity_fields = ("starts_on", "days", "place")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].help_text = ""
        self.fields["days"].initial = HALF_A_DAY


class OfficeInspectionForm(InspectionForm):
    """An office enters what a deputy handed in on paper; it is verified with that."""

    seat = SeatField(
        Seat.objects.none(),
        label="代表",
        empty_label="请选择",
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        super().__init__(*args, seats=[], **kwargs)

    def offer_seats(self, seats):
        """Those whom the office looks after."""
        self.fields["seat"].offer(Seat.objects.visible_to(self.user), on=clock.today())


class HandOverForm(StepForm):
    report_due_on = forms.DateField(label="请单位在哪天以前汇报")
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label="由哪个承办单位汇报",
        required=False,
        empty_label="没有账号，由机关代为登记",
        help_text="被视察单位自己有账号的选它，没有的选它的主管单位；都没有的不选，收到汇报后由机关登记。",
    )

    field_order = ["unit", "report_due_on", "note"]

    def prepare(self):
        self.fields["unit"].queryset = Unit.objects.active().visible_to(self.user)
        self.fields["report_due_on"].initial = clock.today() + timedelta(days=DAYS_TO_REPORT)


class ReportForm(RecordForm):
    report = text("汇报情况", rows=6, help_text="对照代表看到的情况和提出的意见，如实写明。")
    reported_on = forms.DateField(label="汇报日期", initial=clock.today)
    improve_by = forms.DateField(
        label="整改到哪天为止", required=False, help_text="有要改进的填；没有的不填，并在汇报里说明理由。"
    )


class ImproveForm(RecordForm):
    improvement = text("整改情况", rows=6, help_text="改了什么，什么时候改好的，还有什么没改好。")
    improved_on = forms.DateField(label="整改日期", initial=clock.today)


class AskImprovementForm(RecordForm):
    note = reason("要改进什么")
    improve_by = forms.DateField(label="整改到哪天为止")


class GiveBackForm(ReasonForm):
    note = reason("退回理由")
