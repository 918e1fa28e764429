"""The steps of an activity: offices plan, change and cancel it; a deputy enters what he did by himself."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress.calendar import chinese_date
from congress.workflow import Step, Workflow, whole
from deputies import rules
from deputies.enums import ActivityStatus, ParticipationStatus
from deputies.models import Activity, Participation, Seat
from deputies.models.seat import naming
from deputies.participation_workflow import check_in_office, invite_all, log, put_on_list, remove_all
from deputies.seats import once_each


Status = ActivityStatus
STANDING = frozenset({Status.PLANNED})
# What figures and reports count: fixed once somebody has vouched for it.
COUNTED = ("kind", "starts_on", "ends_on", "days")

activities = Workflow(
    "履职活动",
    Status,
    Step("change", "修改", STANDING, None, rules.can_manage_activity),
    Step("add_people", "增加代表", STANDING, None, rules.can_manage_activity),
    Step("correct", "更正", STANDING, None, rules.is_own_activity),
    Step("cancel", "取消活动", STANDING, Status.CANCELLED, rules.can_manage_activity),
    initial=Status.PLANNED,
)


@whole
def plan_activity(*, by, seats, **fields):
    """Create an activity of an office and invite the seats, each person once; return the activity.

    ``fields`` are those of :class:`Activity`. Raises ``ValidationError`` naming who is not in office then.
    """
    if not rules.can_plan_activities(by):
        raise PermissionDenied("您不能安排活动。")
    activity = Activity(created_by=by, **fields)
    if not rules.can_manage_activity(by, activity):
        raise PermissionDenied("您只能安排本区划内的活动。")
    activities.start(activity, by=by, label="安排")
    put_on_list(activity, once_each(seats, activity.jurisdiction), by=by)
    return activity


@whole
def add_people(activity, *, by, seats):
    """Invite further seats; who is on the list already stays as he is, who was taken off comes back.

    Return the participations invited.
    """
    activities.prepare("add_people", activity, by=by)
    listed = {entry.seat_id: entry for entry in activity.participations.select_related(*naming("seat__"))}
    seats = once_each(seats, activity.jurisdiction, before=[entry.seat for entry in listed.values()])
    for seat in seats:
        check_in_office(seat, activity.starts_on)
    entries = [listed[seat.pk] for seat in seats if seat.pk in listed]
    back = [entry for entry in entries if entry.status == ParticipationStatus.WITHDRAWN]
    invite_all(back, by=by)
    invited = put_on_list(activity, [seat for seat in seats if seat.pk not in listed], by=by) + back
    if invited:
        activities.take("add_people", activity, by=by, note=f"{len(invited)}名")
    return invited


def change_activity(activity, *, by, **fields):
    """Change an activity's data, its minutes (活动中的记录) or its feedback (活动后的反馈)."""
    _change("change", activity, fields, by=by)


@whole
def cancel_activity(activity, *, by, reason):
    """Call off an activity in which nobody has yet taken part; the invited are taken off the list."""
    activities.prepare("cancel", activity, by=by)
    if activity.taken_part:
        raise ValidationError("已有代表登记参加，不能取消这次活动；请先退回或核实这些登记。")
    waiting = activity.participations.filter(status=ParticipationStatus.INVITED)
    remove_all(list(waiting), by=by, note=f"活动取消：{reason}")
    activities.take("cancel", activity, by=by, note=reason)


@whole
def log_activity(*, by, seat, kind, **fields):
    """A deputy logs what he did on his own account; return the participation, waiting to be verified.

    ``fields`` are those of :func:`enter`.
    """
    if not rules.is_own_seat(by, seat):
        raise PermissionDenied("您只能登记自己的履职活动。")
    if not kind.self_logged:
        raise ValidationError({"kind": f"{kind}由机关登记，不用自己登记。"})
    return enter(by=by, seat=seat, kind=kind, **fields)


@whole
def enter(
    *,
    by,
    seat,
    kind,
    starts_on,
    ends_on=None,
    days=None,
    place="",
    title="",
    jurisdiction=None,
    at_home=False,
    **part,
):
    """Enter what one deputy did and log his part in it; return the participation.

    ``days`` may be halves. ``part`` is what :func:`deputies.participation_workflow.log` takes, the sentence
    above all. ``at_home`` says that it was in the constituency that elected him (B46). The activity belongs
    to the congress of the seat unless ``jurisdiction`` says otherwise.
    """
    _check_new(seat, kind, starts_on, part["sentence"])
    activity = Activity(
        kind=kind,
        jurisdiction=jurisdiction or seat.jurisdiction,
        title=title or first_clause(part["sentence"]),
        starts_on=starts_on,
        ends_on=ends_on or starts_on,
        days=days,
        place=place,
        constituency=seat.constituency if at_home else None,
        created_by=by,
    )
    activities.start(activity, by=by, label="登记")
    [entry] = put_on_list(activity, [seat], by=by, label="填写")
    log(entry, by=by, **part)
    return entry


def _check_new(seat, kind, starts_on, sentence):
    """Refuse what was entered in the same words already; the lock lets a second click wait for the first."""
    Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    same = Participation.objects.listed().filter(
        seat__deputy=seat.deputy_id, activity__kind=kind, activity__starts_on=starts_on, sentence=sentence
    )
    if same.exists():
        raise ValidationError(
            {"sentence": f"{chinese_date(starts_on)}已经登记过同样的内容；另有一次的，请写出不同之处。"}
        )


@whole
def correct_entry(entry, *, by, corrections, **part):
    """A deputy logs again what he entered on his own account, the activity itself corrected.

    ``at_home`` among the corrections stands for the constituency of his seat.
    """
    if "at_home" in corrections:
        corrections = dict(corrections)
        at_home = corrections.pop("at_home")
        corrections["constituency"] = entry.seat.constituency if at_home else None
    _change("correct", entry.activity, corrections, by=by)
    log(entry, by=by, **part)


def first_clause(sentence, length=40):
    """The words up to the first comma or stop, as a title."""
    stops = [sentence.find(mark) for mark in "，。；！？,;" if mark in sentence]
    return sentence[: min([length, *(stop for stop in stops if stop > 0)])].strip()


@whole
def _change(step, activity, fields, *, by):
    activities.prepare(step, activity, by=by)
    changed = {field: value for field, value in fields.items() if getattr(activity, field) != value}
    if activity.is_counted and changed.keys() & set(COUNTED):
        raise ValidationError("已有核实的登记，类型、日期、天数不能再改；确需更正的，请先退回这些登记。")
    if "starts_on" in changed:
        for entry in activity.participations.listed().select_related(*naming("seat__")):
            check_in_office(entry.seat, changed["starts_on"])
    if changed:
        names = "、".join(Activity._meta.get_field(field).verbose_name for field in changed)
        activities.take(step, activity, by=by, note=f"改了{names}", **changed)
