"""Notices of reception days: drafted from the day, revised, approved by the head, published (E3, B24).

Day before notice: whoever drafts or publishes locks the day's row first, so that two who do it at once make
one draft, and nobody waits in a circle.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.models.office_rules import rules_for
from congress.plausible import check_day
from congress.workflow import Step, Workflow, whole
from reception import announcing, day_workflow, rules
from reception.enums import DayStatus, NoticeKind
from reception.enums import NoticeStatus as S
from reception.models import Notice, ReceptionDay


notices = Workflow(
    "接待日公告",
    S,
    Step("revise", "修改", frozenset({S.DRAFT, S.APPROVED}), S.DRAFT, rules.can_prepare_notice),
    Step("approve", "审核", frozenset({S.DRAFT}), S.APPROVED, rules.can_approve_notice, done="已审核"),
    Step(
        "publish",
        "发布",
        frozenset({S.DRAFT, S.APPROVED}),
        S.PUBLISHED,
        rules.can_prepare_notice,
        done="已发布",
    ),
    initial=S.DRAFT,
    related=["day__jurisdiction__parent", "day__station"],
)

ANNOUNCES_DAY = (DayStatus.ROTA_SET, DayStatus.POSTPONED)


@whole
def draft(day, *, by):
    """Draft the day's next notice; the one that is drafted already stays. Returns the notice."""
    if not rules.can_prepare_day(by, day):
        raise PermissionDenied("公告由本镇街工作人员和联络员起草。")
    _lock(day.pk)
    if found := day.notices.unpublished().first():
        return found
    if day.status == DayStatus.PLANNED or not day.slots.exists() and day.status != DayStatus.CANCELLED:
        raise ValidationError("还没有排班，不能起草公告；请先排班。")
    kind = announcing.kind_of(day)
    title, text = announcing.wording(day, rules_for(day.jurisdiction), kind)
    notice = Notice(day=day, kind=kind, title=title, text=text, publisher=day.jurisdiction.office_name)
    return notices.start(notice, by=by, label="起草")


@whole
def revise(notice, *, by, title, text, publisher, renew=False):
    """Change the wording; ``renew`` takes it anew from the day as it stands now."""
    step = notices.prepare("revise", notice, by=by)
    changes = {"title": title, "text": text, "publisher": publisher}
    if renew:
        kind = announcing.kind_of(notice.day)
        title, text = announcing.wording(notice.day, rules_for(notice.day.jurisdiction), kind)
        changes |= {"kind": kind, "title": title, "text": text}
    return notices.take(step, notice, by=by, **changes)


def approve(notice, *, by, note=""):
    """The head approves; where the rules do not ask for it, it may be done all the same."""
    return notices.take("approve", notice, by=by, note=note)


@whole
def publish(notice, *, by, where, published_on=None, reason=""):
    """Put down when and where the notice was posted, and announce the day by it.

    A later version of a day that is announced already changes nothing about the day.
    """
    _lock(notice.day_id)
    step = notices.prepare("publish", notice, by=by)
    day, published_on = notice.day, published_on or clock.today()
    waits = notice.status != S.APPROVED and asks_approval(notice)
    if waits and not rules.can_approve_notice(by, notice):
        raise ValidationError("按本镇街的工作规则，公告要先审核；请等镇街人大审核后再发布。")
    if notice.kind != NoticeKind.CANCEL and day.status == DayStatus.CANCELLED:
        raise ValidationError("这个接待日已经取消，请先“修改”，勾选“按现在的安排重新起草”。")
    if day.status in ANNOUNCES_DAY:
        day_workflow.publish_notice(day, by=by, published_on=published_on, reason=reason)
    else:
        check_day("published_on", "公告日期", published_on)
    return notices.take(step, notice, by=by, note=reason, where=where, published_on=published_on)


@whole
def publish_day(day, *, by, where, published_on=None, reason=""):
    """Announce a day as the draft says or, without one, as it is drafted from the day."""
    day_workflow.days.prepare("publish_notice", day, by=by)
    return publish(draft(day, by=by), by=by, where=where, published_on=published_on, reason=reason)


def _lock(day):
    """Lock the row of the day with this key."""
    ReceptionDay.objects.select_for_update().values_list("pk").get(pk=day)


def asks_approval(notice):
    """Whether the office's rules want the head to approve its notices."""
    return rules_for(notice.day.jurisdiction).notice_approval
