"""The steps of a deputy's part in an activity, one short function per verb.

A planned activity invites, the deputy logs what he did, staff verify it or return it with a reason; only what
is verified counts.
"""

from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from congress import clock
from congress.calendar import chinese_date
from congress.workflow import Step, Workflow
from deputies import rules
from deputies.enums import ParticipationStatus
from deputies.models import Activity, Participation


Status = ParticipationStatus

participation_workflow = Workflow(
    "履职记录",
    Status,
    Step(
        "log",
        "登记",
        frozenset({Status.INVITED, Status.LOGGED, Status.RETURNED}),
        Status.LOGGED,
        rules.can_log_entry,
    ),
    Step("verify", "核实", frozenset({Status.LOGGED}), Status.VERIFIED, rules.can_verify_entry),
    Step(
        "return_entry",
        "退回",
        frozenset({Status.LOGGED, Status.VERIFIED}),
        Status.RETURNED,
        rules.can_verify_entry,
    ),
    Step(
        "mark_absent",
        "记为未参加",
        frozenset({Status.INVITED, Status.RETURNED}),
        Status.ABSENT,
        rules.can_mark_absent,
    ),
    Step(
        "withdraw", "撤回", frozenset({Status.LOGGED, Status.RETURNED}), Status.WITHDRAWN, rules.is_own_entry
    ),
    Step("remove", "移出名单", frozenset({Status.INVITED}), Status.WITHDRAWN, rules.can_change_list),
    Step(
        "invite",
        "重新列入名单",
        frozenset({Status.ABSENT, Status.WITHDRAWN}),
        Status.INVITED,
        rules.can_change_list,
    ),
    initial=Status.INVITED,
)


@transaction.atomic
def plan_activity(*, by, seats, **fields):
    """Create an activity of an office and invite the seats; return the activity.

    ``fields`` are those of :class:`Activity`. Raises ``ValidationError`` naming who is not in office then.
    """
    if not rules.can_plan_activities(by):
        raise PermissionDenied("您不能安排活动。")
    activity = Activity(created_by=by, **fields)
    if not rules.can_manage_activity(by, activity):
        raise PermissionDenied("您只能安排本区划内的活动。")
    activity.full_clean()
    activity.save()
    add_people(activity, by=by, seats=seats)
    return activity


@transaction.atomic
def add_people(activity, *, by, seats):
    """Invite further seats; who is on the list already stays as he is, who was taken off comes back.

    Return the participations invited.
    """
    if not rules.can_manage_activity(by, activity):
        raise PermissionDenied("您不能更改这次活动的名单。")
    listed = {entry.seat_id: entry for entry in activity.participations.filter(seat__in=seats)}
    invited = []
    for seat in seats:
        _check_in_office(seat, activity)
        entry = listed.get(seat.pk)
        if entry is None:
            entry = Participation(activity=activity, seat=seat)
            invited.append(participation_workflow.start(entry, by=by, label="列入名单"))
        elif entry.status == Status.WITHDRAWN:
            invite(entry, by=by)
            invited.append(entry)
    return invited


@transaction.atomic
def change_activity(activity, *, by, **fields):
    """Change an activity's data, its minutes (活动中的记录) or its feedback (活动后的反馈)."""
    if not rules.can_manage_activity(by, activity):
        raise PermissionDenied("您不能修改这次活动。")
    _change(activity, fields)


@transaction.atomic
def cancel_activity(activity, *, by, reason):
    """Call off an activity in which nobody has yet taken part; the invited are taken off the list."""
    if not rules.can_manage_activity(by, activity):
        raise PermissionDenied("您不能取消这次活动。")
    if activity.taken_part:
        raise ValidationError("已有代表登记参加，不能取消这次活动；请先退回或核实这些登记。")
    _change(activity, {"cancelled_reason": reason})
    for entry in activity.participations.filter(status=Status.INVITED):
        remove(entry, by=by, note=f"活动取消：{reason}")


@transaction.atomic
def log_activity(
    *,
    by,
    seat,
    kind,
    starts_on,
    sentence,
    ends_on=None,
    days=None,
    place="",
    people=None,
    households=None,
    photos=(),
    title="",
    jurisdiction=None,
):
    """A deputy logs what he did on his own account; return the participation, waiting to be verified.

    ``days`` may be halves. ``photos`` are files as :func:`deputies.photos.shrink` returns them. The activity
    belongs to the congress of the seat unless ``jurisdiction`` says otherwise.
    """
    if not rules.is_own_seat(by, seat):
        raise PermissionDenied("您只能登记自己的履职活动。")
    if not kind.self_logged:
        raise ValidationError({"kind": f"{kind}由机关登记，不用自己登记。"})
    activity = Activity(
        kind=kind,
        jurisdiction=jurisdiction or seat.jurisdiction,
        title=title or first_clause(sentence),
        starts_on=starts_on,
        ends_on=ends_on or starts_on,
        days=days,
        place=place,
        created_by=by,
    )
    activity.full_clean()
    activity.save()
    entry = participation_workflow.start(Participation(activity=activity, seat=seat), by=by, label="填写")
    log(entry, by=by, sentence=sentence, people=people, households=households, photos=photos)
    return entry


@transaction.atomic
def log(
    participation,
    *,
    by,
    sentence="",
    people=None,
    households=None,
    photos=(),
    dropped=(),
    corrections=None,
    note="",
):
    """Log one's part in an activity, or correct and resubmit it.

    ``photos`` are added, ``dropped`` ones removed. ``corrections`` change the activity itself, which only the
    deputy who created it may do.
    """
    activity = participation.activity
    if corrections:
        if activity.created_by_id != by.pk:
            raise PermissionDenied("这次活动由机关安排，日期、地点请机关修改。")
        _change(activity, corrections)
    if activity.starts_on > clock.today():
        raise ValidationError(f"活动{chinese_date(activity.starts_on)}才开始，请在开始以后登记。")
    _check_in_office(participation.seat, activity)
    participation_workflow.take(
        "log", participation, by=by, note=note, sentence=sentence, people=people, households=households
    )
    for photo in dropped:
        photo.delete()
        transaction.on_commit(partial(photo.image.storage.delete, photo.image.name))
    for photo in photos:
        participation.photos.create(image=photo)


def verify(participation, *, by, note=""):
    """Vouch that the deputy took part as he says; from now on the entry counts."""
    return participation_workflow.take("verify", participation, by=by, note=note)


@transaction.atomic
def verify_all(participations, *, by):
    """Verify several entries, all or none; who was only invited is logged from the sign-in sheet first.

    Return how many were verified.
    """
    for entry in participations:
        if entry.status == Status.INVITED:
            log(entry, by=by, note="按签到名单登记")
        verify(entry, by=by)
    return len(participations)


def return_entry(participation, *, by, note):
    """Give an entry back with the reason, even one verified by mistake."""
    if not note.strip():
        raise ValidationError({"note": "请写明退回的理由，代表才知道改什么。"})
    return participation_workflow.take("return_entry", participation, by=by, note=note)


def mark_absent(participation, *, by, note=""):
    """Record that a deputy who was invited did not come."""
    return participation_workflow.take("mark_absent", participation, by=by, note=note)


@transaction.atomic
def mark_all_absent(participations, *, by):
    """Record several as absent, all or none; return how many."""
    for entry in participations:
        mark_absent(entry, by=by)
    return len(participations)


def withdraw(participation, *, by, note=""):
    """The deputy takes his own entry back."""
    return participation_workflow.take("withdraw", participation, by=by, note=note)


def remove(participation, *, by, note=""):
    """The office takes an invited deputy off the list."""
    return participation_workflow.take("remove", participation, by=by, note=note)


def invite(participation, *, by, note=""):
    """The office puts a deputy back on the list."""
    _check_in_office(participation.seat, participation.activity)
    return participation_workflow.take("invite", participation, by=by, note=note)


def first_clause(sentence, length=40):
    """The words up to the first comma or stop, as a title."""
    stops = [sentence.find(mark) for mark in "，。；！？,;" if mark in sentence]
    return sentence[: min([length, *(stop for stop in stops if stop > 0)])].strip()


def _change(activity, fields):
    for field, value in fields.items():
        setattr(activity, field, value)
    activity.full_clean()
    activity.save(update_fields=list(fields))


def _check_in_office(seat, activity):
    if not seat.in_office(activity.starts_on):
        day = chinese_date(activity.starts_on)
        raise ValidationError(f"{seat.deputy.name}{day}不在任，不能列为参加活动的代表。")
