"""What waits for a person on this floor, and its place in the navigation."""

from django.db.models import Exists, Q
from django.urls import reverse

from congress import desk, navigation
from congress.calendar import short_date
from congress.desk import Waiting, WaitingItem, first_lines
from congress.enums import Role
from deputies.models.seat import naming
from reports import rules
from reports.enums import ReportStatus
from reports.models import DutyReport
from reports.periods import reporting_year
from reports.seats import held_in, with_reports


@desk.register
def reports_to_review(user):
    """One line for each report handed in to the user's own office, or by the office of one of its towns.

    What he handed in himself waits for somebody else, if there is anybody else.
    """
    if not user.is_office:
        return
    own = Q(seat__term__jurisdiction=user.jurisdiction_id)
    written_below = Q(
        seat__term__jurisdiction__parent=user.jurisdiction_id, submitted_by__role__in=Role.offices
    )
    others = rules.reviewers(user.jurisdiction_id).exclude(pk=user.pk)
    for_him = ~Q(submitted_by=user) | ~Q(Exists(others))
    waiting = DutyReport.objects.filter(own | written_below, for_him, status=ReportStatus.SUBMITTED)
    submitted = reverse("reports:duty_report_list", query={"state": ReportStatus.SUBMITTED})
    ordered = waiting.select_related(*naming("seat__")).order_by("status_since", "pk")
    yield first_lines(ordered, _to_review, url=submitted)


def _to_review(report):
    return WaitingItem(
        title=f"审核{report}",
        about=f"{short_date(report.submitted_on)}提交",
        action="审核",
        url=report.get_absolute_url(),
    )


@desk.register
def reports_to_write(user):
    """A deputy's reports that are with him, and that of the year that ends, if he has not begun it."""
    if not user.is_deputy:
        return
    own = DutyReport.objects.visible_to(user).filter(status__in=ReportStatus.with_deputy)
    own = own.select_related("seat__deputy")
    yield Waiting(own, lambda: map(_to_write, own))
    year = reporting_year()
    seats = with_reports(held_in(year).filter(deputy__user=user), year).filter(report_pk=None)
    yield Waiting(seats, lambda: [_to_begin(seat, year) for seat in seats])


def _to_write(report):
    returned = report.status == ReportStatus.RETURNED
    return WaitingItem(
        title=f"{'修改' if returned else '撰写'}{report.year}年述职报告",
        about="人大机关退回，请按说明修改后重新提交" if returned else "写好以后请提交，由人大机关审核",
        action="修改" if returned else "继续写",
        url=report.get_absolute_url(),
    )


def _to_begin(seat, year):
    return WaitingItem(
        title=f"撰写{year}年述职报告",
        about=f"向{seat.place}的选民报告一年来的履职情况，数据已经替您算好",
        action="开始写",
        url=reverse("reports:duty_report_mine"),
    )


navigation.register(70, "报告", "reports:duty_report_list", "file-earmark-text", rules.READERS)
navigation.register_room(
    60, 60, "述职报告", "reports:duty_report_mine", {Role.DEPUTY}, above="reports:duty_report_list"
)
