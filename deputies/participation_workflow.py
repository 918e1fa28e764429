"""The steps of a deputy's part in an activity, one short function per verb.

A planned activity invites, the deputy logs what he did, staff verify it or return it with a reason; only what
is verified counts. Of a cancelled activity nothing is logged or verified any more.
"""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction

from congress import clock
from congress.calendar import chinese_date
from congress.workflow import Step, StepNotAvailable, Workflow, whole
from deputies import rules
from deputies.enums import ParticipationStatus
from deputies.models import Activity, Participation


Status = ParticipationStatus

participations = Workflow(
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
    # By the leave that is granted or taken back (``deputies/leave_workflow.py``), never by themselves.
    Step(
        "excuse", "准假", frozenset({Status.INVITED, Status.ABSENT}), Status.EXCUSED, rules.can_excuse_entry
    ),
    Step("recall_leave", "销假", frozenset({Status.EXCUSED}), Status.INVITED, rules.can_recall_leave),
    initial=Status.INVITED,
    related=(
        "activity__jurisdiction__parent",
        "seat__deputy",
        "seat__term__jurisdiction__parent",
        "seat__constituency__town__parent",
    ),
)

# Steps that are taken with something else, and have no page of their own.
FOLLOWING_STEPS = {"excuse", "recall_leave"}


@whole
def put_on_list(activity, seats, *, by, label="列入名单"):
    """Begin the parts of seats in an activity, all or none; return the participations."""
    for seat in seats:
        check_in_office(seat, activity.starts_on)
    entries = [Participation(activity=activity, seat=seat) for seat in seats]
    return participations.start_all(entries, by=by, label=label)


@whole
def log(participation, *, by, sentence="", people=None, households=None, photos=(), dropped=(), note=""):
    """Log one's part in an activity, or correct and resubmit it.

    ``photos`` are added, ``dropped`` ones removed.
    """
    _hold_activities([participation])
    _check_begun(participation)
    participations.take(
        "log", participation, by=by, note=note, sentence=sentence, people=people, households=households
    )
    for photo in dropped:
        photo.delete()
        transaction.on_commit(partial(photo.image.storage.delete, photo.image.name))
    for photo in photos:
        participation.photos.create(image=photo)


@whole
def verify(participation, *, by, note=""):
    """Vouch that the deputy took part as he says; from now on the entry counts."""
    _hold_activities([participation])
    return participations.take("verify", participation, by=by, note=note)


@whole
def verify_all(entries, *, by):
    """Verify several entries, all or none; who was only invited is logged from the sign-in sheet first.

    Return how many were verified.
    """
    _hold_activities(entries)
    came = [entry for entry in entries if entry.status == Status.INVITED]
    for entry in came:
        _check_begun(entry)
    nothing_told = {"sentence": "", "people": None, "households": None}
    participations.take_all("log", came, by=by, note="按签到名单登记", **nothing_told)
    participations.take_all("verify", entries, by=by)
    return len(entries)


def return_entry(participation, *, by, note):
    """Give an entry back with the reason, even one verified by mistake."""
    if not note.strip():
        raise ValidationError({"note": "请写明退回的理由，代表才知道改什么。"})
    return participations.take("return_entry", participation, by=by, note=note)


def mark_absent(participation, *, by, note=""):
    """Record that a deputy who was invited did not come."""
    return participations.take("mark_absent", participation, by=by, note=note)


def mark_all_absent(entries, *, by):
    """Record several as absent, all or none; return how many."""
    return len(participations.take_all("mark_absent", entries, by=by))


def withdraw(participation, *, by, note=""):
    """The deputy takes his own entry back."""
    return participations.take("withdraw", participation, by=by, note=note)


def remove(participation, *, by, note=""):
    """The office takes an invited deputy off the list."""
    return participations.take("remove", participation, by=by, note=note)


def remove_all(entries, *, by, note):
    """The office takes several off the list, all or none."""
    participations.take_all("remove", entries, by=by, note=note)


def excuse(participation, *, by, note=""):
    """A granted leave excuses the deputy; one who was recorded as absent, too, where it came late."""
    return participations.take("excuse", participation, by=by, note=note)


def recall_leave(participation, *, by, note=""):
    """A leave that was taken back leaves the deputy invited as before."""
    return participations.take("recall_leave", participation, by=by, note=note)


@whole
def invite(participation, *, by, note=""):
    """The office puts a deputy back on the list."""
    _hold_activities([participation])
    check_in_office(participation.seat, participation.activity.starts_on)
    return participations.take("invite", participation, by=by, note=note)


@whole
def invite_all(entries, *, by):
    """The office puts several back on the list of one activity, all or none."""
    _hold_activities(entries)
    for entry in entries:
        check_in_office(entry.seat, entry.activity.starts_on)
    participations.take_all("invite", entries, by=by)


def check_in_office(seat, day):
    """Raise ``ValidationError`` unless the seat is held on the day on which the activity begins."""
    if not seat.in_office(day):
        raise ValidationError(f"{seat.called}{chinese_date(day)}不在任，不能列为参加活动的代表。")


def _check_begun(entry):
    """Refuse to log what is yet to come, or of somebody who was not in office."""
    if entry.activity.starts_on > clock.today():
        raise ValidationError(f"活动{chinese_date(entry.activity.starts_on)}才开始，请在开始以后登记。")
    check_in_office(entry.seat, entry.activity.starts_on)


def _hold_activities(entries):
    """Lock the activities of the entries, so that nobody cancels or changes one meanwhile; renew them."""
    locked = Activity.objects.select_for_update().order_by("pk")
    held = locked.in_bulk({entry.activity_id for entry in entries})
    for entry in entries:
        entry.activity = held[entry.activity_id]
        if entry.activity.is_cancelled:
            raise StepNotAvailable(f"“{entry.activity}”已经取消，不能再办理代表的参加情况。")
