"""Writing a proposal of any kind: a deputy on his phone, an office for a deputy who then signs."""

from django import forms
from django.forms.models import ModelChoiceIterator

from congress import clock, fields
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from deputies.fields import SeatField, SeatsField
from deputies.models import Seat
from proposals import kinds, rules
from proposals.enums import ProposalKind
from proposals.forms.reading import ReadsPaper
from proposals.models import ProposalCategory


# What to write where the field's own hint speaks of another kind.
HINTS = {
    (ProposalKind.INTERPELLATION, "subject"): "一句话说明质询什么问题。",
    (ProposalKind.INTERPELLATION, "text"): "写清事实和依据，要求对方答复什么。",
    (ProposalKind.INQUIRY, "text"): "审议议案、报告时不明白的问题；由有关机关派负责人回答。",
    (ProposalKind.RECALL, "grounds"): "写明罢免的理由和事实。",
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


class ProposalForm(ReadsPaper, ChineseForm, forms.Form):
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
    organ = forms.ChoiceField(label="质询对象", required=False)
    person = fields.line(
        "被提出罢免的人", max_length=60, required=False, help_text="写姓名和职务，如“某某，区教育局局长”。"
    )
    post = forms.ChoiceField(label="职务类别", required=False)
    category = CategoryField(label="类别", required=False)
    secret = forms.BooleanField(
        label="要求不公开",
        required=False,
        help_text="不向社会公开，除审查、交办、承办和联名的人以外，别人看不到。",
    )

    field_order = ["title", "paper", "organ", "person", "post", "subject", "text"]

    def __init__(self, *args, kind, places, **kwargs):
        """``places`` are the jurisdictions of the congresses to which it may be put."""
        super().__init__(*args, **kwargs)
        for name in kinds.TOLD:
            if name not in kinds.PARTS[kind]:
                del self.fields[name]
        for name, label in kinds.PARTS[kind].items():
            self.fields[name].label = label
            self.fields[name].help_text = HINTS.get((kind, name), self.fields[name].help_text)
        if kind not in ProposalKind.handled:
            del self.fields["category"]
        if "organ" in self.fields:
            names = dict.fromkeys(name for place in places for name in kinds.organs_of(place))
            self.fields["organ"].choices = [("", "请选择"), *((name, name) for name in names)]
        if "post" in self.fields:
            posts = dict.fromkeys(post for place in places for post in kinds.posts_of(place))
            self.fields["post"].choices = [("", "请选择"), *posts]
        word = ProposalKind(kind).word
        self.fields["title"].help_text = f"如“关于解决某某问题的{word}”。"


def _congresses_of(seats, kind):
    """Where the ``seats`` are; asked only for a kind whose choices depend on it."""
    if kind in ProposalKind.handled:
        return []
    return list(Jurisdiction.objects.filter(pk__in=seats.order_by().values("term__jurisdiction")))


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
        seats = rules.seats_to_lead(user)
        super().__init__(*args, kind=kind, places=_congresses_of(seats, kind), **kwargs)
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
