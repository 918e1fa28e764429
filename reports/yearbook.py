"""The year of an office in figures: the whole office, the district level, each town and each seat."""

from types import MappingProxyType

from congress import figures
from congress.models import Jurisdiction, Unit
from deputies.enums import StartGround
from deputies.models import Seat
from deputies.remarks import start_known_to


UNIT_FIGURES = {
    "proposals_led": "proposals.led_by_unit",
    "proposals_co": "proposals.joined_by_unit",
    "proposals_replied": "proposals.replied_by_unit",
    "opinions_referred": "reception.by_unit",
    "opinions_replied": "reception.replied_by_unit",
}


def yearbook(district, period):
    """Return all registered figures of a period.

    {district, year, period: [start, end], office: {section: {key: value}}, district_level: {…},
    towns: {name: {kind, figures}}, deputies: [{name, …, figures}]}: the office is the district with all
    below it, each person and record once; the district level is what belongs to the district itself; the
    deputies stand in the order of the rosters. The number of queries does not grow with the rows.
    """
    places = list(Jurisdiction.objects.within(district))
    by_place = figures.for_places([place.pk for place in places], period)
    total, names = figures.total(by_place, period), _names()
    return {
        "district": district.name,
        "year": period.start.year,
        "period": [period.start.isoformat(), period.end.isoformat()],
        "office": by_section(total, names) | {"by_unit": _by_unit(district, total)},
        "district_level": by_section(by_place[district.pk], names),
        "towns": {
            place.name: {"kind": place.level, "figures": by_section(by_place[place.pk], names)}
            for place in places
            if place != district
        },
        "deputies": _deputies(district, period),
    }


def by_section(values, names=MappingProxyType({})):
    """Nest {"roster.women": 3} as {"roster": {"women": 3}}; ``names`` of parts that are records."""
    sections = {}
    for key, value in values.items():
        section, name = key.split(".", 1)
        if key in names:
            value = {names[key].get(part, part): count for part, count in value.items()}
        sections.setdefault(section, {})[name] = value
    return sections


def _names():
    """What the parts that are records are called: {figure key: {part: name}}."""
    split = [figure for figure in figures.registered("place") if getattr(figure, "named_parts", False)]
    return {figure.key: figure.part_labels() for figure in split}


def _by_unit(district, total):
    """What each unit of the district was handed: {name: {key: count}}."""
    units = Unit.objects.filter(jurisdiction=district).values_list("pk", "name")
    return {
        name: {key: total[figure].get(str(pk), 0) for key, figure in UNIT_FIGURES.items()}
        for pk, name in units
    }


def _deputies(district, period):
    seats = Seat.objects.within(district).listed(period.end)
    seats = sorted(
        seats.select_related("deputy", "term__jurisdiction", "constituency", "delegation", "group"),
        key=lambda seat: _roster_place(seat, district),
    )
    by_seat = figures.for_seats([seat.pk for seat in seats], period)
    congresses = {}
    for seat in seats:
        congresses.setdefault(seat.deputy_id, []).append(seat.jurisdiction.name)
    return [
        _seat(seat, congresses[seat.deputy_id]) | {"figures": by_section(by_seat[seat.pk])} for seat in seats
    ]


def _roster_place(seat, district):
    """The district's roster first, then the towns' in their order."""
    congress = seat.jurisdiction
    return congress != district, congress.order, congress.pk, seat.roster_order, seat.pk


def _seat(seat, congresses):
    deputy = seat.deputy
    body = seat.jurisdiction.name
    return {
        "name": deputy.name,
        "level": seat.jurisdiction.level,
        "body": body,
        "constituency": seat.constituency.number if seat.constituency else None,
        "sex": deputy.get_sex_display() or None,
        "birth": f"{deputy.born:%Y-%m}" if deputy.born else None,
        "delegation": seat.delegation.name if seat.delegation else None,
        "group": seat.group.name if seat.group else None,
        "in_office_from": _iso(seat.first_day),
        "in_office_to": _iso(seat.ends_on),
        "start_known_to": start_known_to(seat.remark, seat.first_day),
        "by_elected": seat.start_ground == StartGround.BY_ELECTED,
        "reelected": seat.reelected,
        "other_seat": next((name for name in congresses if name != body), None),
    }


def _iso(day):
    return day.isoformat() if day else None
