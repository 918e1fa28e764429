"""Forms of a station and of what it keeps."""

from django import forms

from congress import clock
from congress.fields import PhoneField, line, text
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from congress.plausible import check_day, check_near
from deputies.fields import SeatsField
from deputies.models import Loan, PostedRule, Seat, Station, StationAsset
from deputies.models.station import liaison_officers


LOAN_REACH = 2  # years


class StationForm(ChineseForm, forms.ModelForm):
    """A station with its deputies and liaison officers."""

    phone = PhoneField(label="电话", max_length=50, required=False)
    head = line("站长", max_length=60, required=False)
    seats = SeatsField(
        Seat.objects.none(),
        label="进站代表",
        required=False,
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )

    class Meta:
        model = Station
        fields = [
            "jurisdiction",
            "name",
            "kind",
            "address",
            "opening_hours",
            "phone",
            "head",
            "seats",
            "liaisons",
        ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jurisdiction"].queryset = Jurisdiction.objects.within(user.jurisdiction)
        self.fields["jurisdiction"].empty_label = None
        self.fields["seats"].offer(Seat.objects.visible_to(user), on=clock.today())
        self.fields["liaisons"].queryset = liaison_officers(user.jurisdiction)
        self.fields["liaisons"].help_text = "本区划的联络员账号；没有的请系统管理员新建。"
        if not self.instance.pk:
            self.initial["jurisdiction"] = user.jurisdiction_id


class OfStationForm(ChineseForm, forms.ModelForm):
    """What a station keeps: the record knows its station before it is filled in."""

    def _get_validation_exclusions(self):
        """All that the record has is looked at together, but for what was typed wrongly."""
        return set(self.errors)


class AssetForm(OfStationForm):
    name = line("物品", max_length=50)
    note = line("说明", max_length=100, required=False)

    class Meta:
        model = StationAsset
        fields = ["name", "quantity", "since", "note"]
        help_texts = {"quantity": "报废、调走的改成剩下的数量，没有了填0。"}

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.get("since"):
            check_day("since", "配置日期", day)
        return cleaned


class PostedRuleForm(OfStationForm):
    title = line("标题", max_length=50, help_text="如：代表接待选民制度。")
    text = text("内容", rows=10, help_text="一段一行。")

    class Meta:
        model = PostedRule
        fields = ["title", "text", "posted_on"]

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.get("posted_on"):
            check_day("posted_on", "上墙日期", day)
        return cleaned


class LoanForm(OfStationForm):
    """A loan is registered when the leader has consented (domain.md B85)."""

    what = line("借什么", max_length=100, help_text="文件、资料或者物品的名称和份数。")
    borrower = line("借阅人", max_length=60)
    consent_by = line(
        "同意的领导",
        max_length=60,
        error_messages={"required": "借阅须经领导同意，请填写同意的领导。"},
        help_text="须经领导同意后再登记。",
    )
    note = line("说明", max_length=100, required=False)

    class Meta:
        model = Loan
        fields = ["what", "borrower", "consent_by", "lent_on", "due_on", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["lent_on"] = clock.today()

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.get("due_on"):
            check_near("due_on", "应还日期", day, years=LOAN_REACH)
        return cleaned


class ReturnForm(OfStationForm):
    """A loan comes back."""

    class Meta:
        model = Loan
        fields = ["returned_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["returned_on"].required = True
        self.initial["returned_on"] = self.instance.returned_on or clock.today()
