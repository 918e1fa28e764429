"""Cases of retaliation that wait to be forwarded or concluded."""

from congress import desk
from congress.desk import Waiting, WaitingItem
from deputies import rules
from deputies.enums import RetaliationStatus
from deputies.models import RetaliationCase


ACTIONS = {RetaliationStatus.TOLD: "转送", RetaliationStatus.FORWARDED: "登记结果"}


@desk.register
def retaliation_cases(user):
    if not rules.can_list_liberty(user):
        return
    cases = RetaliationCase.objects.visible_to(user).filter(status__in=list(ACTIONS))
    yield Waiting(cases, lambda: map(_line, cases))


def _line(case):
    return WaitingItem(
        title=str(case),
        about=f"{case.get_status_display()}，等处理结果",
        action=ACTIONS[case.status],
        url=case.get_absolute_url(),
    )
