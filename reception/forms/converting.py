"""From matters to a draft: what it is called, who leads it, or which draft they join."""

from django import forms

from congress import clock, fields
from congress.forms import ChineseForm
from deputies.fields import SeatField, choosable
from deputies.models import Seat
from proposals import rules as proposing
from proposals.enums import ProposalKind, ProposalStatus
from proposals.models import Proposal
from reception.workflow import suggested_text, suggested_title


class ConvertForm(ChineseForm, forms.Form):
    """A new draft with the voters' words, or one that is still being written."""

    proposal = forms.ModelChoiceField(
        label="并入已有的草稿",
        queryset=Proposal.objects.none(),
        required=False,
        empty_label="不并入，起草新的",
        help_text="选了草稿的，下面各项不用填。",
    )
    kind = forms.ChoiceField(
        label="种类",
        choices=[(value, ProposalKind(value).label) for value in ProposalKind.handled],
        initial=ProposalKind.SUGGESTION,
        widget=forms.RadioSelect,
        required=False,
    )
    lead = SeatField(Seat.objects.none(), label="领衔代表", empty_label="请选择", required=False)
    title = fields.line("标题", max_length=80, required=False)
    text = fields.text(
        "内容",
        rows=9,
        required=False,
        help_text="已经填入选民原话，去掉了姓名、住址和电话；请改写成代表的话，补上建议怎么办。",
    )

    def __init__(self, *args, user, opinions, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"title": suggested_title(opinions), "text": suggested_text(opinions)}
        receivers = self._offer_leads(user, opinions)
        drafts = Proposal.objects.visible_to(user).filter(status__in=ProposalStatus.writing)
        mine = [draft.pk for draft in drafts.select_related("drafted_by") if proposing.can_write(user, draft)]
        self.fields["proposal"].queryset = Proposal.objects.filter(pk__in=mine)
        if not mine:
            del self.fields["proposal"]
        if receivers and not user.is_deputy:
            names = "、".join(dict.fromkeys(seat.called for seat in receivers))
            self.fields[
                "lead"
            ].help_text = f"接待这{len(opinions)}件事项的代表：{names}。也可以请别的代表领衔。"

    def _offer_leads(self, user, opinions):
        """The seats that received the voters come to mind first; another may lead."""
        open_to = proposing.seats_to_lead(user)
        visits = [opinion.visit_id for opinion in opinions]
        receivers = list(choosable(open_to.filter(visits__in=visits)).distinct())
        self.fields["lead"].offer(open_to, on=clock.today())
        if receivers:
            self.initial["lead"] = receivers[0].pk
        return receivers

    def clean(self):
        data = super().clean()
        if data.get("proposal"):
            return {"proposal": data["proposal"]}
        for name, sentence in {
            "kind": "请选择种类。",
            "lead": "请选择领衔代表。",
            "title": "请填写标题。",
            "text": "请填写内容。",
        }.items():
            if not data.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return data

    @property
    def told(self):
        """As :func:`reception.workflow.convert_all` takes it; what a motion says stands in its 案据 first."""
        data = {name: value for name, value in self.cleaned_data.items() if value}
        if data.get("kind") == ProposalKind.MOTION:
            data["grounds"] = data.pop("text")
        return data
