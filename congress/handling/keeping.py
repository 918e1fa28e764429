"""The two figures of a ledger of promises: how much is closed, and how much is kept (domain.md B37)."""

from dataclasses import dataclass

from django.db.models import Count, Q

from congress import clock
from congress.figures import Rate
from congress.handling.promise import PromiseStatus


@dataclass(frozen=True)
class Kept:
    """What was promised, and what became of it; ``assigned`` and ``closed`` are matters."""

    promised: int
    kept: int
    late: int
    untold: int
    assigned: int
    closed: int

    @property
    def kept_rate(self):
        """落实率 in per cent with one decimal; None where nothing was promised."""
        return _rate(self.kept, self.promised)

    @property
    def closed_rate(self):
        """办结率: a matter that is closed may still have promises to keep."""
        return _rate(self.closed, self.assigned)


def _rate(part, whole):
    return Rate("", "", "", ("part",), "whole").value({"part": part, "whole": whole})


def kept_of(promises, assigned, closed):
    """Count the visible promises, and of the matters ``assigned`` those that are ``closed``; two queries."""
    today = clock.today()
    going = Q(status=PromiseStatus.OPEN)
    made = promises.counted().aggregate(
        promised=Count("pk"),
        kept=Count("pk", filter=Q(status=PromiseStatus.KEPT)),
        late=Count("pk", filter=going & Q(due_on__lt=today)),
        untold=Count("pk", filter=going & Q(progress_due_on__lt=today)),
    )
    return Kept(**made, **assigned.aggregate(assigned=Count("pk"), closed=Count("pk", filter=closed)))
