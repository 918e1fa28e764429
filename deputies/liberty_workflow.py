"""The steps of a case of restricted liberty (代表法第三十九条; domain.md B52–B53).

The office hands what it received to the body that decides, at once; a request is examined for retaliation
before it is permitted or refused, a report is noted. A deputy's appeal is forwarded at once. That his seat be
suspended (代表法第六十一条) is decided by people.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils import timezone

from congress import clock
from congress.enums import Level, SessionBody
from congress.models import Session
from congress.models.office_rules import rules_for
from congress.workflow import Step, Workflow, whole
from deputies import rules
from deputies.enums import LibertyBody, LibertyKind, LibertyStatus
from deputies.models import LibertyCase


Status = LibertyStatus
BEFORE_LIFTED = frozenset(Status) - {Status.LIFTED}

liberty_cases = Workflow(
    "限制人身自由事项",
    Status,
    Step("submit", "报送", frozenset({Status.RECEIVED}), Status.SUBMITTED, rules.can_keep_liberty),
    Step(
        "examine",
        "登记审查情况",
        frozenset({Status.SUBMITTED}),
        Status.EXAMINED,
        rules.can_decide_request,
        done="审查情况已登记",
    ),
    Step("permit", "登记许可", frozenset({Status.EXAMINED}), Status.PERMITTED, rules.can_decide_request),
    Step("refuse", "登记不予许可", frozenset({Status.EXAMINED}), Status.REFUSED, rules.can_decide_request),
    Step("take_note", "登记备案", frozenset({Status.SUBMITTED}), Status.NOTED, rules.can_note_report),
    Step("appeal", "登记代表的申诉", BEFORE_LIFTED, None, rules.can_keep_liberty, done="申诉已登记"),
    Step("forward", "转送申诉", BEFORE_LIFTED, None, rules.can_keep_liberty),
    Step(
        "lift",
        "登记解除",
        frozenset({Status.PERMITTED, Status.NOTED}),
        Status.LIFTED,
        rules.can_keep_liberty,
    ),
    initial=Status.RECEIVED,
    related=("seat__deputy", "seat__term__jurisdiction"),
)


@whole
def receive(*, by, seat, kind, received_at, **fields):
    """Enter a request or a report; return the case with the body that decides and the hour it is due."""
    if not rules.can_keep_liberty_of(by, seat):
        raise PermissionDenied("您不能登记这名代表的事项。")
    place = seat.term.jurisdiction
    if (kind == LibertyKind.TOWN) != (place.level == Level.TOWN):
        raise ValidationError({"kind": _wrong_kind(place)})
    _check_moment("received_at", received_at)
    hours = rules_for(place).liberty_report_hours
    case = LibertyCase(seat=seat, kind=kind, received_at=received_at, **fields)
    case.body = body_of(seat, timezone.localdate(received_at))
    case.due_at = received_at + timedelta(hours=hours)
    return liberty_cases.start(case, by=by, label="登记来文")


def appeal_due_at(case):
    """Until when an appeal is to be forwarded at the latest, by the office's rule (B53)."""
    hours = rules_for(case.seat.term.jurisdiction).liberty_report_hours
    return case.appealed_at + timedelta(hours=hours)


def body_of(seat, day):
    """Who decides: a town's congress; elsewhere the presidium while the congress sits, else the committee."""
    place = seat.term.jurisdiction
    if place.level == Level.TOWN:
        return LibertyBody.TOWN_CONGRESS
    sitting = Session.objects.filter(term=seat.term_id, body=SessionBody.CONGRESS, starts_on__lte=day)
    if sitting.filter(Q(ends_on__gte=day) | Q(ends_on__isnull=True, starts_on=day)).exists():
        return LibertyBody.PRESIDIUM
    return LibertyBody.STANDING_COMMITTEE


@whole
def submit(case, *, by, submitted_at, note=""):
    """The office has handed it to the body that decides."""
    step = liberty_cases.prepare("submit", case, by=by)
    _check_moment("submitted_at", submitted_at, not_before=case.received_at)
    return liberty_cases.take(step, case, by=by, note=note, submitted_at=submitted_at)


def examine(case, *, by, retaliation, examination, note=""):
    """What was found about retaliation, or prosecution for speeches and votes."""
    return liberty_cases.take(
        "examine", case, by=by, note=note, retaliation=retaliation, examination=examination
    )


def permit(case, *, by, note="", **decision):
    """The body permits the measure; ``decision`` is ``decided_on`` and ``decision_number``."""
    return _decide("permit", case, by=by, note=note, **decision)


def refuse(case, *, by, note="", **decision):
    return _decide("refuse", case, by=by, note=note, **decision)


def take_note(case, *, by, note="", **decision):
    """The body has taken note of a report."""
    return _decide("take_note", case, by=by, note=note, **decision)


@whole
def appeal(case, *, by, appeal, appealed_at, note=""):
    """The deputy appeals (B53); the clock for forwarding it starts."""
    step = liberty_cases.prepare("appeal", case, by=by)
    _check_moment("appealed_at", appealed_at)
    changes = {"appeal": appeal, "appealed_at": appealed_at, "forwarded_at": None}
    return liberty_cases.take(step, case, by=by, note=note, **changes)


@whole
def forward(case, *, by, forwarded_at, note=""):
    """The appeal has been forwarded."""
    step = liberty_cases.prepare("forward", case, by=by)
    if case.appealed_at is None or case.forwarded_at is not None:
        raise ValidationError("没有等着转送的申诉。")
    _check_moment("forwarded_at", forwarded_at, not_before=case.appealed_at)
    return liberty_cases.take(step, case, by=by, note=note, forwarded_at=forwarded_at)


@whole
def lift(case, *, by, lifted_on, note=""):
    """The measure is over."""
    step = liberty_cases.prepare("lift", case, by=by)
    _check_day("lifted_on", lifted_on, case)
    return liberty_cases.take(step, case, by=by, note=note, lifted_on=lifted_on)


@whole
def _decide(name, case, *, by, note, decided_on, decision_number=""):
    step = liberty_cases.prepare(name, case, by=by)
    _check_day("decided_on", decided_on, case)
    changes = {"decided_on": decided_on, "decision_number": decision_number}
    return liberty_cases.take(step, case, by=by, note=note, **changes)


def _check_day(field, day, case):
    if day > clock.today():
        raise ValidationError({field: "日期不能在今天以后。"})
    if day < timezone.localdate(case.received_at):
        raise ValidationError({field: "日期不能早于收到来文的日期。"})


def _check_moment(field, moment, not_before=None):
    if moment > clock.now():
        raise ValidationError({field: "时间不能在现在以后。"})
    if not_before and moment < not_before:
        raise ValidationError({field: "时间不能早于收到的时间。"})


def _wrong_kind(place):
    if place.level == Level.TOWN:
        return "乡镇代表被采取措施的，执行机关向本级人大报告，不提请许可（代表法第三十九条第四款）。"
    return "县级以上代表要提请许可，现行犯被拘留的要报告；这一项只用于乡镇代表（代表法第三十九条）。"
