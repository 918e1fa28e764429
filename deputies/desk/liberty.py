"""What a case of restricted liberty asks of an office, at once (代表法第三十九条); without names."""

from django.utils import timezone

from congress import clock, desk
from congress.desk import WaitingItem
from congress.enums import Light
from deputies import rules
from deputies.enums import LibertyStatus
from deputies.liberty_workflow import appeal_due_at
from deputies.models import LibertyCase


@desk.register
def liberty_cases(user):
    """What is to be submitted or decided, and appeals that wait to be forwarded."""
    if not rules.can_list_liberty(user):
        return
    cases = LibertyCase.objects.visible_to(user)
    for case in cases.filter(status=LibertyStatus.RECEIVED).order_by("due_at"):
        yield _urgent(case, f"报送{case.get_body_display()}", case.due_at)
    for case in cases.filter(status__in=(LibertyStatus.SUBMITTED, LibertyStatus.EXAMINED)):
        yield WaitingItem(
            title=str(case),
            about=f"{case.get_status_display()}，等{case.get_body_display()}的决定",
            action="办理",
            url=case.get_absolute_url(),
        )
    appeals = cases.filter(appealed_at__isnull=False, forwarded_at__isnull=True)
    for case in appeals.select_related("seat__term__jurisdiction__parent"):
        yield _urgent(case, "转送代表的申诉", appeal_due_at(case))


def _urgent(case, action, due_at):
    due = timezone.localtime(due_at)
    return WaitingItem(
        title=f"{action}：{case}",
        about=f"应当立即办理，最迟{due.month}月{due.day}日{due:%H:%M}",
        action="办理",
        url=case.get_absolute_url(),
        due_on=due.date(),
        light=Light.RED if clock.now() > due_at else Light.AMBER,
    )
