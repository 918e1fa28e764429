"""Signing in by the code on the hall's screen.

The code carries a signed token that is good for two minutes, so that nobody signs in from a picture sent to
him. Who has scanned in time has ten minutes to log in and to press the button.
"""

from datetime import datetime, time, timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress import clock
from deputies import rolls
from deputies.enums import Mark, MarkedBy
from deputies.models import Attendance
from deputies.roll_sheet import outside_of


TOKEN_AGE = timedelta(minutes=2)
SCAN_AGE = timedelta(minutes=10)
OPENS_BEFORE = timedelta(minutes=60)
LATE = "迟到"

_signer = signing.Signer(salt="deputies.sign_in")


def token_for(meeting):
    """What the code of a meeting carries at this moment."""
    return _signer.sign_object([meeting.pk, int(clock.now().timestamp())])


def read(token, *, age=TOKEN_AGE):
    """The primary key of the meeting of a token; ``ValidationError`` where it is forged or too old."""
    try:
        meeting, at = _signer.unsign_object(token)
    except (signing.BadSignature, ValueError) as error:
        raise ValidationError("这不是会场的签到码，请重新扫会场屏幕上的二维码。") from error
    if clock.now().timestamp() - at > age.total_seconds():
        raise ValidationError("签到码已过期，请重新扫会场屏幕上的二维码。")
    return meeting


def window(meeting):
    """When signing in is open, as two aware datetimes: from an hour before the meeting to its end.

    Without times, all day.
    """
    begins = _at(meeting.on, meeting.starts_at)
    opens = begins - OPENS_BEFORE if begins else _at(meeting.on, time.min)
    return opens, _at(meeting.on, meeting.ends_at) or _at(meeting.on, time.max)


def _at(day, hour):
    return datetime.combine(day, hour, timezone.get_current_timezone()) if hour else None


def why_closed(meeting):
    """The sentence for who comes too early or too late; nothing while signing in is open."""
    opens, closes = window(meeting)
    if clock.now() < opens:
        if meeting.on != clock.today():
            return "还没有到开会的日子，请在开会当天签到。"
        return f"签到还没有开始，{timezone.localtime(opens):%H:%M}以后可以签到。"
    if clock.now() > closes:
        return "会议已经结束，不能再签到；实际到会的，请与会务人员联系补登。"
    return ""


def hints(meeting):
    """What the hall should know while signing in is open: that it is late already, and when it closes."""
    told = []
    if is_late(meeting):
        told.append(f"会议已于{meeting.starts_at:%H:%M}开始，现在签到的记为{LATE}。")
    if meeting.ends_at:
        told.append(f"签到到{meeting.ends_at:%H:%M}会议结束为止。")
    return told


def is_late(meeting):
    begins = _at(meeting.on, meeting.starts_at)
    return begins is not None and clock.now() > begins


def line_for(meeting, user):
    """The deputy's own line on the roll; ``ValidationError`` where there is none that he can sign."""
    lines = Attendance.objects.filter(meeting=meeting, seat__deputy__user=user)
    line = lines.select_related("seat__deputy", "seat__term__jurisdiction", "seat__constituency").first()
    if line is None:
        raise ValidationError("您不在这次会议的名单上，请与会务人员核对。")
    if reason := outside_of(line):
        raise ValidationError(f"登记显示您在会议当天{reason}，不能签到，请与会务人员核对。")
    return line


def sign(line, *, by):
    """Sign a deputy in, with a note where the meeting has begun; signing twice changes nothing."""
    if closed := why_closed(line.meeting):
        raise ValidationError(closed)
    if line.mark == Mark.PRESENT:
        return
    note = LATE if is_late(line.meeting) else ""
    rolls.mark(line, Mark.PRESENT, by=by, how=MarkedBy.QR, note=note)
