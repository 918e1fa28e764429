"""Meetings that voters asked for, at a status that they reached by real steps."""

from datetime import time

from congress import clock
from reception import appointment_workflow as workflow
from reception.enums import AppointmentStatus as S


ASKER = {"name": "张三", "phone": "13800001234", "consented": True}
WALK = {
    S.AGREED: (S.ASKED, lambda it, who: agreed(it, by=who.liaison)),
    S.HELD: (
        S.AGREED,
        lambda it, who: workflow.hold(
            it, by=who.liaison, date=clock.today(), title="路灯不亮", words="路灯坏了。"
        ),
    ),
    S.MISSED: (S.AGREED, lambda it, who: workflow.miss(it, by=who.liaison, note="选民没有来")),
    S.DECLINED: (S.ASKED, lambda it, who: workflow.decline(it, by=who.liaison, note="请找镇政府")),
    S.WITHDRAWN: (S.AGREED, lambda it, who: workflow.withdraw(it, by=who.liaison, note="已经修好")),
}


def agreed(appointment, *, by, on=None):
    workflow.agree(
        appointment, by=by, agreed_on=on or clock.today(), agreed_at=time(9, 30), place="中心联络站"
    )


def appointment_at(status, who, *, by=None):
    """A voter's wish to meet the deputy of ``who`` that walked to ``status``."""
    if status == S.ASKED:
        return workflow.ask(
            by=by or who.liaison,
            jurisdiction=who.town,
            visitor_data=ASKER,
            seat=who.seat,
            subject="村口路灯",
            wished="周末上午",
        )
    before, step = WALK[status]
    appointment = appointment_at(before, who)
    step(appointment, who)
    return appointment
