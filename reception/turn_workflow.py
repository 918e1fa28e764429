"""Exchanging turns, standing in and leave: asked for, agreed by both, then done (domain.md B5, E4)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import short_date
from congress.workflow import Step, StepNotAvailable, Workflow, whole
from reception import day_workflow, turn_rules
from reception.enums import DayStatus, TurnKind
from reception.enums import TurnStatus as S
from reception.models import TurnRequest


ASKED = frozenset({S.ASKED})

turns = Workflow(
    "换班申请",
    S,
    Step("agree", "同意", ASKED, None, turn_rules.can_agree_turn),
    Step("enter_consent", "代记同意", ASKED, None, turn_rules.can_enter_consent, done="已记下同意"),
    Step("grant", "准假", ASKED, S.DONE, turn_rules.can_grant_turn),
    Step("carry_out", "换班", ASKED, S.DONE, turn_rules.can_carry_out),
    Step("refuse", "不同意", ASKED, S.REFUSED, turn_rules.can_refuse_turn, done="已回复不同意"),
    Step("withdraw", "撤回", ASKED, S.WITHDRAWN, turn_rules.can_withdraw_turn),
    initial=S.ASKED,
    related=["day__jurisdiction__parent", "other_day", "seat__deputy", "other__deputy"],
)

# Taken with the last consent.
FOLLOWING_STEPS = frozenset({"carry_out"})


def offered(request, user):
    """The steps that the page offers: none once the day has come; it is carried out by itself."""
    if request.lapsed:
        return []
    return [step for step in turns.available(request, user) if step.name not in FOLLOWING_STEPS]


@whole
def ask(*, by, kind, day, seat, reason, other=None, other_day=None):
    """Ask for a change of the turn that ``seat`` has on ``day``; who asks for himself agrees by asking.

    Raises ``PermissionDenied`` for somebody else's turn, ``ValidationError`` when it cannot be.
    """
    request = TurnRequest(
        kind=kind,
        day=day,
        seat=seat,
        other=other,
        other_day=other_day,
        reason=reason,
        seat_agreed_at=clock.now() if by.pk == seat.deputy.user_id else None,
    )
    if not turn_rules.can_ask_turn(by, request):
        raise PermissionDenied("只能为自己的轮值申请换班。")
    _check(request)
    if TurnRequest.objects.open().about(day).filter(seat=seat).exists():
        raise ValidationError("这次轮值已经申请过，还在等答复；要另作安排的，请先撤回那一件。")
    return turns.start(request, by=by, label="申请", note=reason)


@whole
def agree(request, *, by, note=""):
    """The deputy whose consent is missing agrees; with the consent of both it is done."""
    step = turns.prepare("agree", request, by=by)
    mine = "seat" if request.seat.deputy.user_id == by.pk else "other"
    return _consent(step, request, by=by, note=note, sides=[mine])


@whole
def enter_consent(request, *, by, sides, note):
    """The office puts down what it was told by telephone: by whom ("seat", "other"), ``note`` says when."""
    step = turns.prepare("enter_consent", request, by=by)
    return _consent(step, request, by=by, note=note, sides=sides)


@whole
def grant(request, *, by, note=""):
    """Leave is granted without anybody standing in."""
    step = turns.prepare("grant", request, by=by)
    _check(request)
    day_workflow.excuse(request.day, by=by, seat=request.seat, reason=request.reason)
    return turns.take(step, request, by=by, note=note)


def refuse(request, *, by, note):
    """Who is asked says no; the office enters that for him, or refuses leave."""
    return turns.take("refuse", request, by=by, note=note)


def withdraw(request, *, by, note=""):
    """Who asked thinks better of it."""
    return turns.take("withdraw", request, by=by, note=note)


def _consent(step, request, *, by, note, sides):
    _check(request)
    event = turns.take(
        step, request, by=by, note=note, **{f"{side}_agreed_at": clock.now() for side in sides}
    )
    if request.waits_for:
        return event
    for day, _, _ in request.turns:
        day_workflow.exchange(day, by=by, request=request)
    return turns.take("carry_out", request, by=by)


def _check(request):
    """The days are still to come, the turns still theirs, and each can take the other's."""
    if request.lapsed:
        if request.pk:
            raise StepNotAvailable("接待日已到或者已取消，这件申请过期了，不能再办。")
        raise ValidationError(_why_not(request))
    if not request.day.slots.filter(seat=request.seat).exists():
        raise ValidationError(f"{request.seat.called}{short_date(request.day.date)}已没有轮值，不能再换。")
    if request.kind == TurnKind.SWAP and request.other_day.pk == request.day.pk:
        raise ValidationError({"turn": "互换的是同一天，请另选一天。"})
    for day, has, takes in request.turns:
        if day.jurisdiction_id != request.day.jurisdiction_id:
            raise ValidationError({"turn": "只能与本镇街的接待日互换。"})
        try:
            day_workflow.check_turn(day, takes, has)
        except ValidationError as error:
            raise ValidationError(error.messages) from error


def _why_not(request):
    for day in filter(None, (request.day, request.other_day)):
        if day.date < clock.today():
            return f"{short_date(day.date)}的接待日已经过去，不能再换班、请假。"
        if day.status not in DayStatus.changeable:
            return f"{day}现在是“{day.get_status_display()}”，不能换班、请假。"
    raise AssertionError(request)
