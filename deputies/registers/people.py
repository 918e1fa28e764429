"""Telling persons apart: a homonym is not a duplicate, and one person may hold two seats."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from deputies.models import Deputy


FIRST = 1  # of a month


@dataclass(frozen=True)
class Identity:
    """What a roster tells of who somebody is; what is unknown is empty."""

    name: str
    sex: str = ""
    born: date | None = None
    phone: str = ""

    def shared_with(self, deputy):
        """The words for what both know and is equal."""
        equal = {
            "性别": self.sex and self.sex == deputy.sex,
            "出生年月": may_be_same_day(self.born, deputy.born),
            "电话": _shared_phone(self.phone, deputy.phone),
        }
        return [word for word, is_equal in equal.items() if is_equal]


class People:
    """The deputies of a district, found by name, sex and birth; phone and constituency decide ties."""

    def __init__(self, district):
        self.district = district
        self.recall()
        self.earlier = {deputy.pk for known in self.by_name.values() for deputy, _ in known}

    def recall(self):
        """Remember the deputies as they stand in the database."""
        self.by_name = defaultdict(list)
        known = Deputy.objects.filter(district=self.district)
        for deputy in known.prefetch_related("seats__term__jurisdiction"):
            seats = {seat.term_id: seat for seat in deputy.seats.all()}
            self.by_name[deputy.name].append((deputy, seats))

    def find(self, identity, term, constituency):
        """(deputy, its seats by term), or None for a person not known yet."""
        namesakes = [
            known
            for known in self.by_name[identity.name]
            if not (identity.sex and known[0].sex and identity.sex != known[0].sex)
        ]
        certain, likely = [], []
        for deputy, seats in namesakes:
            same_phone = _shared_phone(identity.phone, deputy.phone)
            seat = seats.get(term.pk)
            elected_here = bool(seat and constituency and seat.constituency_id == constituency.pk)
            rank = (same_phone, elected_here, identity.born == deputy.born)
            if may_be_same_day(identity.born, deputy.born) or (
                elected_here and _in_one_month(identity.born, deputy.born)
            ):
                unknown = not (identity.phone and deputy.phone and constituency)
                if not seat or same_phone or elected_here or unknown:
                    certain.append((rank, deputy, seats))
            elif same_phone or (elected_here and not (identity.born and deputy.born)):
                likely.append((rank, deputy, seats))
        best = max(certain or likely, key=lambda known: known[0], default=None)
        return best[1:] if best else None

    def has_namesake(self, name, term, constituency):
        """Whether somebody of that name was elected there before this takeover."""
        return any(
            deputy.pk in self.earlier
            and term.pk in seats
            and seats[term.pk].constituency_id == constituency.pk
            for deputy, seats in self.by_name[name]
        )

    def add(self, deputy):
        """Know a new person; return its seats by term, none yet."""
        self.by_name[deputy.name].append((deputy, {}))
        return self.by_name[deputy.name][-1][1]


def may_be_same_day(one, other):
    """Whether two birth dates may be one: the first of a month often stands for the month alone."""
    return _in_one_month(one, other) and (one == other or FIRST in (one.day, other.day))


def fuller_birth(told, known):
    """The birth date to keep of a person: a register that tells the month alone takes no known day away."""
    return known if told and told.day == FIRST and may_be_same_day(told, known) else told


def _in_one_month(one, other):
    return bool(one and other and (one.year, one.month) == (other.year, other.month))


def _shared_phone(one, other):
    return bool(one and other and set(one.split("、")) & set(other.split("、")))
