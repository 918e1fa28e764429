"""Of which steps deputies, units and offices are told on this floor. No sentence names a visitor (D10)."""

from congress import messages
from congress.calendar import short_date
from congress.enums import Role
from congress.handling import UnitRole, told_to_unit
from congress.models import User
from congress.models.unit import unit_clerks
from deputies.models import Seat
from reception.answer_workflow import receivers
from reception.appointment_workflow import appointments
from reception.day_workflow import days
from reception.models import ReplyCopy, RotaSlot
from reception.turn_workflow import turns
from reception.workflow import opinions, referrals, undertakings


# Who is told


def _clerks(referral):
    return unit_clerks(referral.unit_id).values_list("pk", flat=True)


def _offices(opinion):
    here = User.objects.filter(role__in=Role.offices, jurisdiction=opinion.jurisdiction_id, is_active=True)
    return here.values_list("pk", flat=True)


def _receivers(opinion):
    received = Seat.objects.filter(visits=opinion.visit_id)
    return received.values_list("deputy__user", flat=True)


def _leading(opinion):
    """The clerks of the leading unit of the round."""
    parts = opinion.referrals.standing().filter(round=opinion.round).exclude(role=UnitRole.CO)
    clerks = User.objects.filter(role=Role.UNIT_CLERK, unit__in=parts.values("unit"), is_active=True)
    return clerks.values_list("pk", flat=True)


def _copied(opinion):
    copies = ReplyCopy.objects.filter(reply__referral__opinion=opinion, reply__referral__round=opinion.round)
    return copies.values_list("seat__deputy__user", flat=True)


def _urged(opinion):
    """The units that have not replied, and the office."""
    units = opinion.referrals.unanswered().filter(round=opinion.round).values("unit")
    clerks = User.objects.filter(role=Role.UNIT_CLERK, unit__in=units, is_active=True)
    return [*clerks.values_list("pk", flat=True), *_offices(opinion)]


def _on_rota(day):
    """The deputies of the rota, and those for whom others stand in."""
    slots = day.slots.values_list("seat__deputy__user", "substitutes__deputy__user")
    return [person for pair in slots for person in pair]


def _asked(request):
    """Both deputies; staff where leave is to be granted, or consent to be entered."""
    people = [request.seat.deputy.user_id, request.other.deputy.user_id if request.other else None]
    return people if all(people) else [*people, *_staff(request)]


def _told(request):
    """Both deputies, the staff of the place, and who else sits on the days."""
    days = [request.day_id, request.other_day_id]
    sitting = RotaSlot.objects.filter(day__in=days).values_list("seat__deputy__user", flat=True)
    return [*_asked(request), *_staff(request), *sitting]


def _staff(request):
    here = User.objects.filter(role__in=Role.staff, jurisdiction=request.day.jurisdiction_id, is_active=True)
    return here.values_list("pk", flat=True)


def _meeting(appointment):
    """The deputy who was asked for, and the staff of the place: each of the other's steps."""
    here = User.objects.filter(role__in=Role.staff, jurisdiction=appointment.jurisdiction_id, is_active=True)
    return [appointment.seat.deputy.user_id, *here.values_list("pk", flat=True)]


# What they are told

messages.table(
    referrals,
    to=_clerks,
    confirm_return=lambda referral, event: f"同意退回“{referral.opinion}”，不再由你单位办理。",
    refuse_return=lambda referral, event: (
        f"不同意退回“{referral.opinion}”，请于{short_date(referral.accept_by)}前签收。{event.note}"
    ),
    grant_extension=lambda referral, event: (
        f"同意延期：“{referral.opinion}”应于{short_date(referral.due_on)}前答复。"
    ),
    refuse_extension=lambda referral, event: (
        f"不同意延期：“{referral.opinion}”仍应于{short_date(referral.due_on)}前答复。{event.note}"
    ),
    # A unit that joined and is to lead instead is told of that alone.
    cancel=lambda referral, event: (
        ""
        if event.note.startswith(f"改由{referral.unit}主办")
        else f"“{referral.opinion}”撤销交办，不用你单位再办理。"
    ),
)
messages.table(
    referrals,
    to=lambda referral: _offices(referral.opinion),
    url=lambda referral: referral.opinion.get_absolute_url(),
    reply=lambda referral, event: f"{referral.unit}书面答复了“{referral.opinion}”。",
)
messages.table(
    opinions,
    to=_copied,
    copy=lambda opinion, event: f"“{opinion}”的单位答复抄送给您了，请答复选民。",
)
messages.table(
    undertakings,
    to=lambda made: receivers(made.opinion).values_list("deputy__user", flat=True),
    confirm=lambda made, event: f"“{made.opinion}”答应选民的事落实了，请告诉选民：{made}。{made.outcome}",
    move=lambda made, event: f"“{made.opinion}”答应选民的事改了时限：{event.note}",
    give_up=lambda made, event: f"“{made.opinion}”答应选民的事不能落实，请告诉选民：{event.note}",
    resume=lambda made, event: f"“{made.opinion}”答应选民的事恢复跟踪：{event.note}",
)
messages.table(undertakings, to=lambda made: _clerks(made), **told_to_unit())
messages.table(
    undertakings,
    to=lambda made: _offices(made.opinion),
    report_kept=lambda made, event: f"{made.unit}报告承诺已落实，请核实：{made}",
)
messages.table(
    opinions,
    to=_leading,
    reassign=lambda opinion, event: (
        f"“{opinion}”改派给你单位主办，请于{short_date(opinion.step_due_on)}前签收。"
    ),
)
messages.table(
    opinions,
    to=_receivers,
    reassign=lambda opinion, event: (
        f"您接待的“{opinion}”改由别的单位主办，应于{short_date(opinion.due_on)}前答复。"
    ),
    explain=lambda opinion, event: f"您接待的“{opinion}”已当场解释或者解决。",
    refer=lambda opinion, event: f"您接待的“{opinion}”已交单位办理，应于{short_date(opinion.due_on)}前答复。",
    not_accept=lambda opinion, event: f"您接待的“{opinion}”不予受理，请把理由告诉选民。",
    convert=lambda opinion, event: f"您接待的“{opinion}”将转为议案建议，请告诉选民。",
    learn=lambda opinion, event: f"您接待的“{opinion}”转成的议案建议有了结果，请答复选民。",
    merge=lambda opinion, event: f"您接待的“{opinion}”并入{opinion.merged_into.number}一并办理。",
    hear=lambda opinion, event: f"您接待的“{opinion}”并入的主件有了结果，请答复选民。",
    redo=lambda opinion, event: f"您接待的“{opinion}”选民不满意，单位重新办理。",
    close=lambda opinion, event: f"您接待的“{opinion}”已办结。",
)
messages.table(opinions, to=_urged, urge=lambda opinion, event: f"{event.by}催办“{opinion}”，请抓紧办理。")
messages.table(
    appointments,
    to=_meeting,
    start=lambda meeting, event: f"选民{meeting}，请于{short_date(meeting.due_on)}前约定时间、地点。",
    agree=lambda meeting, event: f"{meeting}，{event.note}",
    hold=lambda meeting, event: f"{meeting}，已{event.note}",
    miss=lambda meeting, event: f"{meeting}，没有会成：{event.note}",
    decline=lambda meeting, event: f"{meeting}，已婉拒：{event.note}",
    withdraw=lambda meeting, event: f"{meeting}，选民取消了：{event.note}",
)
messages.table(
    days,
    to=_on_rota,
    set_rota=lambda day, event: f"{day}由您轮值接待选民。",
    substitute=lambda day, event: f"{day}换班：{event.note}",
    postpone=lambda day, event: f"您轮值的{day.place}接待日{event.note}。",
    cancel=lambda day, event: f"您轮值的{day}取消了：{event.note}",
)
messages.table(
    turns,
    to=_asked,
    start=lambda request, event: f"{event.by}申请换班，请答复：{request}。",
    agree=lambda request, event: f"{event.by}同意换班：{request}。",
    refuse=lambda request, event: f"没有同意：{request}。{event.note}",
    withdraw=lambda request, event: f"已撤回，不用再答复：{request}。",
)
messages.table(
    turns,
    to=_told,
    carry_out=lambda request, event: f"已换班：{request}。",
    grant=lambda request, event: f"已准假：{request}。",
)
