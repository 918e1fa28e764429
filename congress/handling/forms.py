"""What units fill in about their parts, and the offices that referred to them, on every floor."""

from datetime import timedelta

from django import forms

from congress.calendar import short_date
from congress.fields import text
from congress.forms import ReasonForm, RecordForm, StepForm, reason
from congress.models import ResultClass


class ExtensionForm(RecordForm):
    """A concrete form says by how many days at most: ``most_days()``."""

    until = forms.DateField(label="申请延到的日期")
    reason = text("延期理由")

    def prepare(self):
        due_on, days = self.record.due_on, self.most_days()
        latest = short_date(due_on + timedelta(days=days))
        most = f"最多延到{latest}，只能延一次" if days else "已经是最长的期限，不能再延"
        self.fields["until"].help_text = f"现在的期限是{short_date(due_on)}，{most}。"


class GrantForm(StepForm):
    until = forms.DateField(label="同意延到的日期", help_text="可以比申请的日期早。")
    field_order = ["until", "note"]

    def prepare(self):
        self.initial["until"] = self.record.extension_until


class CancelForm(ReasonForm):
    note = reason("撤销的理由")


class ResultClassSelect(forms.Select):
    """Marks the classes that promise: beside those alone it is asked what (static/css/parts.css)."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if getattr(getattr(value, "instance", None), "promises", False):
            option["attrs"]["data-promises"] = ""
        return option


class WrittenReplyForm(forms.Form):
    """The fields of :class:`congress.handling.WrittenReply` but its text; a mixin after the form's kind."""

    document_number = forms.CharField(label="文号", max_length=50, required=False)
    result_class = forms.ModelChoiceField(
        label="结果类别",
        queryset=ResultClass.objects.none(),
        required=False,
        empty_label="请选择",
        widget=ResultClassSelect,
    )
    promised = text(
        "承诺事项",
        required=False,
        max_length=1000,
        help_text="答复里承诺以后办成的，写明办成什么；记入承诺事项台账，每季度报告进展。",
    )
    # Without one the style could not tell whether something is written there.
    promised.widget.attrs["placeholder"] = " "
    promise_due_on = forms.DateField(label="承诺完成时限", required=False)

    field_order = ["document_number", "text", "result_class", "promised", "promise_due_on"]

    def offer_classes(self, jurisdiction):
        """The classes of result that the district of the matter uses."""
        classes = ResultClass.objects.filter(jurisdiction=jurisdiction.district)
        self.fields["result_class"].queryset = classes
