"""The steps of an inspection by card: entered, verified, handed to the unit, told, mended, settled.

代表法第二十九条第三款; domain.md B48: the inspected unit reports truthfully and improves. A deputy does not
settle matters himself (第三十一条第二款): what he suggests goes to the unit through the office.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import chinese_date
from congress.plausible import check_day
from congress.workflow import Step, Workflow, whole
from deputies import activity_workflow, participation_workflow, rules
from deputies.enums import InspectionStatus, ParticipationStatus
from deputies.models import ActivityKind, CardInspection


Status = InspectionStatus
LONGEST = 366  # days that a unit may be given

inspections = Workflow(
    "持证视察",
    Status,
    Step(
        "correct",
        "修改",
        frozenset({Status.RECORDED, Status.RETURNED}),
        Status.RECORDED,
        rules.can_correct_inspection,
    ),
    Step(
        "hand_over",
        "核实并转交单位",
        frozenset({Status.RECORDED}),
        Status.HANDED,
        rules.can_handle_inspection,
    ),
    Step("keep", "核实归档", frozenset({Status.RECORDED}), Status.CLOSED, rules.can_handle_inspection),
    Step(
        "give_back", "退回代表", frozenset({Status.RECORDED}), Status.RETURNED, rules.can_give_back_inspection
    ),
    Step("report", "汇报情况", frozenset({Status.HANDED}), Status.REPORTED, rules.can_answer_inspection),
    Step(
        "improve",
        "报告整改",
        frozenset({Status.REPORTED}),
        Status.IMPROVED,
        rules.can_answer_inspection,
    ),
    Step(
        "ask_improvement",
        "要求整改",
        frozenset({Status.REPORTED, Status.IMPROVED}),
        Status.REPORTED,
        rules.can_handle_inspection,
    ),
    Step(
        "close",
        "办结",
        frozenset({Status.REPORTED, Status.IMPROVED}),
        Status.CLOSED,
        rules.can_handle_inspection,
    ),
    Step(
        "withdraw",
        "撤回",
        frozenset({Status.RECORDED, Status.RETURNED}),
        Status.WITHDRAWN,
        rules.can_withdraw_inspection,
    ),
    initial=Status.RECORDED,
    related=(
        "participation__activity__jurisdiction__parent",
        "participation__seat__deputy",
        "participation__seat__term__jurisdiction__parent",
        "participation__seat__constituency__town__parent",
    ),
)


@whole
def record(*, by, seat, unit_name, found, suggestions="", card_number="", arranged=False, **fields):
    """Enter an inspection as one activity of the deputy; return it.

    ``fields`` are those of :func:`deputies.activity_workflow.enter`. What an office enters is verified.
    """
    if not rules.can_enter_inspection_of(by, seat):
        raise PermissionDenied("您只能登记自己的持证视察，或者本机关联系的代表的。")
    number = card_number or seat.card_number
    if not number:
        raise ValidationError({"card_number": "名册上没有代表证号，请填写。"})
    kind = ActivityKind.objects.get(code=ActivityKind.INSPECTION)
    entry = activity_workflow.enter(
        by=by, seat=seat, kind=kind, title=f"持证视察{unit_name}", sentence=_told(unit_name, found), **fields
    )
    entry.quiet = True
    inspection = CardInspection(
        participation=entry,
        card_number=number,
        arranged=arranged,
        unit_name=unit_name,
        found=found,
        suggestions=suggestions,
    )
    inspections.start(inspection, by=by, label="登记")
    if not rules.is_own_seat(by, seat):
        participation_workflow.verify(entry, by=by)
    return inspection


@whole
def correct(
    inspection,
    *,
    by,
    unit_name,
    found,
    suggestions="",
    card_number="",
    arranged=False,
    photos=(),
    dropped=(),
    **corrections,
):
    """The deputy corrects what he entered, or enters again what was given back."""
    step = inspections.prepare("correct", inspection, by=by)
    changes = {
        "unit_name": unit_name,
        "found": found,
        "suggestions": suggestions,
        "card_number": card_number or inspection.card_number,
        "arranged": arranged,
    }
    activity_workflow.correct_entry(
        inspection.participation,
        by=by,
        corrections={**corrections, "title": f"持证视察{unit_name}"},
        sentence=_told(unit_name, found),
        photos=photos,
        dropped=dropped,
    )
    return inspections.take(step, inspection, by=by, **changes)


@whole
def hand_over(inspection, *, by, report_due_on, unit=None, note=""):
    """Verify it and ask the unit to report; without ``unit`` the office asks by itself and enters it."""
    step = inspections.prepare("hand_over", inspection, by=by)
    _check_due("report_due_on", "汇报期限", report_due_on)
    _vouch(inspection, by=by)
    return inspections.take(step, inspection, by=by, note=note, report_due_on=report_due_on, unit=unit)


@whole
def keep(inspection, *, by, note=""):
    """Verify it; there is nothing for a unit to answer."""
    step = inspections.prepare("keep", inspection, by=by)
    _vouch(inspection, by=by)
    return inspections.take(step, inspection, by=by, note=note)


@whole
def give_back(inspection, *, by, note):
    """Give it back to the deputy with the reason, and his duty entry with it."""
    step = inspections.prepare("give_back", inspection, by=by)
    entry = _quiet_entry(inspection)
    if entry.status != ParticipationStatus.RETURNED:
        participation_workflow.return_entry(entry, by=by, note=note)
    return inspections.take(step, inspection, by=by, note=note)


@whole
def report(inspection, *, by, reported_on, report, improve_by=None, note=""):
    """The unit tells truthfully how it stands and, where something is to be mended, until when."""
    step = inspections.prepare("report", inspection, by=by)
    check_day("reported_on", "汇报日期", reported_on, not_before=inspection.on, start="视察日期")
    if improve_by is not None:
        _check_due("improve_by", "整改期限", improve_by)
    changes = {"reported_on": reported_on, "report": report, "improve_by": improve_by}
    return inspections.take(step, inspection, by=by, note=note, **changes)


@whole
def improve(inspection, *, by, improved_on, improvement, note=""):
    """The unit tells what it has mended."""
    step = inspections.prepare("improve", inspection, by=by)
    check_day("improved_on", "整改日期", improved_on, not_before=inspection.on, start="视察日期")
    return inspections.take(
        step, inspection, by=by, note=note, improved_on=improved_on, improvement=improvement
    )


@whole
def ask_improvement(inspection, *, by, improve_by, note):
    """The office asks the unit to mend, or to mend what is not mended yet, until a day."""
    step = inspections.prepare("ask_improvement", inspection, by=by)
    _check_due("improve_by", "整改期限", improve_by)
    return inspections.take(step, inspection, by=by, note=note, improve_by=improve_by)


@whole
def close(inspection, *, by, note=""):
    """Settled; the deputy is told (代表法第三十一条第一款)."""
    return inspections.take("close", inspection, by=by, note=note)


@whole
def withdraw(inspection, *, by, note=""):
    """Take it back, and the duty entry with it, before anything was handed to a unit."""
    step = inspections.prepare("withdraw", inspection, by=by)
    entry = _quiet_entry(inspection)
    if entry.is_self_logged:
        participation_workflow.withdraw(entry, by=by, note=note)
    else:
        participation_workflow.return_entry(entry, by=by, note=note or "登记有误，撤回")
        participation_workflow.mark_absent(entry, by=by)
    return inspections.take(step, inspection, by=by, note=note)


def _told(unit_name, found, most=200):
    """The sentence of the duty entry."""
    sentence = f"持证视察{unit_name}：{' '.join(found.split())}"
    return sentence if len(sentence) <= most else f"{sentence[: most - 1]}…"


def _quiet_entry(inspection):
    """The deputy's part, of whose steps the inspection's own messages tell."""
    inspection.participation.quiet = True
    return inspection.participation


def _vouch(inspection, *, by):
    """Verify the deputy's part unless somebody has; refuse what is no longer there to be vouched for."""
    entry = _quiet_entry(inspection)
    if entry.status == ParticipationStatus.LOGGED:
        participation_workflow.verify(entry, by=by)
    elif entry.status != ParticipationStatus.VERIFIED:
        raise ValidationError(f"这次视察的履职记录{entry.get_status_display()}，请先办理那条记录。")


def _check_due(field, label, day):
    """A day to come, and not out of reach."""
    today = clock.today()
    if day < today:
        raise ValidationError({field: f"{label}不能早于今天（{chinese_date(today)}）。"})
    if day > today + timedelta(days=LONGEST):
        raise ValidationError({field: f"{label}离今天不能超过一年，请核对年份。"})
