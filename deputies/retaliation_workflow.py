"""The steps of a case of retaliation (代表法第五十五条; domain.md B50): told, forwarded, concluded.

The congress punishes nobody: the employer or the authority concerned does; the office asks until it knows.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.workflow import Step, Workflow, whole
from deputies import rules
from deputies.enums import RetaliationStatus
from deputies.models import RetaliationCase


Status = RetaliationStatus

retaliation_cases = Workflow(
    "打击报复案件",
    Status,
    Step("forward", "转送", frozenset({Status.TOLD}), Status.FORWARDED, rules.can_keep_liberty),
    Step(
        "conclude",
        "办结",
        frozenset({Status.TOLD, Status.FORWARDED}),
        Status.CONCLUDED,
        rules.can_keep_liberty,
    ),
    initial=Status.TOLD,
    related=("seat__deputy", "seat__term__jurisdiction"),
)


@whole
def tell(*, by, seat, told_on, **fields):
    """Enter what was told of a deputy; return the case."""
    if not rules.can_keep_liberty_of(by, seat):
        raise PermissionDenied("您不能登记这名代表的案件。")
    _check_day("told_on", told_on)
    case = RetaliationCase(seat=seat, told_on=told_on, **fields)
    return retaliation_cases.start(case, by=by, label="登记")


@whole
def forward(case, *, by, forwarded_on, forwarded_to, document_number="", note=""):
    """It was handed to the employer or the authority that has to deal with it."""
    step = retaliation_cases.prepare("forward", case, by=by)
    _check_day("forwarded_on", forwarded_on, not_before=case.told_on)
    changes = {
        "forwarded_on": forwarded_on,
        "forwarded_to": forwarded_to,
        "document_number": document_number,
    }
    return retaliation_cases.take(step, case, by=by, note=note, **changes)


@whole
def conclude(case, *, by, concluded_on, result, note=""):
    """What came of it, or why it was not forwarded at all."""
    step = retaliation_cases.prepare("conclude", case, by=by)
    _check_day("concluded_on", concluded_on, not_before=case.forwarded_on or case.told_on)
    return retaliation_cases.take(step, case, by=by, note=note, concluded_on=concluded_on, result=result)


def _check_day(field, day, not_before=None):
    if day > clock.today():
        raise ValidationError({field: "日期不能在今天以后。"})
    if not_before and day < not_before:
        raise ValidationError({field: "日期不能早于前一步的日期。"})
