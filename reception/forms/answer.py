"""What is asked to answer the voter, to ask him how it was, and to end the matter."""

from django import forms

from congress.enums import Satisfaction
from congress.fields import line, text
from congress.forms import ReasonForm, RecordForm, StepForm, reason
from deputies.fields import SeatsField, choosable
from deputies.models import Seat
from reception import answer_workflow, answering_together
from reception.enums import AnswerMode
from reception.forms.base import past_day
from reception.models import Opinion


class CopyForm(StepForm):
    seats = SeatsField(
        Seat.objects.none(),
        label="抄送给",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["seats", "note"]

    def prepare(self):
        receivers = choosable(answer_workflow.receivers(self.record))
        office = self.record.jurisdiction.office_name
        told = f"接待过来访人的代表；收到后由代表答复选民。没有接待代表的，由{office}答复。"
        self.fields["seats"].help_text = told
        self.fields["seats"].queryset = receivers
        self.initial["seats"] = receivers


class AnswerForm(RecordForm):
    mode = forms.ChoiceField(label="答复方式", choices=AnswerMode, widget=forms.RadioSelect)
    text = text("告诉选民什么", rows=5, help_text="办成了什么、没办成的为什么、下一步怎么办。")
    reaction = line("选民反应", max_length=200, required=False, help_text="可以不填。")
    answered_on = past_day("答复日期")
    seat = forms.ModelChoiceField(label="答复代表", queryset=Seat.objects.none(), required=False)

    def prepare(self):
        self.fields["text"].error_messages["required"] = "请写明怎样答复选民的。"
        if self.user.is_office:
            self.fields["seat"].empty_label = f"由{self.user.jurisdiction.office_name}答复"
            self.fields["seat"].queryset = choosable(answer_workflow.receivers(self.record))
        else:
            del self.fields["seat"]


class InformForm(AnswerForm):
    def prepare(self):
        super().prepare()
        self.fields["text"].help_text = "转成了哪件议案或者建议，接下来怎么办；有了结果再答复选民。"
        proposal = self.record.proposal
        if proposal:
            told = f"您反映的事情，已经转为{proposal.word}“{proposal}”，有了答复再告诉您。"
            self.initial["text"] = told


class MattersField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, opinion):
        return f"{opinion.number} {opinion.title}"


class AnswerTogetherForm(AnswerForm):
    """The answer to one voter, and to others of the constituency who are told the same."""

    also = MattersField(
        Opinion.objects.none(),
        label="一并答复",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="同一选区或者并案、答复内容相同的，打勾后一次记下；内容不同的请分别答复。",
    )

    def prepare(self):
        super().prepare()
        beside = answering_together.waiting_beside(self.record, self.user)
        if beside.exists():
            self.fields["also"].queryset = beside
        else:
            del self.fields["also"]


class SurveyForm(RecordForm):
    handling_rating = forms.ChoiceField(
        label="对办理情况满意吗？", choices=Satisfaction, widget=forms.RadioSelect
    )
    deputy_rating = forms.ChoiceField(
        label="对代表发挥的作用满意吗？", choices=Satisfaction, widget=forms.RadioSelect
    )
    reason = line("不满意的原因", max_length=200, required=False, help_text="对办理不满意的必填。")
    surveyed_on = past_day("测评日期")

    def clean(self):
        data = super().clean()
        dissatisfied = data.get("handling_rating") == Satisfaction.DISSATISFIED
        if dissatisfied and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "选民对办理不满意的，请写明原因。")
        return data


class RedoForm(ReasonForm):
    note = reason("重办要求", help_text="选民对什么不满意、要重办什么。")


class CloseForm(StepForm):
    def prepare(self):
        self.fields["note"].help_text = "没有答复、测评就办结的，或者选民不满意的，必须写明理由。"
