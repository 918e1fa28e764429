"""Of which steps deputies are told on this floor."""

from congress import messages
from reports.workflow import duty_reports


messages.table(
    duty_reports,
    to=lambda report: [report.seat.deputy.user_id],
    accept=lambda report, event: f"您的{report.year}年度述职报告审核通过了。",
    return_report=lambda report, event: (
        f"您的{report.year}年度述职报告被退回，请修改后重新提交：{event.note}"
    ),
)
