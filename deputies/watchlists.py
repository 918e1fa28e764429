"""Who takes little part (domain.md B64): lists for the office to talk with people, no order of merit."""

from dataclasses import dataclass

from django.urls import reverse

from congress import figures
from deputies.models import Seat


CAME, RATE = "congress.meetings_attended", "congress.attendance_rate"
EXCUSED, ABSENT = "congress.meetings_excused", "congress.meetings_unexcused"
SPEECHES, ACTIVITIES = "sessions.speeches", "activities.total"
KEYS = {CAME, EXCUSED, ABSENT, SPEECHES, ACTIVITIES}


@dataclass(frozen=True)
class Entry:
    """A seat on a list: what is told of it, and the page of the records behind."""

    seat: Seat
    told: str
    url: str


@dataclass(frozen=True)
class Watchlist:
    """``rule`` is the sentence that says who stands on it; ``entries`` are in stroke order."""

    key: str
    label: str
    rule: str
    entries: list


def watchlists_of(place, period, office_rules):
    """The lists of the seats of ``place`` that are held on the period's last day.

    Four queries, however many seats there are.
    """
    held = Seat.objects.whole_of(place).in_office(period.end).in_stroke_order()
    seats = list(held.select_related("deputy", "term__jurisdiction", "constituency__town", "delegation"))
    values = figures.for_seats([seat.pk for seat in seats], period, KEYS)
    years, low = _years(period), office_rules.low_attendance
    few = office_rules.few_activities * years
    yearly = f"按一年{office_rules.few_activities}次，{years}年{few}次计，" if years > 1 else ""
    return [
        Watchlist(
            "silent",
            "从不发言",
            "这段时间出席过本级人代会的会议，没有登记过审议发言、大会发言、询问和质询的。",
            _entries(seats, period, values, SPEECHES, _silent),
        ),
        Watchlist(
            "inactive",
            "闭会活动参加较少",
            f"{yearly}这段时间经核实参加的闭会期间活动少于{few}次的。",
            _entries(seats, period, values, ACTIVITIES, lambda found: _inactive(found, few)),
        ),
        Watchlist(
            "away",
            "会议出勤率低",
            f"这段时间本级人代会已登记出勤的场次中，出席的不到{low}%的；请假的不算出席，没有登记的不算在内。",
            _entries(seats, period, values, RATE, lambda found: _away(found, low)),
        ),
    ]


def _years(period):
    """The whole years of the period by which a yearly number is multiplied; one at least."""
    return max(1, ((period.end - period.start).days + 1) // 365)


def _entries(seats, period, values, key, told_of):
    for_seats = ((seat, told_of(values[seat.pk])) for seat in seats)
    return [Entry(seat, told, _evidence(seat, period, key)) for seat, told in for_seats if told]


def _silent(found):
    return f"出席{found[CAME]}场，发言0次" if found[CAME] and not found[SPEECHES] else ""


def _inactive(found, few):
    return f"{found[ACTIVITIES]}次" if found[ACTIVITIES] < few else ""


def _away(found, low):
    recorded = found[CAME] + found[EXCUSED] + found[ABSENT]
    if not recorded or found[CAME] * 100 >= low * recorded:
        return ""
    return f"{recorded}场中出席{found[CAME]}场，请假{found[EXCUSED]}场，缺席{found[ABSENT]}场"


def _evidence(seat, period, key):
    """The page of the records; of silence it is that of the meetings at which the deputy was."""
    shown = CAME if key == SPEECHES else key
    where = {"key": shown, "year": period.end.year, "seat": seat.pk}
    query = {"since": period.start.isoformat(), "until": period.end.isoformat(), "back": _back(period)}
    return reverse("deputies:evidence", kwargs=where, query=query)


def _back(period):
    query = {"first": period.start.isoformat(), "last": period.end.isoformat()}
    return reverse("deputies:watchlists", query=query)
