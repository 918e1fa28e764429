"""A meeting and its roll; a deputy's own meetings."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock
from congress.models import Meeting
from congress.posted import posted_from
from congress.steps import add_errors, sent
from deputies import rolls, rules
from deputies.enums import Mark, MarkedBy
from deputies.forms.meeting import CallForm, RollForm
from deputies.leave import begun
from deputies.leave_events import standing_from
from deputies.models import Attendance, Speech
from deputies.models.seat import naming
from deputies.roll_sheet import sheet_for
from deputies.speeches import timed
from deputies.views.speech import of_meeting


PAST_SHOWN = 60


def meeting_detail(request, pk):
    """The roll: who was due, who came; who keeps it marks it here, all at once."""
    if request.user.is_deputy:
        return redirect("deputies:my_meetings")
    meeting = visible_meeting(request, pk)
    sheet = sheet_for(meeting, request.user)
    may_keep = rules.can_keep_roll(request.user, meeting)
    has_come = rolls.has_come(meeting)
    if request.method == "POST" and not may_keep:
        raise PermissionDenied("您不能登记这次会议的出勤。")
    form = RollForm(*sent(request), lines=sheet.markable) if may_keep else None
    if form and form.is_valid() and _save(request, sheet, form):
        return redirect(meeting)
    speeches = Speech.objects.filter(meeting=meeting)
    page = {
        "meeting": meeting,
        "session": meeting.session,
        "sheet": sheet,
        "form": form,
        "marks": [(mark.value, mark.label) for mark in Mark if has_come or mark not in rolls.ATTENDED],
        "has_come": has_come,
        "may_keep": may_keep,
        "agenda": meeting.agenda.all(),
        "speech_count": speeches.counted().count(),
        "speeches": timed(of_meeting(request.user, meeting)),
        "keeps_speeches": rules.keeps_speeches(request.user, meeting),
        "needs_reason": any(rolls.needs_reason(line) for line in sheet.lines),
    }
    for line in sheet.lines if form else ():
        line.fields = _fields(form, line)
    return render(request, "deputies/meeting_detail.html", page)


def _fields(form, line):
    """What the page needs to draw a line's mark and note as they were typed; None where there are none."""
    if line.outside:
        return None
    mark, note = form[f"mark-{line.pk}"], form[f"note-{line.pk}"]
    return {"mark": mark.html_name, "chosen": mark.value() or line.mark, "note": note, "errors": note.errors}


def _save(request, sheet, form):
    """Save the marks; tell how many changed. What is refused stays on the page as it was typed."""
    rest = Mark.PRESENT if "all_present" in request.POST else None
    try:
        changed = rolls.mark_many(
            sheet.meeting,
            form.marks(rest=rest, waiting={line.seat_id for line in sheet.lines if line.leave}),
            by=request.user,
            how=MarkedBy.HAND,
            reason=form.cleaned_data["reason"],
        )
    except ValidationError as error:
        add_errors(form, error)
        return False
    messages.success(request, f"已保存，{changed}名代表的出勤有变动。" if changed else "已保存，没有变动。")
    return True


def meeting_call(request, pk):
    """Put deputies on the roll by name."""
    meeting = _kept(request, pk)
    form = CallForm(*sent(request), meeting=meeting)
    if form.is_valid():
        seats = form.cleaned_data["seats"].select_related("deputy", "term")
        try:
            count = rolls.call(meeting, seats, nonvoting=form.cleaned_data["nonvoting"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已把{count}名代表列入名单。")
            return redirect(meeting)
    called = meeting.attendances.filter(mark=Mark.UNRECORDED).exclude(seat__in=rolls.members_of(meeting))
    called |= meeting.attendances.filter(mark=Mark.UNRECORDED, nonvoting=True)
    page = {
        "form": form,
        "meeting": meeting,
        "called": called.select_related(*naming("seat__")),
    }
    return render(request, "deputies/meeting_call.html", page)


@posted_from("deputies:meeting_detail", "pk")
def meeting_strike(request, pk, line):
    """Take a deputy off the roll who was put on it by mistake."""
    meeting = _kept(request, pk)
    found = get_object_or_404(Attendance.objects.select_related(*naming("seat__")), meeting=meeting, pk=line)
    try:
        rolls.strike(found)
    except ValidationError as error:
        messages.error(request, "".join(error.messages))
    else:
        messages.success(request, f"已把{found.seat.called}移出名单。")
    return redirect(meeting)


def my_meetings(request):
    """A deputy's meetings to come, his marks, his speeches."""
    if not rules.can_list_own_meetings(request.user):
        raise PermissionDenied("这里是代表本人的会议；工作人员请看“会议”。")
    lines = Attendance.objects.visible_to(request.user).select_related(
        "meeting__session__term__jurisdiction", "seat__term__jurisdiction"
    )
    today = clock.today()
    coming = list(lines.filter(meeting__on__gte=today))
    asked = standing_from(line.meeting for line in coming)
    for line in coming:
        line.leave = asked.get((line.seat_id, line.meeting_id)) if line.mark == Mark.UNRECORDED else None
        askable = line.mark == Mark.UNRECORDED and not line.nonvoting and not begun(line.meeting)
        line.may_ask_leave = askable and line.leave is None
    page = {
        "today": today,
        "coming": coming,
        "past": lines.filter(meeting__on__lt=today).order_by("-meeting__on", "-meeting__order", "-pk")[
            :PAST_SHOWN
        ],
        "speeches": timed(
            Speech.objects.visible_to(request.user).select_related(
                "meeting__session__term__jurisdiction__parent"
            )[:PAST_SHOWN]
        ),
    }
    return render(request, "deputies/my_meetings.html", page)


def visible_meeting(request, pk):
    """A meeting that the user may look at."""
    if not rules.can_list_sessions(request.user):
        raise PermissionDenied("会议和考勤由工作人员和领导查阅。")
    meetings = Meeting.objects.visible_to(request.user)
    return get_object_or_404(meetings.select_related("session__term__jurisdiction__parent"), pk=pk)


def _kept(request, pk):
    meeting = visible_meeting(request, pk)
    if not rules.can_keep_roll(request.user, meeting):
        raise PermissionDenied("您不能登记这次会议的出勤。")
    return meeting
