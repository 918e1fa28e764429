"""What deputies ask about their turns."""

from congress import clock
from reception import turn_workflow
from reception.enums import TurnKind
from reception.models import Away


def turns_of(who, day, other):
    """``turn``: a request of the town's deputy to be stood in for by ``other``; ``away``: a day of his."""
    today = clock.today()
    fields = {"kind": TurnKind.SUBSTITUTE, "day": day, "seat": who.seat, "other": other, "reason": "出差"}
    return {
        "turn": turn_workflow.ask(by=who.deputy, **fields),
        "away": Away.objects.create(deputy=who.seat.deputy, starts_on=today, ends_on=today),
    }
