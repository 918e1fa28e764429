"""The steps of a case of retaliation (代表法第五十五条; domain.md B50): told, forwarded, concluded.

The congress punishes nobody: the employer or the authority concerned does; the office asks until it knows.
"""

from django.core.exceptions import PermissionDenied

from congress.plausible import check_day
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
    check_day("told_on", "得知日期", told_on)
    case = RetaliationCase(seat=seat, told_on=told_on, **fields)
    return retaliation_cases.start(case, by=by, label="登记")


@whole
def forward(case, *, by, forwarded_on, forwarded_to, document_number="", note=""):
    """It was handed to the employer or the authority that has to deal with it."""
    step = retaliation_cases.prepare("forward", case, by=by)
    check_day("forwarded_on", "转送日期", forwarded_on, not_before=case.told_on, start="得知日期")
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
    before = (case.forwarded_on, "转送日期") if case.forwarded_on else (case.told_on, "得知日期")
    check_day("concluded_on", "办结日期", concluded_on, not_before=before[0], start=before[1])
    return retaliation_cases.take(step, case, by=by, note=note, concluded_on=concluded_on, result=result)
