"""Writing a motion or a suggestion: a deputy on his phone, an office for a deputy who then signs."""

from django import forms
from django.forms.models import ModelChoiceIterator

from congress import clock, fields
from congress.forms import ChineseForm
from deputies.fields import SeatField, SeatsField
from deputies.models import Seat
from proposals import rules
from proposals.enums import ProposalKind
from proposals.models import ProposalCategory
from proposals.workflow import PARTS


# The fields that only the other kind has.
OTHERS = {
    ProposalKind.SUGGESTION: tuple(PARTS[ProposalKind.MOTION]),
    ProposalKind.MOTION: tuple(PARTS[ProposalKind.SUGGESTION]),
}


class GroupedCategories(ModelChoiceIterator):
    """The categories in use, under their groups."""

    def __iter__(self):
        groups = {}
        for part in self.queryset.select_related("parent").order_by("parent__order", "order", "pk"):
            groups.setdefault(part.parent.name, []).append((part.pk, part.name))
        yield ("", self.field.empty_label)
        yield from groups.items()


class CategoryField(forms.ModelChoiceField):
    """A category of the second level, offered under its group."""

    iterator = GroupedCategories

    def __init__(self, **kwargs):
        parts = ProposalCategory.objects.filter(active=True, parent__active=True)
        super().__init__(parts, empty_label="请选择", **kwargs)


class ProposalForm(ChineseForm, forms.Form):
    """The words of a proposal of one kind; what is missing yet is asked for when it is handed in."""

    title = fields.line("标题", max_length=80)
    text = fields.text(
        "建议内容",
        rows=10,
        required=False,
        help_text="写清楚什么问题、有什么依据、希望怎么办；一件一事。",
    )
    subject = fields.line("案由", max_length=200, required=False, help_text="一句话说明提出什么问题。")
    grounds = fields.text("案据", rows=6, required=False, help_text="提出的依据：事实、法律和政策。")
    plan = fields.text("方案", rows=6, required=False, help_text="希望由谁、怎样解决，要具体可行。")
    category = CategoryField(label="类别", required=False)
    secret = forms.BooleanField(
        label="要求不公开", required=False, help_text="涉及国家秘密的不要写在这里，请与代表工委联系另行报送。"
    )

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        for name in OTHERS[kind]:
            del self.fields[name]
        word = ProposalKind(kind).word
        self.fields["title"].help_text = f"如“关于解决某某问题的{word}”。"


class DraftForm(ProposalForm):
    """A new proposal: whose it is, and who is asked to sign with him."""

    lead = SeatField(Seat.objects.none(), label="领衔代表", empty_label="请选择")
    invited = SeatsField(
        Seat.objects.none(),
        label="邀请联名",
        required=False,
        help_text="可以不选，以后再邀请；被邀请的代表本人确认后才算联名。",
    )

    def __init__(self, *args, user, kind, **kwargs):
        super().__init__(*args, kind=kind, **kwargs)
        seats = rules.seats_to_lead(user)
        self.fields["lead"].offer(seats, on=clock.today())
        own = list(self.fields["lead"].queryset[:2]) if user.is_deputy else []
        self.lead = own[0] if len(own) == 1 else None
        if self.lead:
            del self.fields["lead"]
            colleagues = Seat.objects.visible_to(user).filter(term=self.lead.term_id).exclude(pk=self.lead.pk)
            self.fields["invited"].offer(colleagues, on=clock.today(), term=self.lead.term_id)
        else:
            # Of which congress the colleagues are, the leading deputy says.
            del self.fields["invited"]

    @property
    def told(self):
        """What was written, as :func:`proposals.workflow.draft` takes it."""
        return {**self.cleaned_data, "lead": self.lead or self.cleaned_data["lead"]}
