"""The steps of a seat, one short function per verb (domain.md E6).

Elected, confirmed by the body to which the credentials committee reports, perhaps suspended, and ended on one
of the grounds of the law. Nothing else sets the end of a seat, its ground or its announcement.
"""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import chinese_date
from congress.validation import validate_new
from congress.workflow import Step, StepNotAvailable, Workflow, whole
from deputies import rolls, rules, vacancy_workflow
from deputies.election import check_election
from deputies.enums import CredentialsStatus, EndGround, SeatStatus, StartGround, VacancyStatus
from deputies.models import CredentialsCase, Seat, Vacancy
from deputies.tenure import close_with_seat, move_end, reopen_with_seat, start_suspension, stop_suspension


Status = SeatStatus
ENDED = frozenset({Status.ENDED})

seats = Workflow(
    "代表任职",
    Status,
    Step("confirm", "确认资格", frozenset({Status.ELECTED}), Status.CONFIRMED, rules.can_keep_seat),
    Step(
        "invalidate",
        "当选无效",
        frozenset({Status.ELECTED}),
        Status.INVALID,
        rules.can_keep_seat,
        done="已登记当选无效",
    ),
    Step("suspend", "暂停执行职务", frozenset({Status.CONFIRMED}), Status.SUSPENDED, rules.can_keep_seat),
    Step("resume", "恢复执行职务", frozenset({Status.SUSPENDED}), Status.CONFIRMED, rules.can_keep_seat),
    Step(
        "end",
        "终止资格",
        frozenset(Status.running),
        Status.ENDED,
        rules.can_keep_seat,
        done="已登记资格终止",
    ),
    Step("announce", "登记终止公告", ENDED, None, rules.can_announce_end),
    Step("correct_end", "更正终止登记", ENDED, None, rules.can_keep_seat),
    Step("restore", "撤销终止登记", ENDED, Status.CONFIRMED, rules.can_keep_seat),
    initial=Status.ELECTED,
    related=["deputy", "term__jurisdiction__parent", "constituency__town", "delegation", "group"],
)


@whole
def elect(*, by, deputy, term, constituency=None, start_ground=StartGround.ELECTED, **fields):
    """Give a deputy, who may be new and unsaved, a seat that is elected and not confirmed yet; return it.

    ``fields`` are those of :class:`Seat`: ``starts_on`` (none: with the term), ``delegation`` …
    Raises ``ValidationError`` where the law or the constituency's quota leaves no room for it.
    """
    if not rules.can_keep_term(by, term):
        raise PermissionDenied("您不能登记这个人大的选举结果。")
    if deputy.pk is None:
        validate_new(deputy)
        deputy.save()
    seat = Seat(deputy=deputy, term=term, constituency=constituency, start_ground=start_ground, **fields)
    check_election(seat)
    return seats.start(seat, by=by, label=f"{seat.get_start_ground_display()}当选")


@whole
def confirm(seat, *, by, confirmed_on, confirmation="", note=""):
    """The credentials committee has reported, and the body has confirmed and announced (选举法第四十七条).

    From that day the deputy is in office and stands on the rolls that are open already.
    """
    _check_confirmation(seat, confirmed_on)
    told = _told_of_confirmation(seat, confirmed_on, confirmation, note)
    announced = {"confirmed_on": confirmed_on, "confirmation": confirmation}
    event = seats.take("confirm", seat, by=by, note=told, **announced)
    rolls.enter_seats([seat])
    return event


@whole
def confirm_all(elected, *, by, confirmed_on, confirmation=""):
    """Confirm all seats of one announcement, all or none; return how many."""
    for seat in elected:
        _check_confirmation(seat, confirmed_on)

    def told(seat):
        return _told_of_confirmation(seat, confirmed_on, confirmation)

    announced = {"confirmed_on": confirmed_on, "confirmation": confirmation}
    seats.take_all("confirm", elected, by=by, note=told, **announced)
    rolls.enter_seats(elected)
    return len(elected)


def _check_confirmation(seat, confirmed_on):
    """Refuse a day before the by-election; a general election is confirmed before its term begins."""
    if (
        seat.start_ground != StartGround.BY_ELECTED
        or seat.starts_on is None
        or confirmed_on >= seat.starts_on
    ):
        return
    told = f"{seat.deputy.name}在{chinese_date(seat.starts_on)}补选当选，确认之日不能早于当选之日，请改正。"
    raise ValidationError({"confirmed_on": told})


def _told_of_confirmation(seat, confirmed_on, *words):
    body = f"{chinese_date(confirmed_on)}{seat.confirming_body}"
    told = f"{body}根据代表资格审查委员会的报告确认（选举法第四十七条）"
    return "；".join(filter(None, [told, *words]))


@whole
def invalidate(seat, *, by, note):
    """The election is void for the reason ``note`` (选举法第四十七条); the seat is vacant.

    A vacancy that it filled opens again; the seat of a general election leaves one of its own.
    """
    step = seats.prepare("invalidate", seat, by=by)
    vacancy = Vacancy.objects.filter(filled_by=seat).first()
    if vacancy:
        vacancy_workflow.put_back(vacancy, by=by, note=f"补选的{seat.deputy.name}当选无效")
    told = f"{seat.confirming_body}确定当选无效（选举法第四十七条）：{note}"
    event = seats.take(step, seat, by=by, note=told)
    if vacancy is None:
        vacancy_workflow.open_vacancy(seat, by=by)
    return event


@whole
def suspend(seat, *, by, ground, starts_on, note=""):
    """The deputy may not act for a time; meetings of that time are not due (代表法第六十一条)."""
    step = seats.prepare("suspend", seat, by=by)
    told = start_suspension(seat, ground, starts_on)
    return seats.take(step, seat, by=by, note="；".join(filter(None, [told, note])))


@whole
def resume(seat, *, by, resumes_on, note=""):
    """The ground has gone: from ``resumes_on`` the deputy acts again (代表法第六十一条第二款)."""
    step = seats.prepare("resume", seat, by=by)
    stop_suspension(seat, resumes_on)
    told = f"自{chinese_date(resumes_on)}起恢复执行代表职务（代表法第六十一条第二款）"
    return seats.take(step, seat, by=by, note="；".join(filter(None, [told, note])))


@whole
def end(seat, *, by, ends_on, end_ground, note="", taken_over=False, **papers):
    """End a seat on a ground of 代表法第六十二条, ``ends_on`` its last day; return the event.

    ``papers`` are ``decided_by``, ``announcement`` and ``announced_on``. Posts and a suspension end with it,
    and a vacancy opens. ``taken_over``: a register says it, which is believed as it stands.
    """
    step = seats.prepare("end", seat, by=by)
    check_end(seat, ends_on)
    if not taken_over:
        _check_ground(seat, end_ground)
        _check_announcement(seat, papers.get("announced_on"))
    changes = {"ends_on": ends_on, "end_ground": end_ground, **papers}
    event = seats.take(step, seat, by=by, note=told_of_end(changes, note), **changes)
    close_with_seat(seat)
    vacancy_workflow.open_vacancy(seat, by=by)
    return event


@whole
def announce(seat, *, by, announced_on, announcement="", note=""):
    """The end has been announced to the voters (代表法第六十三条)."""
    step = seats.prepare("announce", seat, by=by)
    _check_announcement(seat, announced_on)
    told = "，".join(filter(None, [announcement, chinese_date(announced_on)]))
    told = f"由{seat.ending_body}公告代表资格终止：{told}（代表法第六十三条）"
    papers = {"announcement": announcement, "announced_on": announced_on}
    return seats.take(step, seat, by=by, note="；".join(filter(None, [told, note])), **papers)


@whole
def correct_end(seat, *, by, ends_on, end_ground, note, taken_over=False, **papers):
    """Correct day, ground or announcement of an end, for the reason ``note``; as :func:`end`."""
    step = seats.prepare("correct_end", seat, by=by)
    check_end(seat, ends_on)
    _check_by_election(seat, ends_on)
    if not taken_over:
        _check_ground(seat, end_ground)
        _check_announcement(seat, papers.get("announced_on"))
    former = seat.ends_on
    changes = {"ends_on": ends_on, "end_ground": end_ground, **papers}
    event = seats.take(step, seat, by=by, note=told_of_end(changes, f"更正原因：{note}"), **changes)
    move_end(seat, former)
    rolls.enter_seats([seat], after=former)
    return event


@whole
def restore(seat, *, by, note):
    """Take back an end that was registered by mistake; its vacancy is no more."""
    step = seats.prepare("restore", seat, by=by)
    vacancy = Vacancy.objects.filter(seat=seat).first()
    if vacancy and vacancy.status == VacancyStatus.FILLED:
        raise StepNotAvailable(f"这个缺额已由{vacancy.filled_by.deputy.name}补选，不能再撤销终止登记。")
    if vacancy and vacancy.status in VacancyStatus.waiting:
        vacancy_workflow.leave(vacancy, by=by, note=f"终止登记已撤销：{note}")
    former = seat.ends_on
    blank = {"end_ground": "", "decided_by": "", "announcement": "", "announced_on": None}
    event = seats.take(step, seat, by=by, note=note, ends_on=None, **blank)
    reopen_with_seat(seat, former)
    rolls.enter_seats([seat], after=former)
    return event


def check_end(seat, ends_on):
    """Refuse a last day outside the seat."""
    first, last = seat.first_day, seat.term.ends_on
    if first and ends_on < first:
        raise ValidationError({"ends_on": f"终止日期早于就任之日（{chinese_date(first)}），请改正。"})
    if last and ends_on > last:
        raise ValidationError({"ends_on": f"本届{chinese_date(last)}届满，终止日期不能再晚。"})


def _check_ground(seat, end_ground):
    """Refuse to end a seat for missed sessions unless its case was decided so (代表法第六十二条第三项)."""
    if end_ground != EndGround.ABSENT or seat.end_ground == EndGround.ABSENT:
        return
    if not CredentialsCase.objects.filter(seat=seat, status=CredentialsStatus.ENDED).exists():
        told = "未经批准两次不出席大会的，不能在这里直接终止：请到“缺席情况”提请资格审查，有审查报告后再终止"
        raise ValidationError({"end_ground": f"{told}（代表法第六十二条第三项）。"})


def _check_announcement(seat, announced_on):
    """Refuse a day of announcement before the seat began or still to come."""
    if announced_on is None:
        return
    if seat.first_day and announced_on < seat.first_day:
        told = f"公告日期早于就任之日（{chinese_date(seat.first_day)}），请改正。"
        raise ValidationError({"announced_on": told})
    if announced_on > clock.today():
        raise ValidationError({"announced_on": "公告日期在今天之后，请在公告以后再登记。"})


def _check_by_election(seat, ends_on):
    """Refuse a last day on or after that of the by-election, held or scheduled (选举法第五十七条)."""
    vacancy = Vacancy.objects.filter(seat=seat).select_related("filled_by__deputy").first()
    successor = vacancy and vacancy.filled_by
    day = successor.starts_on if successor else vacancy and vacancy.by_election_on
    if not day or ends_on < day:
        return
    if successor:
        told = f"{successor.deputy.name}已于{chinese_date(day)}补选为这个缺额的代表"
        raise ValidationError({"ends_on": f"{told}，终止日期应在此之前，请核对。"})
    told = f"这个缺额已定于{chinese_date(day)}补选，终止日期应在此之前"
    raise ValidationError({"ends_on": f"{told}；日期没有填错的，请先在“出缺和补选”里改定补选日期。"})


def told_of_end(changes, note=""):
    """The end in one sentence: when, why by which article, who decided, where it was announced."""
    ground = changes["end_ground"]
    announced_on = changes.get("announced_on")
    announced = [changes.get("announcement"), chinese_date(announced_on) if announced_on else ""]
    parts = [
        f"代表资格到{chinese_date(changes['ends_on'])}为止",
        f"{EndGround(ground).label}（{EndGround(ground).article}）" if ground else "",
        f"由{changes['decided_by']}接受或者决定" if changes.get("decided_by") else "",
        f"公告：{'，'.join(filter(None, announced))}" if any(announced) else "",
        note,
    ]
    return "；".join(filter(None, parts))
