"""Who of a congress a sheet means by a name, homonyms told apart by whatever else the row tells."""

import re
import unicodedata
from collections import defaultdict

from congress import names
from congress.calendar import chinese_date
from deputies.enums import Sex
from deputies.models import Seat
from deputies.registers.divisions import number_in


BRACKETS = re.compile(r"([^(（]*)(?:[(（]([^()（）]*)[)）]?)?.*", re.DOTALL)
AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")  # stars and numbers beside a name


class Members:
    """The seats of a term by the names of their holders."""

    def __init__(self, term):
        self._keep(Seat.objects.filter(term=term))

    def _keep(self, seats):
        self.by_name = defaultdict(list)
        seats = seats.select_related(
            "deputy", "term__jurisdiction", "constituency__town", "delegation", "group"
        )
        for seat in seats.order_by("pk"):
            self.by_name[seat.deputy.name].append(seat)

    def __len__(self):
        return sum(map(len, self.by_name.values()))

    def named(self, written, hints=(), days=()):
        """The seats that a name may mean, as few as brackets behind it, ``hints`` and ``days`` leave."""
        name, qualifier = BRACKETS.fullmatch(written.strip()).groups()
        known = (self.by_name.get(names.normalise(one), []) for one in (name, AROUND.sub("", name)))
        seats = next(filter(None, known), [])
        for hint in filter(None, (qualifier, *hints)):
            seats = [seat for seat in seats if fits(seat, hint)] or seats
        if len(seats) > 1 and days:
            seats = [seat for seat in seats if any(seat.in_office(day) for day in days)] or seats
        return seats


class Everybody(Members):
    """The seats of a district and its towns that are held on a day."""

    def __init__(self, district, day):
        self._keep(Seat.objects.within(district).in_office(day))


def fits(seat, hint):
    """Whether a hint speaks of this seat: sex, constituency, town, delegation, group, card or employer."""
    hint = re.sub(r"\s", "", unicodedata.normalize("NFKC", hint))
    number = number_in(hint, seat.term.jurisdiction)
    if "选区" in hint and number:
        return seat.constituency_id is not None and seat.constituency.number == number
    if hint.removesuffix("性") in Sex.labels:
        return seat.deputy.get_sex_display() == hint.removesuffix("性")
    if hint in (seat.card_number, seat.deputy.phone):
        return True
    named = [str(part) for part in (seat.delegation, seat.group) if part]
    town = seat.constituency.town if seat.constituency_id else None
    places = [town.name, town.short_name] if town else []
    return hint in places or any(
        hint in part or part in hint or (core(hint) and core(hint) == core(part))
        for part in [*named, seat.deputy.position]
        if part
    )


def core(division):
    """What tells a delegation or group from others, however it is written: 望云代表团, 望云团."""
    return re.sub(r"^第|代表|团$|小?组$", "", division)


def why_absent(seats, day):
    """Why nobody of the name is in office on a day."""
    seat = max(seats, key=lambda seat: (seat.last_day is None, seat.last_day or day))
    name = seat.deputy.name
    if seat.first_day and day < seat.first_day:
        return f"{name}{chinese_date(seat.first_day)}才就任，当日不在任"
    if seat.last_day and day > seat.last_day:
        ground = f"（{seat.get_end_ground_display()}）" if seat.end_ground else ""
        return f"{name}已于{chinese_date(seat.last_day)}离任{ground}，当日不在任"
    return f"{name}当日不在任"
