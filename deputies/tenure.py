"""What goes with a seat: its suspension and the posts that only a deputy can hold."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q

from congress.calendar import chinese_date
from congress.validation import validate_new
from deputies.enums import SuspensionGround
from deputies.models import Suspension


DAY = timedelta(days=1)


def start_suspension(seat, ground, starts_on):
    """Suspend a seat from ``starts_on``; return the sentence that its history tells."""
    if not seat.held_during(starts_on, starts_on):
        raise ValidationError({"starts_on": f"{chinese_date(starts_on)}不在任期内，请改正日期。"})
    suspension = Suspension(seat=seat, ground=ground, starts_on=starts_on)
    validate_new(suspension)
    suspension.save()
    label = SuspensionGround(ground).label
    return f"自{chinese_date(starts_on)}起暂时停止执行代表职务：{label}（代表法第六十一条）"


def stop_suspension(seat, resumes_on):
    """End the open suspension on the day before ``resumes_on``."""
    suspension = seat.suspensions.get(ends_on__isnull=True)
    if resumes_on <= suspension.starts_on:
        sentence = f"恢复之日应晚于暂停之日（{chinese_date(suspension.starts_on)}）。"
        raise ValidationError({"resumes_on": sentence})
    suspension.ends_on = resumes_on - DAY
    suspension.save(update_fields=["ends_on"])


def close_with_seat(seat):
    """End posts and suspension with the seat (选举法第五十四条、第五十六条)."""
    last = seat.ends_on
    for rows in (seat.posts, seat.suspensions):
        if rows.filter(starts_on__gt=last).exists():
            sentence = f"有职务或者暂停在{chinese_date(last)}之后才开始，请先更正，再登记终止。"
            raise ValidationError({"ends_on": sentence})
        _let_end(rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=last)), last)


def move_end(seat, former):
    """Let what ended with the seat on ``former`` end on its corrected last day."""
    reopen_with_seat(seat, former)
    close_with_seat(seat)


def reopen_with_seat(seat, former):
    """What ended with the seat on ``former`` goes on."""
    for rows in (seat.posts, seat.suspensions):
        _let_end(rows.filter(ends_on=former), None)


def _let_end(rows, last):
    """One by one: each keeps its history."""
    for row in rows:
        row.ends_on = last
        row.save(update_fields=["ends_on"])
