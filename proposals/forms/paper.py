"""Which ledger is printed."""

from django import forms

from congress import clock
from congress.figures.figure import FIRST_YEAR
from congress.forms import ChineseForm
from congress.models import Jurisdiction, Session
from congress.printing import FORMATS, PDF
from proposals.enums import ProposalStatus
from proposals.models import Proposal


class LedgerPaperForm(ChineseForm, forms.Form):
    """Of which congress, of which session or year, and in which format."""

    place = forms.ModelChoiceField(label="所属人大", queryset=None, empty_label=None)
    session = forms.ModelChoiceField(
        label="会次", queryset=None, required=False, empty_label="按年度", help_text="选了会次就不看年度。"
    )
    year = forms.IntegerField(
        label="年度", min_value=FIRST_YEAR, required=False, help_text="按提交日期；选了会次的不填。"
    )
    format = forms.ChoiceField(label="格式", choices=FORMATS, initial=PDF, widget=forms.RadioSelect)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        places = Jurisdiction.objects.visible_to(user).with_congress()
        self.fields["place"].queryset = places
        self.fields["place"].initial = user.jurisdiction_id
        self.fields["session"].queryset = (
            Session.objects.visible_to(user).of_congress().select_related("term__jurisdiction")
        )
        self.fields["year"].initial = clock.today().year

    def clean(self):
        data = super().clean()
        session, place = data.get("session"), data.get("place")
        if session is None and not data.get("year") and "year" not in self.errors:
            self.add_error("year", "请填写年度，或者选择会次。")
        if session and place and session.term.jurisdiction_id != place.pk:
            self.add_error("session", f"这次会议不是{place.congress_name}的，请另选。")
        return data

    @property
    def title(self):
        """What the ledger is called, with 第九届第四次会议 or 2025年."""
        place, session = self.cleaned_data["place"], self.cleaned_data["session"]
        told = f"{session.term.ordinal}{session.ordinal}会议" if session else f"{self.cleaned_data['year']}年"
        return f"{place.congress_name}{told}议案建议办理台账"

    @property
    def own_year(self):
        """The year that goes without saying."""
        session = self.cleaned_data["session"]
        return session.starts_on.year if session else self.cleaned_data["year"]

    def proposals(self):
        """Those accepted, in the order of their numbers."""
        asked = self.cleaned_data
        found = Proposal.objects.visible_to(self.user).registered().filter(jurisdiction=asked["place"])
        found = found.exclude(status__in=ProposalStatus.ended_early)
        if asked["session"]:
            found = found.filter(session=asked["session"])
        else:
            found = found.filter(submitted_on__year=asked["year"])
        return found.order_by("session__starts_on", "session", "kind", "serial")
