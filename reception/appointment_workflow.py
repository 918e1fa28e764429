"""A meeting that a voter asked for: agreed, held, missed, declined or taken back (domain.md B21)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import Calendar, chinese_date, short_date
from congress.models.office_rules import rules_for
from congress.plausible import check_near
from congress.validation import validate_new
from congress.workflow import Step, Workflow, whole
from reception import appointment_rules as rules
from reception.enums import AppointmentStatus as S
from reception.enums import Channel
from reception.intake import receive, refusal_of_title
from reception.models import Appointment, Visitor
from reception.rules import can_receive
from reception.workflow.steps import require


OPEN = frozenset({S.ASKED, S.AGREED})
appointments = Workflow(
    "预约会见",
    S,
    Step("agree", "约定时间", OPEN, S.AGREED, rules.can_arrange, done="已约定"),
    Step("hold", "登记会见", frozenset({S.AGREED}), S.HELD, rules.can_arrange),
    Step("miss", "登记未会成", frozenset({S.AGREED}), S.MISSED, rules.can_arrange),
    Step("decline", "婉拒", OPEN, S.DECLINED, rules.can_arrange),
    Step("withdraw", "选民取消", OPEN, S.WITHDRAWN, rules.can_arrange, done="已记下选民取消"),
    initial=S.ASKED,
    related=["jurisdiction__parent", "visitor", "seat__deputy"],
)
# What the meeting's visit takes over of who asked for it.
OF_VISITOR = ("kind", "name", "phone", "address", "is_voter", "consented")


@whole
def ask(*, by, jurisdiction, visitor_data, seat, subject, wished=""):
    """Put down that a voter asks to meet the deputy of ``seat``; return the appointment.

    ``visitor_data`` are fields of the voter. Raises ``PermissionDenied`` outside the user's area,
    ``ValidationError`` for a subject that tells who asks.
    """
    if not can_receive(by, jurisdiction):
        raise PermissionDenied(f"您不能登记{jurisdiction}的预约。")
    if not rules.seats_to_ask(by).filter(pk=seat.pk).exists():
        raise PermissionDenied(f"您不能登记与{seat.called}的预约。")
    visitor = Visitor(jurisdiction=jurisdiction, **visitor_data)
    if sentence := refusal_of_title(visitor, subject):
        raise ValidationError({"subject": sentence.replace("事由", "这一栏")})
    validate_new(visitor)
    visitor.save()
    today, days = clock.today(), rules_for(jurisdiction).answer_workdays
    appointment = Appointment(
        jurisdiction=jurisdiction,
        visitor=visitor,
        seat=seat,
        subject=subject,
        wished=wished,
        asked_on=today,
        due_on=Calendar().due_in_workdays(today, days).day,
    )
    told = f"选民约见{seat.called}，想谈：{subject}。"
    return appointments.start(appointment, by=by, label="提出预约", note=told)


@whole
def agree(appointment, *, by, agreed_on, agreed_at, place, note=""):
    """Settle day, hour and place with both; once more when something came between."""
    step = appointments.prepare("agree", appointment, by=by)
    check_near("agreed_on", "约定日期", agreed_on, years=1)
    if agreed_on < clock.today():
        raise ValidationError({"agreed_on": "约定的日子已经过去，请填今天或者以后的日子。"})
    if not appointment.seat.in_office(agreed_on):
        raise ValidationError(
            {"agreed_on": f"{appointment.seat.called}在{chinese_date(agreed_on)}不在任，请核对日期。"}
        )
    told = f"约定{short_date(agreed_on)}{agreed_at:%H:%M}在{place}会见。{note}"
    return appointments.take(
        step, appointment, by=by, note=told, agreed_on=agreed_on, agreed_at=agreed_at, place=place
    )


@whole
def hold(appointment, *, by, date, title, words, wish="", party_size=1):
    """They met: what the voter said is taken down as in any other visit, his data as they were given."""
    step = appointments.prepare("hold", appointment, by=by)
    if date < appointment.asked_on:
        raise ValidationError({"date": "会见日期早于提出预约的日期，请核对。"})
    visit = receive(
        by=by,
        jurisdiction=appointment.jurisdiction,
        visitor_data={name: getattr(appointment.visitor, name) for name in OF_VISITOR},
        visit_data={
            "date": date,
            "channel": Channel.APPOINTMENT,
            "place": appointment.place,
            "party_size": party_size,
            # A deputy's own seat is added by itself.
            "deputies": [] if by.is_deputy else [appointment.seat],
        },
        opinions=[{"title": title, "words": words, "wish": wish}],
    )
    number = visit.opinions.select_related("jurisdiction").get().number
    told = f"{short_date(date)}会见，登记了{number}。"
    return appointments.take(step, appointment, by=by, note=told, visit=visit)


@whole
def miss(appointment, *, by, note):
    """Somebody did not come."""
    step = appointments.prepare("miss", appointment, by=by)
    require(note, "请写明谁没有来、为什么。")
    if appointment.agreed_on > clock.today():
        raise ValidationError("约定的日子还没有到；选民不来了的，请用“选民取消”。")
    return appointments.take(step, appointment, by=by, note=note)


def decline(appointment, *, by, note):
    """There will be no meeting; the voter is told why."""
    require(note, "请写明为什么不能会见、怎样告诉选民的。")
    return appointments.take("decline", appointment, by=by, note=note)


def withdraw(appointment, *, by, note):
    """The voter does not want it any more."""
    require(note, "请写明选民为什么取消。")
    return appointments.take("withdraw", appointment, by=by, note=note)
