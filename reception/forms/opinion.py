"""What a person fills in to take a step with an opinion."""

from django import forms

from congress.fields import text
from congress.forms import ReasonForm, RecordForm, StepForm, reason
from congress.models import Unit
from reception import answer_workflow, answering_together, rules, workflow
from reception.enums import Competence, Nature, Outcome, Urgency
from reception.forms.answer import AnswerTogetherForm, CloseForm, CopyForm, InformForm, RedoForm, SurveyForm
from reception.forms.undertaking import PROMISE_STEPS
from reception.models import Guidance, Opinion, OpinionCategory
from reception.models.opinion import NUMBER


class TriageForm(StepForm):
    category = forms.ModelChoiceField(
        label="类别", queryset=OpinionCategory.objects.filter(active=True), empty_label="请选择"
    )
    nature = forms.ChoiceField(label="性质", choices=Nature, widget=forms.RadioSelect)
    competence = forms.ChoiceField(
        label="权限",
        choices=Competence,
        widget=forms.RadioSelect,
        help_text="镇街权限内的转本镇街单位；须区级协调的，分类后报区协调；涉法涉诉的不予受理并告知途径。",
    )
    urgency = forms.ChoiceField(label="缓急", choices=Urgency, widget=forms.RadioSelect)
    field_order = ["category", "nature", "competence", "urgency", "note"]

    def prepare(self):
        self.initial |= {
            "category": self.record.category_id,
            "nature": self.record.nature,
            "competence": self.record.competence,
            "urgency": self.record.urgency,
        }
        if not self.record.competence and (unit := self.record.proposed_unit):
            own = unit.local_id == self.record.jurisdiction_id
            self.initial["competence"] = Competence.LOCAL if own else Competence.DISTRICT


class ReferForm(StepForm):
    lead = forms.ModelChoiceField(label="主办单位", queryset=Unit.objects.none(), empty_label="请选择")
    co_units = forms.ModelMultipleChoiceField(
        label="会办单位", queryset=Unit.objects.none(), required=False, help_text="没有的不选。"
    )
    field_order = ["lead", "co_units", "note"]

    def prepare(self):
        units = rules.units_for(self.user, self.record)
        self.fields["lead"].queryset = self.fields["co_units"].queryset = units
        self.fields["note"].label = "交办要求"
        self.initial["lead"] = self.record.proposed_unit_id
        if refusal := workflow.refusal_of_referral(self.record, self.user):
            lead = self.fields["lead"]
            lead.help_text = lead.error_messages["required"] = lead.error_messages["invalid_choice"] = refusal


class ReassignForm(ReasonForm):
    lead = forms.ModelChoiceField(
        label="改由哪个单位主办", queryset=Unit.objects.none(), empty_label="请选择"
    )
    note = reason(
        "改派理由", help_text="两个单位都会收到；原主办单位的办理经过保留，新主办单位的期限重新起算。"
    )
    field_order = ["lead", "note"]

    def prepare(self):
        lead = self.fields["lead"]
        leading = self.record.referrals.standing().filter(round=self.record.round)
        former = [part.unit_id for part in leading if part.leads]
        lead.queryset = rules.units_for(self.user, self.record).exclude(pk__in=former)
        if refusal := workflow.refusal_of_referral(self.record, self.user):
            lead.help_text = lead.error_messages["required"] = lead.error_messages["invalid_choice"] = refusal


class ExplainForm(RecordForm):
    outcome = forms.ChoiceField(
        label="结果",
        choices=[(value, Outcome(value).label) for value in Outcome.on_the_spot],
        initial=Outcome.EXPLAINED,
        widget=forms.RadioSelect,
    )
    note = text("怎样解释或者解决的", help_text="写明对选民说了什么、做了什么。")

    def prepare(self):
        if self.record.proposed_outcome in Outcome.on_the_spot:
            self.initial |= {"outcome": self.record.proposed_outcome, "note": self.record.proposed_note}


class MergeForm(StepForm):
    into = forms.CharField(label="并入哪一件", help_text="填编号，如“12”或“石坎〔2025〕12号”。")
    field_order = ["into", "note"]

    def clean_into(self):
        """The opinion of the same place with that number, of the same year unless the year is given."""
        typed, here = self.cleaned_data["into"], self.record.jurisdiction
        number = NUMBER.fullmatch(typed)
        if number is None:
            raise forms.ValidationError("看不懂这个编号，请填“12”或者“石坎〔2025〕12号”。")
        place = number["place"].removesuffix("第").strip()
        if not here.name.startswith(place):
            raise forms.ValidationError(f"“{typed}”不是{here}的编号，只能并入{here}的意见。")
        year, serial = int(number["year"] or self.record.year), int(number["serial"])
        found = Opinion.objects.visible_to(self.user).filter(jurisdiction=here, year=year, serial=serial)
        if (opinion := found.first()) is None:
            raise forms.ValidationError(f"本镇街{year}年没有{serial}号意见，请核对编号。")
        return opinion


class NotAcceptForm(ReasonForm):
    """The reason, written out or taken from a usual case that says where the voter is to go."""

    guidance = forms.ModelChoiceField(
        label="情形",
        queryset=Guidance.objects.none(),
        required=False,
        empty_label="不在其中，自己写",
        help_text="选了的，理由里会写上这一情形和应向哪里反映，下面可以不写或者只写补充的话。",
    )
    note = reason(
        "不予受理的理由", required=False, help_text="并写明应向哪里反映，如法院、仲裁机构、信访部门。"
    )
    field_order = ["guidance", "note"]

    def prepare(self):
        self.fields["guidance"].queryset = Guidance.objects.filter(active=True)
        self.fields["guidance"].label_from_instance = lambda case: f"{case}：{case.where}"
        if self.record.proposed_outcome == Outcome.NOT_ACCEPTED:
            self.initial["note"] = self.record.proposed_note

    def clean(self):
        data = super().clean()
        case, note = data.pop("guidance", None), data.get("note", "")
        if case and not note.startswith(f"{case}："):
            data["note"] = f"{case}：{case.where}{note}"
        elif not note and not self.errors:
            self.add_error("note", "请选择情形，或者写明不予受理的理由。")
        return data


class EscalateForm(ReasonForm):
    note = reason("为什么要报区协调")


class UrgeForm(ReasonForm):
    note = reason("催办情况", help_text="向谁催、对方怎么说。")


class CoordinateForm(ReasonForm):
    note = reason("协调情况", help_text="怎样帮助单位与选民见面、对接。")


class ReopenForm(ReasonForm):
    note = reason("重新打开的理由")


class WithdrawForm(ReasonForm):
    note = reason("撤回的原因")


OPINION_STEPS = {
    "register": (StepForm, workflow.register),
    "triage": (TriageForm, workflow.triage),
    "explain": (ExplainForm, workflow.explain),
    "refer": (ReferForm, workflow.refer),
    "reassign": (ReassignForm, workflow.reassign),
    "not_accept": (NotAcceptForm, workflow.not_accept),
    "escalate": (EscalateForm, workflow.escalate),
    "merge": (MergeForm, workflow.merge),
    "urge": (UrgeForm, workflow.urge),
    "coordinate": (CoordinateForm, workflow.coordinate),
    "copy": (CopyForm, answer_workflow.copy_to_deputies),
    "answer": (AnswerTogetherForm, answering_together.answer_together),
    "inform": (InformForm, answer_workflow.inform),
    "survey": (SurveyForm, answer_workflow.survey),
    **PROMISE_STEPS,
    "redo": (RedoForm, answer_workflow.redo),
    "close": (CloseForm, answer_workflow.close),
    "reopen": (ReopenForm, answer_workflow.reopen),
    "withdraw": (WithdrawForm, workflow.withdraw),
}
