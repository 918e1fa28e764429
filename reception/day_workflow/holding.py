"""A reception day is announced, held, summed up and filed (domain.md B6-B8, E3)."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from congress import clock
from congress.calendar import chinese_date, chinese_day
from congress.plausible import check_day
from congress.workflow import whole
from deputies.models.seat import naming as seat_naming
from deputies.seats import once_each
from reception.day_workflow.rota import add_slots, check_in_office
from reception.day_workflow.steps import days
from reception.enums import DayStatus as S
from reception.models import Visitor
from reception.workflow import require


@whole
def publish_notice(day, *, by, published_on=None, reason=""):
    """Announce time, place and deputies (B6–B8); too late a notice needs a reason.

    What is announced was known before: when the rota was set, and to which day it was put off.
    """
    step = days.prepare("publish_notice", day, by=by)
    published_on = published_on or clock.today()
    if not day.slots.exists():
        raise ValidationError("还没有排班，不能公告；请先排班。")
    settled = day.events.filter(step__in=["set_rota", "postpone"]).latest("at", "pk")
    known_on = timezone.localdate(settled.at)
    check_day("published_on", "公告日期", published_on, not_before=known_on, start=f"{settled.label}日期")
    if published_on > day.notice_due_on and not reason.strip():
        raise ValidationError(
            {"reason": f"应于{chinese_date(day.notice_due_on)}前公告，已经晚了；仍要公告的，请写明原因。"}
        )
    return days.take(step, day, by=by, note=reason, notice_published_on=published_on)


@whole
def open_day(day, *, by, note=""):
    """The deputies sit; without a notice a reason is needed."""
    step = days.prepare("open", day, by=by)
    if clock.today() < day.date:
        raise ValidationError(f"接待日是{chinese_day(day.date)}，还没有到。")
    if day.status != S.NOTICE_PUBLISHED:
        require(note, "还没有公告就接待的，请写明原因。")
    return days.take(step, day, by=by, note=note)


@whole
def hold(day, *, by, present, note=""):
    """Record which of the deputies were present; one who was not on the rota is added."""
    step = days.prepare("hold", day, by=by)
    present = once_each(
        present, day.jurisdiction, before=[slot.seat for slot in day.slots.select_related("seat")]
    )
    check_in_office(day, present)
    add_slots(day, present)
    day.slots.filter(seat__in=present).update(present=True)
    day.slots.exclude(seat__in=present).update(present=False)
    names = "、".join(seat.called for seat in present) or "无"
    return days.take(step, day, by=by, note=f"到场代表：{names}。{_missing(day)}{note}")


def summarise(day, *, by, summary, note=""):
    """Sum the day up."""
    if any(visitor.is_named_in(summary) for visitor in Visitor.objects.filter(visits__day=day)):
        raise ValidationError({"summary": "小结里有来访人的姓名，看到的人多，请删去；可以写“一位选民”。"})
    return days.take("summarise", day, by=by, note=note, summary=summary)


def archive(day, *, by, note=""):
    """Put the day's papers on file."""
    return days.take("archive", day, by=by, note=note)


def _missing(day):
    """Who did not come, with leave and without; a register that is taken over tells of no leave."""
    if clock.is_taken_over():
        return ""
    told = {"请假": [], "未请假": []}
    for slot in day.slots.select_related(*seat_naming("seat__")):
        if slot.missed:
            told[slot.missed].append(slot.seat.called)
    return "".join(f"{how}未到：{'、'.join(names)}。" for how, names in told.items() if names)
