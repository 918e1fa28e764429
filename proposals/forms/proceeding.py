"""What the office records on the road of a motion, an interpellation, a recall; what who put it says."""

from django import forms

from congress import clock
from congress.fields import PaperField, line, text
from congress.forms import RecordForm, StepForm
from congress.forms import reason as words
from proposals import kinds, road_rules, workflow
from proposals.enums import Body, Mode, ProposalKind
from proposals.models import Sponsorship


INQUIRY = "由主席团提议，经全体会议决定组织调查委员会，下次会议根据其报告审议决定（地方组织法第三十一条）。"


class ActForm(RecordForm):
    """What every act has: its day and its paper."""

    held_on = forms.DateField(label="日期", initial=clock.today)
    note = text("说明", rows=2, max_length=1000, required=False, help_text="可以不填。")
    paper = PaperField(label="附件", required=False, help_text="会议纪要、报告、决定等，不超过10兆。")


class CommitteeForm(ActForm):
    committee = line("交给哪个委员会", max_length=60, help_text="写全称，如“城乡建设环境资源委员会”。")
    field_order = ["committee", "held_on", "note", "paper"]

    def prepare(self):
        if self.record.kind == ProposalKind.RECALL:
            self.fields["committee"].help_text = INQUIRY


class ReportForm(ActForm):
    note = None
    text = text("审议结果和意见", rows=8, help_text="是否列入议程、怎样办理的意见；审议中与代表联系的情况。")
    document_number = forms.CharField(label="文号", max_length=50, required=False)
    field_order = ["held_on", "text", "document_number", "paper"]


class DecisionForm(ActForm):
    adopted = forms.TypedChoiceField(
        label="决定",
        choices=[("yes", "通过"), ("no", "不通过")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    document_number = forms.CharField(label="文号", max_length=50)
    field_order = ["held_on", "adopted", "document_number", "note", "paper"]


class ConvertForm(ActForm):
    note = words("转为建议的理由", help_text="告诉领衔代表；转后按建议编号、交办、答复。")


class RefuseWithdrawalForm(ActForm):
    note = words("不同意的理由")


class VoteForm(ActForm):
    present = forms.IntegerField(label="出席代表人数", min_value=0, max_value=9999)
    in_favour = forms.IntegerField(label="赞成", min_value=0, max_value=9999)
    against = forms.IntegerField(label="反对", min_value=0, max_value=9999)
    abstained = forms.IntegerField(label="弃权", min_value=0, max_value=9999)
    field_order = ["held_on", "present", "in_favour", "against", "abstained", "note", "paper"]

    def prepare(self):
        everybody = kinds.deputies_of(self.record, clock.today())
        ballot = "无记名投票。" if self.record.kind == ProposalKind.RECALL else ""
        self.fields["in_favour"].help_text = (
            f"{ballot}现在全体代表{everybody}名，赞成超过半数、即{everybody // 2 + 1}票以上才通过"
            "（地方组织法第二十五条）；按表决当日的在任代表计算。"
        )


class SpokenForm(ActForm):
    """Said at a meeting or written."""

    bodies = Body.for_answers
    mode = forms.ChoiceField(label="方式", choices=Mode, widget=forms.RadioSelect)
    body = forms.ChoiceField(label="在哪个会议", required=False, help_text="书面的不选。")

    def prepare(self):
        self.fields["body"].choices = [("", "请选择"), *((value, Body(value).label) for value in self.bodies)]


class OrderAnswerForm(SpokenForm):
    field_order = ["held_on", "mode", "body", "note", "paper"]


class DefendForm(SpokenForm):
    bodies = Body.for_defence
    note = None
    text = text("申辩意见", rows=8, help_text="本人在会上说的，或者书面提出的；由主席团印发会议。")
    field_order = ["held_on", "mode", "body", "text", "paper"]


class AnswerForm(SpokenForm):
    note = None
    speaker = line(
        "答复的负责人", max_length=60, help_text="口头答复的，负责人到会；书面答复的，由负责人签署。"
    )
    text = text("答复内容", rows=10)
    document_number = forms.CharField(label="文号", max_length=50, required=False)
    field_order = ["held_on", "mode", "body", "speaker", "text", "document_number", "paper"]

    def prepare(self):
        if self.record.kind == ProposalKind.INQUIRY:
            self.bodies = (*Body.for_answers, Body.DELEGATION)
        super().prepare()


class SignaturesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj):
        return obj.seat.called


class JudgeForm(RecordForm):
    satisfied = forms.TypedChoiceField(
        label="对这次答复",
        choices=[("yes", "满意"), ("no", "不满意")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    signatures = SignaturesField(Sponsorship.objects.none(), label="哪些代表")
    note = text("说明", rows=2, max_length=1000, required=False, help_text="可以不填。")
    field_order = ["signatures", "satisfied", "note"]

    def prepare(self):
        if self.user.is_deputy:
            del self.fields["signatures"]
            return
        rows = [row.pk for row in road_rules.signatures_to_judge(self.user, self.record)]
        self.fields["signatures"].queryset = self.record.sponsorships.filter(pk__in=rows)


ROAD_STEPS = {
    "present": (StepForm, workflow.present),
    "put_on_agenda": (ActForm, workflow.put_on_agenda),
    "send_to_committee": (CommitteeForm, workflow.send_to_committee),
    "report": (ReportForm, workflow.report),
    "decide": (DecisionForm, workflow.decide),
    "convert": (ConvertForm, workflow.convert),
    "vote": (VoteForm, workflow.vote),
    "defend": (DefendForm, workflow.defend),
    "consent_withdrawal": (ActForm, workflow.consent_withdrawal),
    "refuse_withdrawal": (RefuseWithdrawalForm, workflow.refuse_withdrawal),
    "order_answer": (OrderAnswerForm, workflow.order_answer),
    "answer": (AnswerForm, workflow.answer),
    "judge": (JudgeForm, workflow.judge),
    "demand_again": (StepForm, workflow.demand_again),
    "conclude": (StepForm, workflow.conclude),
}
