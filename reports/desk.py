"""What waits for a person on this floor, and its place in the navigation."""

from django.db.models import Q
from django.urls import reverse

from congress import desk, navigation
from congress.desk import WaitingItem
from congress.enums import Role
from congress.templatetags.frame import short_day
from reports import rules
from reports.enums import ReportStatus
from reports.models import DutyReport
from reports.periods import reporting_year
from reports.seats import held_in, with_reports


MOST_LINES = 20


@desk.register
def reports_to_review(user):
    """One line for each report handed in to the user's own office."""
    if not user.is_office:
        return
    waiting = DutyReport.objects.filter(
        status=ReportStatus.SUBMITTED, seat__term__jurisdiction=user.jurisdiction_id
    )
    for report in waiting.select_related("seat__deputy").order_by("status_since", "pk")[:MOST_LINES]:
        yield WaitingItem(
            title=f"审核{report}",
            about=f"{short_day(report.submitted_on)}提交",
            action="审核",
            url=report.get_absolute_url(),
        )


@desk.register
def reports_to_write(user):
    """A deputy's report of the year that ends, until it is handed in, and what was returned to him."""
    if user.role != Role.DEPUTY:
        return
    year = reporting_year()
    seats = with_reports(held_in(year).filter(deputy__user=user), year)
    for seat in seats.filter(Q(report_pk=None) | Q(report_status=ReportStatus.DRAFT)):
        begun = seat.report_pk is not None
        yield WaitingItem(
            title=f"撰写{year}年述职报告",
            about=f"向{seat.place}的选民报告一年来的履职情况，数据已经替您算好",
            action="继续写" if begun else "开始写",
            url=reverse("reports:duty_report_detail", args=[seat.report_pk])
            if begun
            else reverse("reports:duty_report_mine"),
        )
    returned = DutyReport.objects.visible_to(user).filter(status=ReportStatus.RETURNED)
    for report in returned.select_related("seat__deputy"):
        yield WaitingItem(
            title=f"修改{report.year}年述职报告",
            about="人大机关退回，请按说明修改后重新提交",
            action="修改",
            url=report.get_absolute_url(),
        )


navigation.register(70, "报告", "reports:duty_report_list", "file-earmark-text", rules.READERS)
