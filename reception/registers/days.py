"""Reception days that a register tells of: found, or walked through their real steps on the recorded days."""

import re
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 -- a day has a date
from datetime import time, timedelta

from congress import clock
from congress.registers.moments import taken_over
from congress.registers.report import Change
from deputies.models import Seat
from reception import day_workflow
from reception.enums import DayStatus
from reception.models import ReceptionDay


BY_CALENDAR = re.compile(r"顺延|节假日|假期|放假|周末|双休")
STANDS_IN = re.compile(r"替|代班|顶班|换班|调班|顶替")
NOT_TOLD = "登记表没有写明原因"
NO_NOTICE = "登记表没有写公告情况"
USUAL_HOUR, LATE = 9, 18
OPENABLE = (DayStatus.ROTA_SET, DayStatus.NOTICE_PUBLISHED)
PREPARED_BEFORE = timedelta(days=7)


@dataclass
class ToldDay:
    """What a register tells of a day; ``held``: whether it took place, None where nothing is told."""

    jurisdiction: object
    place: str
    rule_date: Date
    date: Date | None = None
    station: object = None
    hours: tuple[time | None, time | None] = (None, None)
    notice_on: Date | None = None
    rota: list[Seat] = field(default_factory=list)
    present: list[Seat] = field(default_factory=list)
    held: bool | None = None
    remark: str = ""

    @property
    def put_off(self):
        """The reason for which it was put off; "" where a holiday did, or nothing."""
        moved = self.date is not None and self.date != self.rule_date
        return self.remark if moved and self.remark and not BY_CALENDAR.search(self.remark) else ""

    @property
    def begun_on(self):
        """The day by which it was planned and its rota set: that of its notice, else a week before."""
        first = min(filter(None, (self.date, self.rule_date)))
        return min(self.notice_on or first - PREPARED_BEFORE, first)


class Days:
    """The reception days of an area, by place and date."""

    def __init__(self, area):
        self.area = area
        self.known = {}

    def recall(self):
        self.known.clear()

    def on(self, jurisdiction, place, day):
        """The day that took place there on a date, None where none is known."""
        key = (jurisdiction.pk, place, day)
        if key not in self.known:
            found = ReceptionDay.objects.filter(jurisdiction=jurisdiction, place=place, date=day)
            found = found.exclude(status=DayStatus.CANCELLED).select_related("jurisdiction__parent")
            self.known[key] = found.first()
        return self.known[key]

    def of(self, told):
        """The day that a register tells of, by the day on which it was due; None where it is new."""
        found = ReceptionDay.objects.filter(jurisdiction=told.jurisdiction, place=told.place)
        return found.filter(rule_date=told.rule_date).select_related("jurisdiction__parent").first()

    def walk(self, told, day=None):
        """Take the steps that a register tells of beyond what is known; return (day, Changes in words)."""
        before = _state(day) if day else ("", "", None)
        day = self._until_notice(told, day)
        if told.held is False and day.status in day_workflow.COMING:
            with taken_over(told.rule_date):
                day_workflow.cancel(day, by=self.area.by, reason=told.remark[:200] or NOT_TOLD)
        if told.held and day.status in OPENABLE:
            self._open(day, told)
        if told.held and day.status == DayStatus.OPEN:
            self.close(day, told.present or told.rota, told.hours[1])
        return day, tuple(_changes(before, _state(day)))

    def open(self, told, day=None):
        """Let the deputies sit on a day of which a ledger tells, planned or not; return it."""
        day = self._until_notice(told, day)
        if day.status in OPENABLE:
            self._open(day, told)
        return day

    def close(self, day, present, until=None):
        """Note who was present."""
        with taken_over(day.date, until.hour if until else LATE):
            day_workflow.hold(day, by=self.area.by, present=present)
        self.known.clear()

    def _until_notice(self, told, day):
        day = day or self._plan(told)
        with taken_over(told.begun_on, USUAL_HOUR - 1):
            self._prepare(day, told)
        if told.held is not False:
            self._announce(day, told)
        self.known.clear()
        return day

    def _plan(self, told):
        first, last = told.hours
        with taken_over(told.begun_on, USUAL_HOUR - 1):
            return day_workflow.plan(
                by=self.area.by,
                jurisdiction=told.jurisdiction,
                place=told.place,
                station=told.station,
                rule_date=told.rule_date,
                date=told.rule_date if told.put_off else told.date,
                starts_at=first,
                ends_at=last,
            )

    def _prepare(self, day, told):
        """Put it off, and set its rota, where that is not done yet."""
        coming = day.status in day_workflow.COMING
        if told.put_off and coming and told.date > day.date:
            day_workflow.postpone(day, by=self.area.by, date=told.date, reason=told.remark[:200])
        unset = day.status in (DayStatus.PLANNED, DayStatus.POSTPONED)
        if told.rota and unset:
            seats = [seat for seat in told.rota if seat.in_office(day.date)]
            if seats:
                day_workflow.set_rota(day, by=self.area.by, seats=seats)

    def _announce(self, day, told):
        if told.notice_on and day.status == DayStatus.ROTA_SET:
            late = "按登记表补录" if told.notice_on > day.notice_due_on else ""
            with taken_over(told.notice_on):
                day_workflow.publish_notice(day, by=self.area.by, published_on=told.notice_on, reason=late)

    def _open(self, day, told):
        """Let the deputies sit, with who stood in for whom."""
        hour = (told.hours[0] or time(USUAL_HOUR)).hour
        with taken_over(day.date, hour - 1):
            for seat, replaced in _substitutes(told, told.present or told.rota):
                day_workflow.substitute(day, by=self.area.by, seat=seat, replaced=replaced)
        with taken_over(day.date, hour):
            note = "" if day.status == DayStatus.NOTICE_PUBLISHED else NO_NOTICE
            day_workflow.open_day(day, by=self.area.by, note=note)


def _substitutes(told, present):
    """(seat, replaced) of those who, as the remark says, stood in for others: 袁艳因事请假，由姜荣林替班."""
    by_person = {seat.deputy_id for seat in present}
    planned = {seat.deputy_id for seat in told.rota}
    missing = [seat for seat in told.rota if seat.deputy_id not in by_person]
    extra = [seat for seat in present if seat.deputy_id not in planned]
    for clause in re.split(r"[；;。]", told.remark):
        if not STANDS_IN.search(clause):
            continue
        gone = [seat for seat in missing if seat.deputy.name in clause]
        came = [seat for seat in extra if seat.deputy.name in clause]
        if len(missing) == len(extra) == 1:
            gone, came = missing, extra
        for replaced, seat in zip(gone, came, strict=False):
            missing.remove(replaced)
            extra.remove(seat)
            yield seat, replaced


def _state(day):
    return day.get_status_display(), _names(day), day.notice_published_on


def _names(day):
    slots = day.slots.select_related("seat__deputy")
    return "、".join(slot.seat.deputy.name for slot in slots if slot.present is not False)


def _changes(before, after):
    for label, old, new in zip(("状态", "代表", "公告日期"), before, after, strict=True):
        if old != new:
            yield Change(label, _text(old), _text(new))


def _text(value):
    return value.isoformat() if isinstance(value, Date) else value or ""


def is_past(day):
    return day <= clock.today()
