"""Warnings of missed sessions, and cases that wait for their next step."""

from django.urls import reverse

from congress import clock, desk
from congress.desk import Waiting, WaitingItem
from congress.enums import Light
from deputies import absence, rules
from deputies.models import CredentialsCase, Seat


@desk.register
def missed_sessions(user):
    """The running cases; a line for each who missed two sessions and has none, one for who missed one."""
    if not rules.can_watch_absences(user):
        return
    cases = CredentialsCase.objects.visible_to(user).running()
    own = cases.filter(seat__term__jurisdiction=user.jurisdiction_id).with_places()
    yield Waiting(own, lambda: map(_case, own))
    absences = absence.absences_in(absence.held_by(user).values("pk"))
    yield Waiting(absences, lambda: _missed(user, set(cases.values_list("seat", flat=True))))


def _case(case):
    """A case that waits for the committee's report or for the decision of the office's own congress."""
    return WaitingItem(
        title=f"{case}", about=case.get_status_display(), action="办理", url=case.get_absolute_url()
    )


def _missed(user, running):
    warned = 0
    for seat, missed in absence.watched_by(user):
        count = len(absence.counted(missed))
        warned += count == 1
        if count >= absence.ENDING and seat.pk not in running and rules.can_open_case(user, seat):
            yield WaitingItem(
                title=f"研究是否提请资格审查：{seat.called}",
                about=f"本届未经批准不出席大会会议{count}次（代表法第六十二条）",
                action="查看事实",
                url=reverse("deputies:credentials_open", args=[seat.pk]),
                light=Light.RED,
            )
    if warned:
        yield WaitingItem(
            title="提醒未经批准不出席会议的代表",
            about=f"{warned}名代表本届已有1次，再有1次可能终止代表资格",
            action="查看",
            url=reverse("deputies:absence_list"),
            count=warned,
        )


@desk.register
def own_missed_sessions(user):
    """A deputy is warned of what he missed."""
    if not user.is_deputy:
        return
    seats = Seat.objects.filter(deputy__user=user).in_office(clock.today()).values("pk")
    yield Waiting(absence.absences_in(seats), lambda: _own_missed(seats))


def _own_missed(seats):
    for missed in absence.missed_by(seats).values():
        if count := len(absence.counted(missed)):
            yield WaitingItem(
                title=f"提醒：本届有{count}次大会会议全程缺席，没有请假",
                about="未经批准两次不出席本级人民代表大会会议的，代表资格终止（代表法第六十二条）；不能出席的请先请假",
                action="去请假",
                url=reverse("deputies:leave_mine"),
            )
