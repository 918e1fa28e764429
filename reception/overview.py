"""What a leader's desk shows of the year so far: a few figures of each place of his area."""

from django.urls import reverse

from congress import clock, desk, figures
from congress.enums import Role
from congress.models import Jurisdiction


KEYS = (
    "reception.days_held",
    "reception.opinions_taken",
    "reception.opinions_replied",
    "reception.opinions_answered",
    "activities.total",
)


@desk.overview
def year_so_far(user):
    """The figures of the leader's places, each with the way to the records behind it."""
    if user.role != Role.LEADER:
        return None
    today = clock.today()
    period = figures.Period.of_year(today.year, until=today)
    places = list(Jurisdiction.objects.visible_to(user))
    values = figures.for_places([place.pk for place in places], period, KEYS)
    total = figures.total([place.pk for place in places], period, KEYS)
    rows = [(place, [_cell(place, key, values[place.pk], today.year) for key in KEYS]) for place in places]
    own = user.jurisdiction
    if len(places) == 1:
        return desk.Overview(today, [figures.get(key) for key in KEYS], rows, [])
    # What belongs to the district itself is not the whole of it.
    rows = [(_level(place) if place == own else place, cells) for place, cells in rows]
    sums = [_cell(own, key, total, today.year, {"below": 1}) for key in KEYS]
    return desk.Overview(today, [figures.get(key) for key in KEYS], rows, sums)


def _level(place):
    """区本级, 县本级, 市本级."""
    ending = place.name[-1]
    return f"{ending if ending in '县市旗' else '区'}本级"


def _cell(place, key, values, year, query=None):
    """(label, value, address of its evidence)."""
    where = {"key": key, "year": year, "place": place.pk}
    return figures.get(key).label, values[key], reverse("deputies:evidence", kwargs=where, query=query)
