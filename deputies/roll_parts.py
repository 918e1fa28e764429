"""The parts of a roll, on the page and on paper alike: each delegation, the groups of those who belong to
none, one part for who belongs to neither, and last who only sits in (列席).
"""

from dataclasses import dataclass, field
from itertools import groupby


@dataclass(frozen=True, order=True)
class RollPart:
    """Sorts as rolls are written: ``rank`` by what it is, then in the office's order."""

    rank: int
    order: int = 0
    pk: int = 0
    name: str = field(default="", compare=False)

    def __str__(self):
        return self.name

    @property
    def key(self):
        """What stands for it in an address."""
        return f"{KEYS[self.rank]}-{self.pk}" if self.pk else KEYS[self.rank]

    @property
    def is_rest(self):
        """Whether it has a name only beside others."""
        return self == UNPARTED


KEYS = ("delegation", "group", "rest", "guests")
UNPARTED = RollPart(2, name="未编团")
GUESTS = RollPart(3, name="列席")


def part_of(seat, *, guest=False):
    """Where a seat stands: by delegation, else by group; as a ``guest`` among those who only sit in."""
    if guest:
        return GUESTS
    for rank, part in enumerate((seat.delegation, seat.group)):
        if part:
            return RollPart(rank, part.order, part.pk, part.name)
    return UNPARTED


def parted(rows, part):
    """[(RollPart, rows)] in the order of the parts; within one the rows stay as they come."""
    return [(one, list(found)) for one, found in groupby(sorted(rows, key=part), key=part)]
