"""Forms of the reports floor."""

from django import forms

from congress.fields import no_phone
from congress.forms import ChineseForm, StepForm
from reports.models import DutyReport
from reports.sections import BY_KEY, SECTIONS


LONGEST = 20_000


class WordsForm(forms.Form):
    """The deputy's own words of one section, as the page saves them while he writes."""

    def __init__(self, *args, key, **kwargs):
        super().__init__(*args, **kwargs)
        self.key = key
        self.fields[f"words_{key}"] = words_field(BY_KEY[key])

    @property
    def words(self):
        return {self.key: self.cleaned_data[f"words_{self.key}"]}


class PaperForm(ChineseForm, forms.ModelForm):
    """The whole paper: the words of every section, salutation and date style."""

    class Meta:
        model = DutyReport
        fields = ["salutation", "date_style"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for section in SECTIONS:
            self.fields[f"words_{section.key}"] = words_field(section)

    @property
    def words(self):
        return {section.key: self.cleaned_data[f"words_{section.key}"] for section in SECTIONS}

    @property
    def typed(self):
        """What stands in the fields, valid or not, so that it can be shown again."""
        return {section.key: self[f"words_{section.key}"].value() or "" for section in SECTIONS}

    @property
    def settings(self):
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    @property
    def setting_fields(self):
        """The fields beside the paper, below it."""
        return [self[name] for name in self.Meta.fields]


class AcceptForm(StepForm):
    """Accepting a report; who handed it in himself says who else has read it."""

    def __init__(self, *args, alone, **kwargs):
        super().__init__(*args, **kwargs)
        if alone:
            note = self.fields["note"]
            note.required, note.label = True, "由谁核对过，为什么由提交人通过"
            note.help_text = "写明核对人的姓名和职务；这句话留在办理记录里。"
            note.error_messages["required"] = "请写明由哪位同志核对过，为什么由提交人通过。"


class SubmitForm(StepForm):
    """Handing a report in; one with unfilled places must be confirmed."""

    def __init__(self, *args, unfilled, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].label = "给审核人的话"
        if unfilled:
            self.fields["checked"] = forms.BooleanField(
                label="我已核对上面列出的内容，仍要提交",
                error_messages={"required": "报告里还有像是没有填好的地方。请返回修改，或者核对后勾选。"},
            )

    def clean(self):
        cleaned = super().clean()
        cleaned.pop("checked", None)
        return cleaned


def words_field(section):
    return forms.CharField(
        label=section.label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea,
        validators=[no_phone],
        error_messages={"max_length": f"“{section.label}”超过{LONGEST}字，请分到其他段落或者压缩。"},
    )
