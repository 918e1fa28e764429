"""The four completeness checks of every matter (B36): 件件有登记、件件有交办、件件有人办、件件有回音.

A matter meets them one after the other; the first that it does not meet is its gap, what comes after waits.
What was withdrawn is not checked.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Count, Exists, F, IntegerChoices, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate

from congress import clock
from congress.handling import UnitRole
from reception.enums import OpinionStatus as S
from reception.enums import Outcome
from reception.models import Answer, OpinionEvent, Referral


class Check(IntegerChoices):
    """In their order; 0 is no gap."""

    REGISTERED = 1, "件件有登记"
    ASSIGNED = 2, "件件有交办"
    HANDLED = 3, "件件有人办"
    TOLD = 4, "件件有回音"


# What each check misses, as a remark in the ledger.
MISSING = {
    Check.REGISTERED: "还没有登记编号",
    Check.ASSIGNED: "还没有交办",
    Check.HANDLED: "单位还没有签收",
    Check.TOLD: "还没有答复选民",
}
UNASSIGNED = (S.REGISTERED, S.TRIAGED, S.RETURNED, S.ESCALATED, S.REOPENED)
UNHANDLED = (S.REFERRED, S.REDO)
UNTOLD = (
    S.ACCEPTED,
    S.PLAN_MADE,
    S.EXTENDED,
    S.REPLIED,
    S.COPIED,
    S.NOT_ACCEPTED,
    S.CONVERTED,
    S.MERGED,
)


@dataclass(frozen=True)
class Total:
    """How many of ``count`` matters meet a check, how many have their gap there, how many of these late."""

    check: Check
    count: int
    met: int
    gaps: int
    late: int


def checked(opinions):
    """Annotate ``gap`` (a Check, or 0), ``gap_since`` (a date) and the days on which checks were met.

    ``registered_on`` and ``accepted_on`` are dates or None; where the matter was referred and told stands on
    it: ``referred_on``, ``answered_on``.
    """
    return with_gap(opinions).annotate(
        registered_on=_day_of_registration(),
        accepted_on=_accepted(),
        gap_since=Case(
            When(gap=0, then=None),
            When(gap=Check.REGISTERED, then=F("received_on")),
            When(gap=Check.TOLD, then=Coalesce(F("closed_on"), _accepted(), TruncDate("status_since"))),
            default=TruncDate("status_since"),
            output_field=models.DateField(),
        ),
    )


def with_gap(opinions):
    """The opinions that are checked, each with the first check that it does not meet, 0 when it meets all."""
    told = Answer.objects.filter(opinion=OuterRef("pk"), round=OuterRef("round"))
    closed_untold = Q(status=S.CLOSED) & ~Q(outcome__in=Outcome.on_the_spot) & ~Exists(told)
    return opinions.exclude(status=S.WITHDRAWN).annotate(
        gap=Case(
            When(status=S.DRAFT, then=Value(Check.REGISTERED)),
            When(status__in=UNASSIGNED, then=Value(Check.ASSIGNED)),
            When(status__in=UNHANDLED, then=Value(Check.HANDLED)),
            When(Q(status__in=UNTOLD) | closed_untold, then=Value(Check.TOLD)),
            default=Value(0),
            output_field=models.IntegerField(),
        )
    )


def _day_of_registration():
    events = OpinionEvent.objects.filter(record=OuterRef("pk"), step="register").order_by("-pk")
    return Subquery(events.values(day=TruncDate("at"))[:1])


def _accepted():
    """The day on which the leading unit of the round accepted."""
    parts = Referral.objects.standing().filter(opinion=OuterRef("pk"), round=OuterRef("round"))
    return Subquery(parts.exclude(role=UnitRole.CO).order_by("-pk").values("accepted_on")[:1])


def totals(opinions):
    """A Total for each check over the opinions of :func:`with_gap`, in one query."""
    late = Q(step_due_on__lt=clock.today())
    found = opinions.order_by().aggregate(
        count=Count("pk"),
        **{f"gaps_{check}": Count("pk", filter=Q(gap=check)) for check in Check},
        **{f"late_{check}": Count("pk", filter=Q(gap=check) & late) for check in Check},
    )
    lines, met = [], found["count"]
    for check in Check:
        met -= found[f"gaps_{check}"]
        lines.append(Total(check, found["count"], met, found[f"gaps_{check}"], found[f"late_{check}"]))
    return lines


@dataclass(frozen=True)
class Cell:
    """What the ledger says of one check of a matter: met, missing or waiting for the one before."""

    check: Check
    state: str
    day: object = None
    text: str = ""


def cells_of(opinion):
    """The four cells of an opinion of :func:`checked`."""
    met = {
        Check.REGISTERED: (opinion.registered_on, opinion.number),
        Check.ASSIGNED: _assigned(opinion),
        Check.HANDLED: _handled(opinion),
        Check.TOLD: _told(opinion),
    }
    return [_cell(check, opinion, met[check]) for check in Check]


def _cell(check, opinion, met):
    if opinion.gap and check > opinion.gap:
        return Cell(check, "waiting")
    if opinion.gap == check:
        closed = opinion.status == S.CLOSED
        return Cell(check, "missing", opinion.gap_since, "没有答复选民就办结了" if closed else MISSING[check])
    return Cell(check, "met", *met)


def _assigned(opinion):
    if opinion.merged_into_id:
        return None, "并入他件"
    return opinion.referred_on, "" if opinion.outcome == Outcome.REFERRED else opinion.get_outcome_display()


def _handled(opinion):
    if opinion.merged_into_id:
        return None, "随主件办理"
    return (opinion.accepted_on, "") if opinion.accepted_on else (None, "不经单位")


def _told(opinion):
    return opinion.answered_on, "" if opinion.answered_on else "当场答复"
