"""Signing in: the code on the hall's screen, and what the deputy who scans it meets on his phone."""

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from congress import clock
from congress.models import Meeting
from deputies import rules, sign_in
from deputies.enums import Mark
from deputies.views.meeting import visible_meeting


SCANNED = "scanned_sign_in"


def sign_in_screen(request, pk):
    """The code for the hall's screen; it renews itself."""
    return render(request, "deputies/sign_in_screen.html", _screen(request, pk))


def sign_in_code(request, pk):
    """The part of the screen that is renewed: the code, and how many have come."""
    return render(request, "deputies/_sign_in_code.html", _screen(request, pk))


def _screen(request, pk):
    meeting = visible_meeting(request, pk)
    if not rules.can_keep_roll(request.user, meeting):
        raise PermissionDenied("签到码由召开会议的人大的工作机构出示。")
    closed = sign_in.why_closed(meeting)
    lines = meeting.attendances.due()
    page = {
        "meeting": meeting,
        "closed": closed,
        "due": lines.count(),
        "now": timezone.localtime(clock.now()),
    }
    page["hints"] = [] if closed else sign_in.hints(meeting)
    page["present"] = lines.filter(mark=Mark.PRESENT).count()
    if not closed:
        token = sign_in.token_for(meeting)
        address = request.build_absolute_uri(reverse("deputies:sign_in", args=[token]))
        page["code"] = segno.make(address, error="m").svg_data_uri(scale=10, border=2)
        page["until"] = timezone.localtime(clock.now() + sign_in.TOKEN_AGE)
    return page


@login_not_required
def sign_in_page(request, token):
    """The deputy's own line and one large button; whoever has to log in first loses no time by it."""
    _remember(request, token)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not request.user.is_deputy:
        raise PermissionDenied("签到由代表本人用自己的账号办理。")
    try:
        meeting = _meeting(request, token)
        line = sign_in.line_for(meeting, request.user)
        if request.method == "POST":
            sign_in.sign(line, by=request.user)
            messages.success(request, f"{line.seat.deputy}代表，您已签到，请入场。")
            return redirect("deputies:my_meetings")
    except ValidationError as error:
        return render(request, "deputies/sign_in.html", {"refusal": "".join(error.messages)})
    page = {
        "meeting": meeting,
        "line": line,
        "signed": line.mark == Mark.PRESENT,
        "closed": sign_in.why_closed(meeting),
    }
    return render(request, "deputies/sign_in.html", page)


def _remember(request, token):
    """Keep a code scanned in time: logging in may take longer than the code lasts."""
    try:
        sign_in.read(token)
    except ValidationError:
        return
    request.session[SCANNED] = token


def _meeting(request, token):
    """The meeting of a token: a fresh one, or the one that this browser scanned in time."""
    scanned = request.session.get(SCANNED) == token
    pk = sign_in.read(token, age=sign_in.SCAN_AGE if scanned else sign_in.TOKEN_AGE)
    meeting = Meeting.objects.select_related("session__term__jurisdiction").filter(pk=pk).first()
    if meeting is None:
        raise ValidationError("这场会议已经取消，请与会务人员联系。")
    return meeting
