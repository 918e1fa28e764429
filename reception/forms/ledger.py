"""Which ledger of which year is exported, and why with the data of voters."""

from django import forms

from congress import clock
from congress.fields import line
from congress.figures.figure import FIRST_YEAR
from congress.forms import ChineseForm
from reception.reading import SHORTEST_REASON


class LedgerForm(ChineseForm, forms.Form):
    DAYS, OPINIONS = "days", "opinions"

    kind = forms.ChoiceField(
        label="导出哪一种",
        choices=[
            (DAYS, "接待日登记表（轮值安排和接待登记，改后可以再导入）"),
            (OPINIONS, "群众意见台账（各种渠道收到的意见）"),
        ],
        widget=forms.RadioSelect,
        initial=DAYS,
    )
    year = forms.IntegerField(label="年度", min_value=FIRST_YEAR)
    personal = forms.BooleanField(
        label="包含来访人的姓名、电话和住址",
        required=False,
        help_text="只用于接待日登记表。不勾选的，姓名只显示姓氏，电话、住址空着。",
    )
    reason = line(
        "为什么要这些个人信息",
        required=False,
        max_length=200,
        help_text="勾选了才填。会逐人留下查看记录。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = clock.today().year

    def clean(self):
        data = super().clean()
        short = len(data.get("reason", "").strip()) < SHORTEST_REASON
        if data.get("personal") and data.get("kind") == self.OPINIONS:
            self.add_error("personal", "群众意见台账没有来访人信息，请不要勾选；要这些信息的，请导出登记表。")
        elif data.get("personal") and short and "reason" not in self.errors:
            self.add_error("reason", f"请写明为什么要个人信息，至少{SHORTEST_REASON}个字。")
        return data
