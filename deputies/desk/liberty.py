"""What a case of restricted liberty asks of an office, at once (代表法第三十九条); without names."""

from functools import partial

from django.db.models import Q
from django.utils import timezone

from congress import clock, desk
from congress.desk import Waiting, WaitingItem
from congress.enums import Light
from deputies import rules
from deputies.enums import LibertyStatus
from deputies.liberty_workflow import appeal_due_at
from deputies.models import LibertyCase


UNDECIDED = (LibertyStatus.RECEIVED, LibertyStatus.SUBMITTED, LibertyStatus.EXAMINED)


@desk.register
def liberty_cases(user):
    """What is to be submitted or decided, and appeals that wait to be forwarded."""
    if not rules.can_list_liberty(user):
        return
    appealed = Q(appealed_at__isnull=False, forwarded_at__isnull=True)
    found = LibertyCase.objects.visible_to(user).filter(appealed | Q(status__in=UNDECIDED))
    found = found.select_related("seat__term__jurisdiction__parent")
    yield Waiting(found, partial(_lines, found))


def _lines(cases):
    for case in cases:
        if case.status == LibertyStatus.RECEIVED:
            yield _urgent(case, f"报送{case.get_body_display()}", case.due_at)
        elif case.status in UNDECIDED:
            yield _to_decide(case)
        if case.appealed_at and not case.forwarded_at:
            yield _urgent(case, "转送代表的申诉", appeal_due_at(case))


def _to_decide(case):
    return WaitingItem(
        title=str(case),
        about=f"{case.get_status_display()}，等{case.get_body_display()}的决定",
        action="办理",
        url=case.get_absolute_url(),
    )


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
