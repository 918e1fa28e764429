"""Forms of a case for the credentials committee."""

from django import forms

from congress import clock
from congress.fields import LONGEST_NOTE, line, text
from congress.forms import ReasonForm, RecordForm, reason


class OpenCaseForm(RecordForm):
    note = text("说明", rows=2, max_length=LONGEST_NOTE, required=False, help_text="可以不填。")


class ReportForm(RecordForm):
    reported_on = forms.DateField(label="审查报告日期", initial=clock.today)
    report = text("审查报告", rows=6)


class EndForm(RecordForm):
    ended_on = forms.DateField(label="代表资格终止日期", help_text="当日仍在任。")
    announcement = line("公告文号", max_length=60, help_text="县级由常委会公告，乡镇由人民代表大会公告。")
    note = text("说明", rows=2, max_length=LONGEST_NOTE, required=False, help_text="可以不填。")


class DismissForm(ReasonForm):
    note = reason("不予终止的理由")
