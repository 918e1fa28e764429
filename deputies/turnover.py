"""The turnover (换届) of a congress: the next term opens, and who is re-elected goes over.

The old term stays as it is; only its last day is set, the day before the new one begins (代表法第二条).
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import TextChoices
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from congress import clock
from congress.calendar import chinese_date
from congress.models import Meeting, Term
from congress.validation import validate_new
from congress.workflow import whole
from deputies import rules, vacancy_workflow
from deputies.enums import SeatStatus, StartGround, VacancyStatus
from deputies.models import Constituency, Delegation, DeputyGroup, GroupMembership, Seat, Vacancy
from deputies.models.seat import naming
from deputies.seat_workflow import seats


class Redraw(TextChoices):
    """What becomes of the constituencies."""

    KEEP = "keep", "不变，沿用现有选区"
    COPY = "copy", "重新划分：先照原样复制，再逐个修改"
    EMPTY = "empty", "重新划分：旧选区撤销，新选区另行登记"


@dataclass(frozen=True)
class Choice:
    """Somebody to be carried over, and the number of the constituency that elected him again."""

    seat: Seat
    number: int | None = None


@dataclass(frozen=True)
class Turnover:
    """What happened, or in a preview what would."""

    old: Term
    new: Term
    redraw: Redraw
    constituencies: int
    delegations: int
    groups: int
    reelected: int
    memberships: int
    vacancies: int

    @property
    def sentence(self):
        first_day = chinese_date(self.new.starts_on)
        places = {
            Redraw.KEEP: f"沿用选区{self.constituencies}个",
            Redraw.COPY: f"旧选区从{first_day}起撤销，复制新选区{self.constituencies}个",
            Redraw.EMPTY: f"旧选区从{first_day}起撤销，按当选情况新设选区{self.constituencies}个",
        }[self.redraw]
        return (
            f"{self.new}自{first_day}开始，"
            f"{self.old.ordinal}到{chinese_date(self.old.ends_on)}为止；"
            f"复制代表团{self.delegations}个、代表小组{self.groups}个；{places}；"
            f"{self.reelected}名代表连任，待代表资格审查后确认"
            f"{f'，其小组成员和召集人身份{self.memberships}项一并转入' if self.memberships else ''}"
            f"{f'；本届出缺{self.vacancies}个不再补选' if self.vacancies else ''}。"
        )


def candidates(term):
    """The present deputies of a term, who may be carried over, in stroke order."""
    present = Seat.objects.filter(term=term, status__in=SeatStatus.running).in_office(clock.today())
    return present.select_related(*naming(), "delegation", "group").in_stroke_order()


@whole
def turn_over(term, *, by, first_day, redraw, chosen, memberships=False):
    """Open the term after ``term`` on ``first_day`` and elect the ``chosen`` into it; return the Turnover.

    With ``memberships`` they stay in their groups as what they are there. Heads of delegations and posts of
    the congress are never carried over: the new term elects them.

    A preview is the same, rolled back. Raises ``ValidationError`` where days, numbers or quotas do not fit.
    """
    term = Term.objects.select_for_update(of=("self",)).select_related("jurisdiction").get(pk=term.pk)
    if not rules.can_keep_term(by, term):
        raise PermissionDenied("您不能为这个人大办理换届。")
    _check(term, first_day)
    new = _open(term, first_day)
    places = _constituencies(term, first_day, Redraw(redraw), chosen)
    delegations = _copied(Delegation, term, new, ["name", "order"])
    groups = _copied(DeputyGroup, term, new, ["name", "kind", "field", "order"])
    elected = _elect(new, chosen, places, delegations, groups, by=by, redraw=redraw)
    return Turnover(
        term,
        new,
        Redraw(redraw),
        len(places),
        len(delegations),
        len(groups),
        reelected=len(chosen),
        memberships=_carry_memberships(term, elected, groups) if memberships else 0,
        vacancies=_leave_vacancies(term, by=by),
    )


def _check(term, first_day):
    if term.number is None:
        raise ValidationError(f"{term}还没有登记届次，请先补上，再办理换届。")
    if term.starts_on and first_day <= term.starts_on:
        sentence = f"新一届应在{term.ordinal}开始（{chinese_date(term.starts_on)}）之后，请改正。"
        raise ValidationError({"first_day": sentence})
    following = Term.objects.filter(jurisdiction=term.jurisdiction, number__gt=term.number).first()
    if following:
        raise ValidationError(f"已有{following}，{term.ordinal}不能再办理换届。")
    if Meeting.objects.filter(session__term=term, on__gte=first_day).exists():
        sentence = f"{term.ordinal}在这一天或者以后还有会议，请核对日期。"
        raise ValidationError({"first_day": sentence})


def _open(term, first_day):
    """Close the old term on the day before, and open the new one with the same quota (选举法第十四条)."""
    term.ends_on = first_day - timedelta(days=1)
    term.save(update_fields=["ends_on"])
    new = Term(
        jurisdiction=term.jurisdiction,
        number=term.number + 1,
        starts_on=first_day,
        population=term.population,
        minority_bonus=term.minority_bonus,
        seat_quota=term.seat_quota,
    )
    validate_new(new)
    new.save()
    return new


def _constituencies(term, first_day, redraw, chosen):
    """{number: constituency of the new term}."""
    places = Constituency.objects.filter(jurisdiction=term.jurisdiction)
    old = list(places.standing(first_day))
    if redraw == Redraw.KEEP:
        return {place.number: place for place in old}
    for place in old:
        place.abolished_on = first_day
    if old:
        bulk_update_with_history(old, Constituency, ["abolished_on"])
    if redraw == Redraw.COPY:
        kept = ["number", "name", "town", "area", "voters", "seat_quota"]
        drawn = [{name: getattr(place, name) for name in kept} for place in old]
    else:
        drawn = [{"number": number} for number in sorted({one.number for one in chosen if one.number})]
    new = [Constituency(jurisdiction=term.jurisdiction, drawn_on=first_day, **values) for values in drawn]
    if new:
        bulk_create_with_history(new, Constituency)
    return {place.number: place for place in places.standing(first_day)}


def _copied(model, term, new, kept):
    """{name: the copy of the term's delegation or group of that name}."""
    rows = model.objects.filter(term=term)
    copies = [model(term=new, **{name: getattr(row, name) for name in kept}) for row in rows]
    if copies:
        bulk_create_with_history(copies, model)
    return {copy.name: copy for copy in model.objects.filter(term=new)}


def _elect(new, chosen, places, delegations, groups, *, by, redraw):
    wrong = sorted({one.number for one in chosen if one.number and one.number not in places})
    if wrong:
        told = "、".join(f"第{number}选区" for number in wrong)
        raise ValidationError(f"没有{told}，请改正选区号。")
    _check_quotas(chosen, places)
    elected = [_seat(new, one, places, delegations, groups, redraw) for one in chosen]
    return seats.start_all(elected, by=by, label="换届选举当选")


def _leave_vacancies(term, *, by):
    """Leave vacant what no by-election fills any more before the old term ends; return how many."""
    waiting = Vacancy.objects.filter(seat__term=term, status__in=VacancyStatus.waiting)
    left = list(waiting.exclude(by_election_on__lte=term.ends_on))
    for vacancy in left:
        vacancy_workflow.leave(vacancy, by=by, note=f"{chinese_date(term.ends_on)}届满换届，不再补选。")
    return len(left)


def _carry_memberships(term, elected, groups):
    """Put the ``elected`` into the copies of the groups in which they are now; return how many.

    Who belongs to an area group stands on his seat: of such a group there are only conveners here.
    """
    seats = {seat.deputy_id: seat for seat in elected}
    present = GroupMembership.objects.filter(group__term=term).current(clock.today())
    rows = [
        GroupMembership(group=groups[row.group.name], seat=seats[row.seat.deputy_id], post=row.post)
        for row in present.select_related("group", "seat").filter(seat__deputy__in=seats)
    ]
    if rows:
        bulk_create_with_history(rows, GroupMembership)
    return len(rows)


def _check_quotas(chosen, places):
    """No constituency elects more than its seats (选举法第二十五条)."""
    for number, place in places.items():
        count = sum(one.number == number for one in chosen)
        if place.seat_quota is not None and count > place.seat_quota:
            raise ValidationError(f"{place}应选代表{place.seat_quota}名，选了{count}名，请改正。")


def _seat(new, one, places, delegations, groups, redraw):
    old = one.seat
    same_place = redraw != Redraw.EMPTY and old.constituency and old.constituency.number == one.number
    return Seat(
        deputy=old.deputy,
        term=new,
        constituency=places.get(one.number),
        by_army=old.by_army and not one.number,
        delegation=delegations.get(old.delegation.name) if old.delegation else None,
        group=groups.get(old.group.name) if old.group else None,
        start_ground=StartGround.ELECTED,
        reelected=True,
        roster_order=old.roster_order,
        tie=old.tie if same_place else "",
    )
