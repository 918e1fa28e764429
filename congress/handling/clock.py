"""The day by which a matter's next step is due, and the two days that a unit is given."""

from dataclasses import dataclass
from datetime import date

from congress.calendar import DueDate


# No step is waited for.
NO_CLOCK = {"step_due_on": None, "step_due_sentence": ""}


def step_clock(due):
    """A computed due date as field values of a matter."""
    return {"step_due_on": due.day, "step_due_sentence": due.sentence}


@dataclass(frozen=True)
class HandlingClock:
    """Until when a unit accepts or returns, and until when it replies."""

    issued_on: date
    accept: DueDate
    reply: DueDate

    @property
    def fields(self):
        """The clock as field values of a :class:`Handling`."""
        return {
            "issued_on": self.issued_on,
            "accept_by": self.accept.day,
            "accept_sentence": self.accept.sentence,
            "due_on": self.reply.day,
            "due_sentence": self.reply.sentence,
        }
