"""What of this floor is found from the bar."""

from congress import search
from congress.search import Hit
from deputies.models import Deputy
from reports import rules
from reports.models import DutyReport


def _reports(user, words):
    people = Deputy.objects.search(words)
    found = DutyReport.objects.visible_to(user).filter(seat__deputy__in=people.values("pk"))
    return found.select_related("seat__deputy", "seat__term__jurisdiction", "seat__constituency")


def _report(report):
    return Hit(str(report), f"{report.seat.place}，{report.get_status_display()}", report.get_absolute_url())


search.register(
    40,
    "述职报告",
    unit="份",
    finds="代表姓名",
    url_name="reports:duty_report_list",
    open_to=rules.can_read_list,
    rows=_reports,
    hit_of=_report,
)
