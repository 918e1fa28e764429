"""The steps of a case for the credentials committee (代表法第六十二条第三项、第六十三条).

People open it, the committee reports, people end the seat or leave it as it is; nothing happens by itself.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.workflow import Step, Workflow, whole
from deputies import absence, rules, seat_workflow
from deputies.enums import CredentialsStatus, EndGround
from deputies.models import CredentialsCase, Seat


Status = CredentialsStatus

cases = Workflow(
    "代表资格审查",
    Status,
    Step(
        "report",
        "登记审查报告",
        frozenset({Status.OPENED}),
        Status.REPORTED,
        rules.can_keep_case,
        done="审查报告已登记",
    ),
    Step("end", "终止代表资格", frozenset({Status.REPORTED}), Status.ENDED, rules.can_keep_case),
    Step(
        "dismiss",
        "不予终止",
        frozenset({Status.OPENED, Status.REPORTED}),
        Status.DISMISSED,
        rules.can_keep_case,
        done="已记为不予终止",
    ),
    initial=Status.OPENED,
    related=("seat__deputy", "seat__term__jurisdiction__parent"),
)


@whole
def open_case(seat, *, by, note=""):
    """Propose to the credentials committee to look at a seat; its facts are frozen. Return the case."""
    if not rules.can_open_case(by, seat):
        raise PermissionDenied("您不能提请审查这名代表的资格。")
    Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if absence.undecided_leave(seat):
        raise ValidationError("这名代表还有一件请假没有决定，请先办理请假。")
    facts = absence.facts_of(seat)
    if len(facts) < absence.ENDING:
        raise ValidationError(
            f"未经批准不出席大会会议的是{len(facts)}次，不到{absence.ENDING}次，不能提请审查。"
        )
    case = CredentialsCase(seat=seat, facts=facts, opened_by=by, opened_on=clock.today())
    return cases.start(case, by=by, label="提请审查", note=note)


@whole
def report(case, *, by, reported_on, report, note=""):
    """Enter the committee's report: when and what."""
    step = cases.prepare("report", case, by=by)
    if reported_on > clock.today():
        raise ValidationError({"reported_on": "报告日期不能在今天以后。"})
    if reported_on < case.opened_on:
        raise ValidationError({"reported_on": "报告日期不能早于提请日期。"})
    return cases.take(step, case, by=by, note=note, reported_on=reported_on, report=report)


@whole
def end(case, *, by, ended_on, announcement, note=""):
    """End the seat as the body decided and announced (代表法第六十三条)."""
    step = cases.prepare("end", case, by=by)
    cases.take(step, case, by=by, note=note, ended_on=ended_on, announcement=announcement)
    seat_workflow.end(
        case.seat, by=by, ends_on=ended_on, end_ground=EndGround.ABSENT, announcement=announcement
    )


def dismiss(case, *, by, note):
    """Leave the seat as it is, for a reason."""
    if not note.strip():
        raise ValidationError({"note": "请写明不予终止的理由。"})
    return cases.take("dismiss", case, by=by, note=note)
