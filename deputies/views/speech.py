"""Speeches: entered by the office of the congress or by the deputy himself, and read by nobody else."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from congress.models import Meeting
from congress.steps import sent
from deputies import rules
from deputies.forms.speech import SpeechForm
from deputies.models import Seat, Speech
from deputies.models.seat import naming
from deputies.speeches import limit_sentence, timed


def speech_list(request, pk):
    """All speeches of a meeting with their minutes, who spoke too long, and whom the chair reminded."""
    meetings = Meeting.objects.select_related("session__term__jurisdiction__parent")
    meeting = get_object_or_404(meetings, pk=pk)
    if not rules.keeps_speeches(request.user, meeting):
        raise PermissionDenied("发言清单只有召开会议的人大的工作机构能看。")
    speeches = timed(of_meeting(request.user, meeting).order_by("pk"))
    page = {
        "meeting": meeting,
        "speeches": speeches,
        "limits": limit_sentence(meeting),
        "minutes": sum(speech.minutes or 0 for speech in speeches),
        "over": sum(speech.over > 0 for speech in speeches),
        "reminded": sum(speech.reminded for speech in speeches),
    }
    return render(request, "deputies/speech_list.html", page)


def of_meeting(user, meeting):
    """The meeting's speeches that the user may read, with what :func:`deputies.speeches.timed` needs."""
    found = Speech.objects.visible_to(user).filter(meeting=meeting)
    return found.select_related("meeting__session__term__jurisdiction__parent", *naming("seat__"))


def speech_add(request, pk):
    """A deputy enters his own speech at a meeting on whose roll he stands, the office anybody's."""
    meetings = Meeting.objects.select_related("session__term__jurisdiction")
    meeting = get_object_or_404(meetings, pk=pk)
    seats = Seat.objects.filter(attendances__meeting=meeting).in_office(meeting.on)
    if request.user.is_deputy:
        seats = seats.filter(deputy__user=request.user)
    elif not rules.keeps_speeches(request.user, meeting):
        raise PermissionDenied("会议发言由代表本人或者召开会议的人大的工作机构登记。")
    if not seats:
        raise PermissionDenied("这场会议的名单上没有可以登记发言的代表。")
    form = SpeechForm(*sent(request), meeting=meeting, seats=list(seats), keeps=request.user.is_office)
    form.instance.recorder = request.user
    return _saved(request, form, meeting, title="登记发言")


def speech_edit(request, pk):
    """The speech itself: who may read it may correct it."""
    speeches = Speech.objects.visible_to(request.user).select_related(
        *naming("seat__"), "meeting__session__term__jurisdiction"
    )
    speech = get_object_or_404(speeches, pk=pk)
    form = SpeechForm(
        *sent(request),
        instance=speech,
        meeting=speech.meeting,
        seats=[speech.seat],
        keeps=request.user.is_office,
    )
    return _saved(request, form, speech.meeting, title=f"{speech.seat.called}的发言")


def _saved(request, form, meeting, *, title):
    back = "deputies:my_meetings" if request.user.is_deputy else meeting
    if form.is_valid():
        saved = form.save()
        _warn(request, saved)
        messages.success(request, "已保存发言登记；议题和内容只有代表本人和召开会议的人大的工作机构能看。")
        return redirect(back)
    page = {"form": form, "meeting": meeting, "title": title}
    return render(request, "deputies/speech_form.html", page)


def _warn(request, saved):
    """Tell at once that the speech was too long."""
    own = of_meeting(request.user, saved.meeting).filter(seat=saved.seat_id)
    speech = next(one for one in timed(own) if one.pk == saved.pk)
    if speech.over:
        told = f"这是这名代表在本场会议的第{speech.turn}次发言，限{speech.limit}分钟，超时{speech.over}分钟。"
        messages.warning(request, told)
