"""Who of each constituency is in office, so that a roster does not quietly seat too many."""

from collections import defaultdict

from deputies.models import Seat


class Seating:
    """The seats in office by term and constituency, before and while a roster is taken over."""

    def __init__(self, area):
        self.seated = defaultdict(set)
        places = [area.district, *area.towns]
        held = Seat.objects.filter(
            term__jurisdiction__in=places, ends_on__isnull=True, constituency__isnull=False
        )
        for pk, *where in held.values_list("pk", "term_id", "constituency_id"):
            self.seated[tuple(where)].add(pk)
        self.earlier = frozenset(self.seated)
        self.newcomers = []

    def note(self, row, seat, constituency, *, is_new):
        """Put down a seat that a row has saved."""
        if constituency is None:
            return
        where = seat.term_id, constituency.pk
        if seat.ends_on:
            self.seated[where].discard(seat.pk)
            return
        self.seated[where].add(seat.pk)
        if is_new:
            self.newcomers.append((row, where, constituency))

    def warn_of_too_many(self):
        """Warn at each newcomer to a constituency that had deputies before and now has too many."""
        for row, where, constituency in self.newcomers:
            quota, count = constituency.seat_quota, len(self.seated[where])
            if where in self.earlier and quota and count > quota:
                row.warn(
                    "quota_exceeded",
                    f"{constituency}应选代表{quota}名，导入后在任{count}名；有人离任的，请补上离任日期",
                    "constituency",
                )
