"""Inspections by card, by walking the real steps."""

from datetime import timedelta

from congress import clock
from deputies import inspection_workflow as workflow
from deputies.enums import InspectionStatus


Status = InspectionStatus
IN_ORDER = (Status.HANDED, Status.REPORTED, Status.IMPROVED)


def inspected(seat, *, by=None, **fields):
    """An inspection of yesterday, entered by the deputy or by an office; no two in the same words."""
    count = seat.participations.count()
    values = {
        "unit_name": f"镇中心小学{count + 1}部",
        "starts_on": clock.today() - timedelta(days=1),
        "days": 0.5,
        "found": "食堂进货有台账，消防通道堆了桌椅。",
        "suggestions": "清理消防通道。",
        "card_number": "0012",
    }
    return workflow.record(by=by or seat.deputy.user, seat=seat, **(values | fields))


def inspection_at(status, seat, office, unit=None, **fields):
    """An inspection at ``status``; the office speaks for the unit."""
    inspection, today = inspected(seat, **fields), clock.today()
    later = today + timedelta(days=10)
    if status == Status.RETURNED:
        workflow.give_back(inspection, by=office, note="请写明单位名称。")
    if status == Status.WITHDRAWN:
        workflow.withdraw(inspection, by=seat.deputy.user)
    if status == Status.CLOSED:
        workflow.keep(inspection, by=office)
    if status not in IN_ORDER:
        return inspection
    workflow.hand_over(inspection, by=office, report_due_on=later, unit=unit)
    if status in IN_ORDER[1:]:
        told = {"report": "情况属实，马上清理。", "improve_by": later}
        workflow.report(inspection, by=office, reported_on=today, **told)
    if status == Status.IMPROVED:
        workflow.improve(inspection, by=office, improved_on=today, improvement="已清理。")
    return inspection
