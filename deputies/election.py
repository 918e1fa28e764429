"""Whether somebody can be elected into a seat."""

from django.core.exceptions import ValidationError
from django.db.models import Q

from congress import clock
from congress.calendar import chinese_date
from congress.models import Term
from deputies.enums import SeatStatus
from deputies.models import Seat


def check_election(seat):
    """Refuse an election for which law or constituency leave no room. Raises ``ValidationError``.

    ``seat`` is not saved yet.
    """
    _check_constituency(seat)
    _check_other_congresses(seat)


def _check_constituency(seat):
    """A constituency elects no more deputies than its quota (选举法第二十五条)."""
    place = seat.constituency
    if place is None:
        return
    if not place.stands(seat.starts_on or max(filter(None, [clock.today(), seat.term.starts_on]))):
        told = "已经撤销" if place.abolished_on else f"{chinese_date(place.drawn_on)}才启用"
        raise ValidationError({"constituency": f"{place}{told}，请另选。"})
    if place.seat_quota is None:
        return
    on = seat.starts_on or seat.term.starts_on
    there = Seat.objects.filter(term=seat.term, constituency=place)
    taken = (there.taken(on) if on else there.filter(status__in=SeatStatus.running)).count()
    if taken >= place.seat_quota:
        sentence = f"{place}应选代表{place.seat_quota}名，已有{taken}名；有人离任的，请先登记资格终止。"
        raise ValidationError({"constituency": sentence})


def _check_other_congresses(seat):
    """Nobody sits in two congresses of which neither is above the other (选举法第四十八条)."""
    here = seat.term.jurisdiction
    related = Q(pk=here.pk) | Q(pk=here.parent_id) | Q(parent=here.pk) | Q(parent__parent=here.pk)
    if here.parent_id and here.parent.parent_id:
        related |= Q(pk=here.parent.parent_id)
    on = seat.starts_on or seat.term.starts_on
    elsewhere = Seat.objects.filter(deputy=seat.deputy)
    elsewhere = elsewhere.taken(on) if on else elsewhere.filter(status__in=SeatStatus.running)
    places = type(here).objects.filter(related)
    other = elsewhere.exclude(term__in=Term.objects.filter(jurisdiction__in=places))
    found = other.select_related("term__jurisdiction").first()
    if found:
        where = found.term.jurisdiction.congress_name
        raise ValidationError(
            {
                "deputy": f"{seat.deputy.name}已是{where}代表；"
                "不能同时担任两个无隶属关系的行政区域的代表（选举法第四十八条）。"
            }
        )
