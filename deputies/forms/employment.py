"""The form of a new job."""

from django import forms

from congress.fields import line
from congress.forms import ChineseForm
from deputies.enums import Sector
from deputies.forms.seat import past_day
from deputies.models import Employment


class JobForm(ChineseForm, forms.ModelForm):
    """A new job of ``deputy``; the present one is closed by the verb. Takes no instance."""

    employer = line("新的工作单位", max_length=60, required=False)
    position = line("职务（职业）", max_length=40)
    starts_on = past_day("到任日期", help_text="只知年月的填当月1日；原来的工作到前一天为止。")
    elsewhere = forms.BooleanField(
        label="新单位不在本行政区域",
        required=False,
        help_text="代表迁出或者调离本行政区域的，资格自行终止（选举法第五十七条第二款），请另行登记。",
    )

    class Meta:
        model = Employment
        fields = ["employer", "position", "sector", "starts_on", "elsewhere", "note"]

    def __init__(self, *args, deputy, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].help_text = f"现在：{deputy.position}。" if deputy.position else ""
        self.fields["sector"].choices = [("", "不变"), *Sector.choices]
        if deputy.sector:
            self.fields["sector"].help_text = f"现在：{deputy.get_sector_display()}。"
