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
    return desk.Overview(
        until=today,
        columns=[figures.get(key) for key in KEYS],
        rows=[(place, [_cell(place, key, values, today.year) for key in KEYS]) for place in places],
        total=[total[key] for key in KEYS] if len(places) > 1 else [],
    )


def _cell(place, key, values, year):
    """(label, value, address of its evidence)."""
    where = {"key": key, "year": year, "place": place.pk}
    return figures.get(key).label, values[place.pk][key], reverse("deputies:evidence", kwargs=where)
