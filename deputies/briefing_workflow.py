"""What is done with a briefing: sent, reminded of, told otherwise, withdrawn (代表法第四十六条; B63)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.models import Message
from congress.plausible import check_day
from congress.workflow import Step, Workflow, whole
from deputies import rules
from deputies.enums import BriefingStatus
from deputies.models import Briefing, BriefingFile, BriefingReceipt
from deputies.seats import once_each


Status = BriefingStatus
SENT = frozenset({Status.SENT})

briefings = Workflow(
    "知情知政通报",
    Status,
    Step("remind", "提醒未读的代表", SENT, None, rules.can_keep_briefing),
    Step("note_told", "登记另行告知", SENT, None, rules.can_keep_briefing),
    Step("withdraw", "撤回", SENT, Status.WITHDRAWN, rules.can_keep_briefing),
    initial=Status.SENT,
    related=("jurisdiction__parent",),
)


@whole
def send(*, by, seats, papers=(), **fields):
    """Send a briefing to seats, each person once; return it.

    ``fields`` are those of :class:`Briefing`, ``papers`` uploaded files. Who has no account is on the list
    as well: the office tells him otherwise and notes it.
    """
    briefing = Briefing(sent_at=clock.now(), **fields)
    if not rules.can_keep_briefing(by, briefing):
        raise PermissionDenied("您只能向本区划内的代表发通报。")
    chosen = once_each(seats, briefing.jurisdiction)
    if not chosen:
        raise ValidationError("选定的范围里现在没有在任的代表，请另选。")
    briefings.start(briefing, by=by, label="发出", note=f"发给{briefing.audience}，共{len(chosen)}名代表")
    BriefingReceipt.objects.bulk_create(BriefingReceipt(briefing=briefing, seat=seat) for seat in chosen)
    for paper in papers:
        BriefingFile.objects.create(briefing=briefing, file=paper, name=paper.name[-150:])
    return briefing


@whole
def remind(briefing, *, by, note=""):
    """Remind those who have not read it, of whom there must be some with an account."""
    step = briefings.prepare("remind", briefing, by=by)
    waiting = briefing.receipts.unread().filter(seat__deputy__user__is_active=True).count()
    if not waiting:
        raise ValidationError("有账号的代表都读过了；没有账号的，请另行告知后登记。")
    told = f"提醒了{waiting}名代表"
    return briefings.take(step, briefing, by=by, note=f"{told}。{note}" if note else told)


@whole
def note_told(briefing, *, by, receipts, told_on, told_how):
    """Put down that those of ``receipts`` (keys) who have not read it were told in another way."""
    step = briefings.prepare("note_told", briefing, by=by)
    check_day("told_on", "告知日期", told_on, not_before=briefing.sent_on, start="发出日期")
    waiting = briefing.receipts.unread().filter(pk__in=receipts)
    count = waiting.update(told_on=told_on, told_how=told_how)
    if not count:
        raise ValidationError("还没有勾选未读的代表，请先勾选。")
    briefings.take(step, briefing, by=by, note=f"{count}名代表，{told_how}")
    return count


@whole
def withdraw(briefing, *, by, note):
    """Take it back with the reason, which the deputies read in its place."""
    if not note.strip():
        raise ValidationError({"note": "请写明撤回的理由。"})
    return briefings.take("withdraw", briefing, by=by, note=note)


def read(briefing, *, by):
    """The deputy has opened it; the first time counts, and the message that led here is read with it."""
    if briefing.is_withdrawn:
        return
    now = clock.now()
    briefing.receipts.filter(seat__deputy__user=by, read_at=None).update(read_at=now)
    Message.objects.visible_to(by).unread().filter(url=briefing.get_absolute_url()).update(read_at=now)
