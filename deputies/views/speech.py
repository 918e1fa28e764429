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
    form = SpeechForm(*sent(request), meeting=meeting, seats=list(seats))
    form.instance.recorder = request.user
    return _saved(request, form, meeting, title="登记发言")


def speech_edit(request, pk):
    """The speech itself: who may read it may correct it."""
    speeches = Speech.objects.visible_to(request.user).select_related(
        *naming("seat__"), "meeting__session__term__jurisdiction"
    )
    speech = get_object_or_404(speeches, pk=pk)
    form = SpeechForm(*sent(request), instance=speech, meeting=speech.meeting, seats=[speech.seat])
    return _saved(request, form, speech.meeting, title=f"{speech.seat.called}的发言")


def _saved(request, form, meeting, *, title):
    back = "deputies:my_meetings" if request.user.is_deputy else meeting
    if form.is_valid():
        form.save()
        messages.success(request, "已保存发言登记；议题和内容只有代表本人和召开会议的人大的工作机构能看。")
        return redirect(back)
    page = {"form": form, "meeting": meeting, "title": title}
    return render(request, "deputies/speech_form.html", page)
