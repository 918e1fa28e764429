"""Which seats the deputies of a reception day have, by the names that a register lists."""

from collections import defaultdict

from congress import names
from deputies.models import Seat
from deputies.registers.members import fits, why_absent
from deputies.seats import once_each


class Receivers:
    """The seats of a district and its towns by the names of their holders."""

    def __init__(self, district):
        self.by_name = defaultdict(list)
        seats = Seat.objects.within(district).select_related(
            "deputy", "term__jurisdiction", "constituency__town", "delegation", "group"
        )
        for seat in seats.order_by("pk"):
            self.by_name[seat.deputy.name].append(seat)

    def read(self, row, key, place, day):
        """The seats that a cell lists for a reception in ``place`` on ``day``, one a person.

        Who is unknown, not in office or not to be told from a namesake is left out, with a warning.
        """
        found = []
        for listed in row.read_names(key):
            seats = self.by_name.get(names.normalise(listed.name), [])
            if not seats:
                row.warn("unknown_deputy", f"名册中没有“{listed}”，该姓名不计入", key)
                continue
            held = [seat for seat in seats if seat.in_office(day)]
            likely = self._likely(held, listed.qualifier, place)
            if not held:
                row.warn("not_in_office", f"{why_absent(seats, day)}，不计入", key)
            elif len({seat.deputy_id for seat in likely}) > 1:
                row.warn("ambiguous_name", f"有{len(likely)}名代表叫“{listed}”，分不清是哪一位，不计入", key)
            else:
                found += likely
        return once_each(found, place)

    @staticmethod
    def _likely(seats, qualifier, place):
        """As few seats as the brackets behind the name and the place leave."""
        if qualifier:
            seats = [seat for seat in seats if fits(seat, qualifier)] or seats
        if len({seat.deputy_id for seat in seats}) > 1:
            here = [
                seat
                for seat in seats
                if place in (seat.jurisdiction, seat.constituency.town if seat.constituency_id else None)
            ]
            seats = here or seats
        return seats
