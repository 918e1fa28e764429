"""Forms of what deputies are told."""

from django import forms

from congress import clock
from congress.fields import PaperField, line, text
from congress.forms import ChineseForm, FilesInput, ReasonForm, reason
from congress.models import Jurisdiction
from deputies.enums import BriefingKind
from deputies.forms.activity import PeopleForm, invited
from deputies.models import Delegation, Seat


MOST_PAPERS = 9
WAYS = ["送纸质材料", "打电话", "发短信、微信", "当面告知"]


class PapersField(PaperField):
    """Several papers; the cleaned value is a list of files."""

    widget = FilesInput

    def clean(self, data, initial=None):
        uploads = [upload for upload in data or [] if upload]
        if len(uploads) > MOST_PAPERS:
            raise forms.ValidationError(f"一次最多{MOST_PAPERS}个附件，您选了{len(uploads)}个，请去掉一些。")
        return [super(PapersField, self).clean(upload, initial) for upload in uploads]


class BriefingForm(PeopleForm):
    """What is told, and whom: a whole congress, delegations, groups, single names."""

    jurisdiction = forms.ModelChoiceField(Jurisdiction.objects.none(), label="发出单位", empty_label=None)
    kind = forms.ChoiceField(label="类别", choices=BriefingKind)
    title = line("标题", max_length=100)
    text = text("内容", rows=8, max_length=20_000, help_text="代表在手机上看，请分段写，一段说一件事。")
    papers = PapersField(
        label="附件", required=False, help_text="可以选几个：PDF、Word、WPS、OFD或者图片，每个不超过10兆。"
    )
    delegations = forms.ModelMultipleChoiceField(Delegation.objects.none(), label="代表团", required=False)

    field_order = [
        "jurisdiction",
        "kind",
        "title",
        "text",
        "papers",
        "whole",
        "delegations",
        "groups",
        "seats",
    ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        within = Jurisdiction.objects.within(user.jurisdiction)
        self.fields["jurisdiction"].queryset = within
        self.initial.setdefault("jurisdiction", user.jurisdiction_id)
        running = Delegation.objects.filter(term__jurisdiction__in=within, term__ends_on=None)
        later = Delegation.objects.filter(term__jurisdiction__in=within, term__ends_on__gte=clock.today())
        self.fields["delegations"].queryset = (running | later).select_related("term__jurisdiction")
        self.fields["whole"].help_text = "发出单位本级在任的全体代表；街道为本街道选区选出的代表。"

    def clean(self):
        cleaned = super(PeopleForm, self).clean()
        if not any(cleaned.get(field) for field in ("whole", "delegations", "groups", "seats")):
            raise forms.ValidationError("还没有选代表：请勾选全体代表，或者选代表团、小组、代表。")
        return cleaned

    @property
    def told(self):
        """What :func:`deputies.briefing_workflow.send` takes."""
        chosen, today = self.cleaned_data, clock.today()
        place = chosen["jurisdiction"]
        seats = invited(chosen, place, today)
        delegates = Seat.objects.filter(delegation__in=chosen["delegations"]).in_office(today)
        seats += list(delegates.select_related("deputy", "term"))
        return {
            "jurisdiction": place,
            **{name: chosen[name] for name in ("kind", "title", "text", "papers")},
            "audience": self._audience(chosen),
            "seats": seats,
        }

    @staticmethod
    def _audience(chosen, most=200):
        """To whom it goes, in words."""
        named = [f"{chosen['jurisdiction']}全体代表"] if chosen["whole"] else []
        named += [str(body) for name in ("delegations", "groups") for body in chosen[name]]
        people = list(chosen["seats"])
        named += [seat.called for seat in people[:3]]
        words = "、".join(named) + (f"等{len(people)}名代表" if len(people) > 3 else "")
        return words if len(words) <= most else f"{words[: most - 1]}…"


class WithdrawForm(ReasonForm):
    note = reason("撤回理由", help_text="代表看到的是这个理由，看不到原来的内容。")


class ToldForm(ChineseForm, forms.Form):
    """When and how those who are ticked were told otherwise."""

    told_on = forms.DateField(label="告知日期", initial=clock.today)
    told_how = forms.ChoiceField(label="告知方式", choices=[(way, way) for way in WAYS])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The page writes them in a line beside its button, without the layout of a whole form.
        for name, look in (("told_on", "form-control"), ("told_how", "form-select")):
            self.fields[name].widget.attrs["class"] = f"{look} d-inline-block w-auto"
