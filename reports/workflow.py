"""The steps of an annual duty report, E5 as far as the deputy and the office go; one short function a verb.

At its submission the figures are frozen: what the office reviews and the voters read is what the deputy saw.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock, figures
from congress.workflow import Step, Workflow, whole
from reports import rules, sections, wording
from reports.enums import ReportStatus
from reports.models import DutyReport, DutyReportSection, FrozenFigure
from reports.periods import period_of


Status = ReportStatus

duty_reports = Workflow(
    "述职报告",
    Status,
    Step("submit", "提交", frozenset({Status.DRAFT, Status.RETURNED}), Status.SUBMITTED, rules.can_write),
    Step("recall", "撤回修改", frozenset({Status.SUBMITTED}), Status.DRAFT, rules.can_write),
    Step("accept", "审核通过", frozenset({Status.SUBMITTED}), Status.ACCEPTED, rules.can_accept),
    Step("return_report", "退回修改", frozenset({Status.SUBMITTED}), Status.RETURNED, rules.can_return),
    initial=Status.DRAFT,
)


@whole
def draft(seat, year, by):
    """Create the report of a seat for a year, with its sections empty; return it.

    Raises ``ValidationError`` when the seat was not held in the year or has a report already.
    """
    if not rules.writes_for(by, seat):
        raise PermissionDenied("您不能为这名代表起草述职报告。")
    if refusal := rules.refusal_of_year(seat, year):
        raise ValidationError(refusal)
    report = duty_reports.start(DutyReport(seat=seat, year=year), by=by, label="起草")
    DutyReportSection.objects.bulk_create(
        DutyReportSection(report=report, key=section.key) for section in sections.SECTIONS
    )
    return report


@whole
def write(report, *, by, words, **changes):
    """Save the deputy's own words, {section key: text}, and ``changes`` of salutation and date style.

    Only while the report is with its writer; raises as a step of the workflow does.
    """
    duty_reports.prepare("submit", report, by=by)
    for section in report.sections.filter(key__in=words):
        section.words = words[section.key]
        section.save(update_fields=["words"])
    if changes:
        for field, value in changes.items():
            setattr(report, field, value)
        report.full_clean()
        report.save(update_fields=list(changes))


@whole
def submit(report, *, by, note=""):
    """Hand the report in: freeze every figure of the seat with the rule by which it was counted."""
    event = duty_reports.take("submit", report, by=by, note=note, submitted_on=clock.today(), submitted_by=by)
    _check_complete(report)
    _freeze(report)
    return event


def recall(report, *, by, note=""):
    """Take the report back to write on, before the office has reviewed it; its figures live again."""
    return duty_reports.take("recall", report, by=by, note=note)


@whole
def accept(report, *, by, note=""):
    """The office has read the report and finds it fit to be given to the voters.

    Who handed it in and is the only one there names who else has read it: the second pair of eyes may lack
    an account, and is not done without.
    """
    step = duty_reports.prepare("accept", report, by=by)
    if rules.accepts_alone(by, report):
        if not note.strip():
            raise ValidationError({"note": "请写明由哪位同志核对过，为什么由提交人通过。"})
        note = f"提交人本人通过，没有其他可以审核的账号：{note}"
    return duty_reports.take(step, report, by=by, note=note)


def return_report(report, *, by, note):
    """The office gives the report back with its reason; the figures live again."""
    if not note.strip():
        raise ValidationError({"note": "请写明退回的理由，代表才知道改什么。"})
    return duty_reports.take("return_report", report, by=by, note=note)


def _check_complete(report):
    words = dict(report.sections.values_list("key", "words"))
    missing = [
        f"“{section.title}”"
        for section in sections.SECTIONS
        if section.required and not wording.is_written(words.get(section.key, ""))
    ]
    if missing:
        raise ValidationError(f"{'、'.join(missing)}还没有写。请写好再提交。")


def _freeze(report):
    period = period_of(report.year, until=report.submitted_on)
    values = figures.for_seats([report.seat_id], period)[report.seat_id]
    report.frozen_figures.all().delete()
    FrozenFigure.objects.bulk_create(
        FrozenFigure(report=report, key=key, value=value, rule=figures.get(key).rule)
        for key, value in values.items()
    )
