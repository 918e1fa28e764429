"""What is asked before a paper is printed: for whose sake with a voter's name, and of which days."""

from django import forms

from congress import clock
from congress.fields import line
from congress.figures.figure import FIRST_YEAR
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from congress.printing import FORMATS, PDF
from reception.forms.personal_data import RevealForm
from reception.reading import SHORTEST_REASON


class RegistrationForm(ChineseForm, forms.Form):
    """Why a form with a visitor's data is printed, and as what."""

    PDF, WORD = "pdf", "docx"

    reason = line(
        "打印做什么用",
        min_length=SHORTEST_REASON,
        max_length=180,
        help_text="如“存入接待档案”“交来访人核对签字”。会留下查看记录。",
    )
    kind = forms.ChoiceField(
        label="格式", choices=[(PDF, "PDF（打印）"), (WORD, "Word（可以修改）")], initial=PDF
    )


class LetterForm(RevealForm):
    """Why the voter's name is needed, and in which format the letter is wanted."""

    format = forms.ChoiceField(label="格式", choices=FORMATS, initial=PDF, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "为什么要打印选民姓名"
        self.fields["reason"].help_text = "如“书面答复选民”。会留下查看记录。"


class PeriodForm(ChineseForm, forms.Form):
    """Which paper, of which place and which days."""

    LEDGER, SUMMARY = "ledger", "summary"

    kind = forms.ChoiceField(
        label="打印哪一种",
        choices=[
            (LEDGER, "年度台账（全年各件，逐件核查四项）"),
            (SUMMARY, "选民意见归纳整理表（按类别归纳）"),
        ],
        widget=forms.RadioSelect,
        initial=LEDGER,
    )
    place = forms.ModelChoiceField(
        label="镇街", queryset=None, empty_label=None, help_text="包括所辖的镇街。"
    )
    year = forms.IntegerField(label="年度", min_value=FIRST_YEAR, required=False, help_text="年度台账填写。")
    first = forms.DateField(
        label="从", required=False, widget=forms.DateInput({"type": "date"}), help_text="归纳整理表填写。"
    )
    last = forms.DateField(label="到", required=False, widget=forms.DateInput({"type": "date"}))
    format = forms.ChoiceField(label="格式", choices=FORMATS, initial=PDF, widget=forms.RadioSelect)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        today = clock.today()
        self.fields["place"].queryset = Jurisdiction.objects.within(user.jurisdiction).select_related(
            "parent"
        )
        self.fields["place"].initial = user.jurisdiction_id
        self.fields["year"].initial = today.year
        self.fields["first"].initial, self.fields["last"].initial = today.replace(day=1), today

    def clean(self):
        data = super().clean()
        if data.get("kind") == self.LEDGER and not data.get("year") and "year" not in self.errors:
            self.add_error("year", "请填写年度。")
        if data.get("kind") == self.SUMMARY:
            for name in ("first", "last"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "请填写归纳整理的起止日期。")
            if data.get("first") and data.get("last") and data["first"] > data["last"]:
                self.add_error("last", "结束日期不能早于开始日期。")
        return data
