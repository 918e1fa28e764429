"""The roll of a session as a workbook."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from congress import xlsx
from congress.models import Session
from deputies import rules
from deputies.papers.roll_sheet import roll_workbook


def roll_sheet(request, pk):
    """The marks of all meetings of a session, to be kept, corrected and taken over again."""
    sessions = Session.objects.visible_to(request.user).select_related("term__jurisdiction__parent")
    session = get_object_or_404(sessions, pk=pk)
    if not rules.can_print_roll(request.user, session):
        raise PermissionDenied("考勤表由本级人大的工作人员导出。")
    return xlsx.response(roll_workbook(session), f"{session}考勤表.xlsx")
