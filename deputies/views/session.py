"""Sessions with their meetings and agenda, as offices keep them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render

from congress.lists import FilteredList
from congress.models import AgendaItem, Meeting, Session
from congress.steps import sent
from deputies import rolls, rules
from deputies.enums import LeaveStatus, Mark
from deputies.forms.meeting import AgendaForm, MeetingForm, SessionForm
from deputies.models import Attendance, Leave
from deputies.models.seat import naming
from deputies.papers.attendance import parts_of
from deputies.session_filters import SessionFilter


PLACE = "term__jurisdiction__parent"
MOST_MISSING = 60


class SessionList(FilteredList):
    """The sessions of the user's area, the latest first."""

    filterset_class = SessionFilter
    template_name = "deputies/session_list.html"
    open_to = staticmethod(rules.can_list_sessions)

    def get_queryset(self):
        sessions = Session.objects.visible_to(self.request.user).select_related("term__jurisdiction")
        return sessions.annotate(meeting_count=Count("meetings")).order_by("-starts_on", "-pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, may_add=rules.can_add_sessions(self.request.user))


def session_detail(request, pk):
    """Its meetings day by day with their attendance, its agenda, and who stays away."""
    if request.user.is_deputy:
        return redirect("deputies:my_meetings")
    session = _visible(request, pk)
    may_print = rules.can_print_roll(request.user, session)
    lines = Attendance.objects.visible_to(request.user)
    page = {
        "session": session,
        "meetings": _counted(session.meetings.all(), lines),
        "agenda": session.agenda.select_related("meeting"),
        "missing": _missing(lines, session),
        "waiting": Leave.objects.visible_to(request.user)
        .filter(session=session, status=LeaveStatus.SUBMITTED)
        .select_related(*naming("seat__")),
        "may_keep": rules.can_keep_session(request.user, session),
        "may_print": may_print,
        "roll_parts": parts_of(session) if may_print else [],
    }
    return render(request, "deputies/session_detail.html", page)


def _counted(meetings, lines):
    """The meetings, each with how many of the ``lines`` due have which mark: ``meeting.present`` …"""
    due = lines.due().filter(meeting__in=meetings).order_by()
    rows = due.values_list("meeting", "mark").annotate(count=Count("pk"))
    counts = {(meeting, mark): count for meeting, mark, count in rows}
    found = list(meetings)
    for meeting in found:
        for mark in Mark.values:
            setattr(meeting, mark, counts.get((meeting.pk, mark), 0))
    return found


def _missing(lines, session):
    """Who stayed away from a meeting, with leave or without: deputy by deputy."""
    away = lines.due().filter(meeting__session=session, mark__in=(Mark.ABSENT, Mark.EXCUSED))
    related = ("seat__deputy", "seat__constituency", "seat__term__jurisdiction", "meeting")
    return away.select_related(*related).order_by(
        "seat__deputy__stroke_key", "seat", "meeting__on", "meeting__order", "meeting"
    )[:MOST_MISSING]


def session_add(request):
    if not rules.can_add_sessions(request.user):
        raise PermissionDenied("您不能登记会议；街道没有自己的人民代表大会。")
    form = SessionForm(*sent(request), user=request.user)
    return _saved(request, form, "登记会议", told="已登记{}，接着登记各场会议。")


def session_edit(request, pk):
    session = _kept(request, pk)
    form = SessionForm(*sent(request), user=request.user, instance=session)
    return _saved(request, form, "修改会议", back=session.get_absolute_url())


def meeting_add(request, pk):
    """A further meeting; its roll is opened at once."""
    session = _kept(request, pk)
    form = MeetingForm(*sent(request), session=session)
    return _saved(
        request, form, f"增加一场会议：{session}", back=session.get_absolute_url(), then=rolls.open_roll
    )


def meeting_edit(request, pk):
    """Another day may bring further deputies onto the roll."""
    meeting = _kept_meeting(request, pk)
    form = MeetingForm(*sent(request), session=meeting.session, instance=meeting)
    return _saved(
        request, form, f"修改会议：{meeting}", back=meeting.get_absolute_url(), then=rolls.open_roll
    )


def meeting_delete(request, pk):
    """Ask before a meeting that was entered by mistake is deleted."""
    meeting = _kept_meeting(request, pk)
    if request.method == "POST":
        try:
            rolls.discard(meeting)
        except ValidationError as error:
            messages.error(request, "".join(error.messages))
            return redirect("deputies:meeting_detail", pk)
        messages.success(request, f"已删除{meeting}。")
        return redirect(meeting.session)
    return render(request, "deputies/meeting_delete.html", {"meeting": meeting})


def agenda_add(request, pk):
    session = _kept(request, pk)
    form = AgendaForm(*sent(request), session=session)
    return _saved(request, form, f"增加议程：{session}", back=session.get_absolute_url(), lead=session)


def agenda_edit(request, pk):
    """An item of the agenda, and what came of it."""
    items = AgendaItem.objects.visible_to(request.user).select_related(f"session__{PLACE}")
    item = get_object_or_404(items, pk=pk)
    _check_keeps(request, item.session)
    form = AgendaForm(*sent(request), session=item.session, instance=item)
    back = item.session.get_absolute_url()
    return _saved(request, form, "修改议程和结果", back=back, lead=item.session)


def _saved(request, form, title, *, back=None, then=None, lead=None, told="已保存：{}。"):
    """Show the form; save what is valid, do ``then`` with it, and lead to it or to ``lead``."""
    if form.is_valid():
        record = form.save()
        if then:
            then(record)
        messages.success(request, told.format(record))
        return redirect(lead or record)
    page = {"form": form, "title": title, "back": back}
    return render(request, "deputies/session_form.html", page)


def _visible(request, pk):
    if not rules.can_list_sessions(request.user):
        raise PermissionDenied("会议和考勤由工作人员和领导查阅。")
    return get_object_or_404(Session.objects.visible_to(request.user).select_related(PLACE), pk=pk)


def _kept(request, pk):
    session = _visible(request, pk)
    _check_keeps(request, session)
    return session


def _kept_meeting(request, pk):
    meetings = Meeting.objects.visible_to(request.user).select_related(f"session__{PLACE}")
    meeting = get_object_or_404(meetings, pk=pk)
    _check_keeps(request, meeting.session)
    return meeting


def _check_keeps(request, session):
    if not rules.can_keep_session(request.user, session):
        raise PermissionDenied("这次会议由召开会议的人大的工作机构登记，您不能修改。")
