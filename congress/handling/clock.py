"""The day by which a matter's next step is due, and the two days that a unit is given."""

from dataclasses import dataclass
from datetime import date

from congress import clock
from congress.calendar import DueDate


# No step is waited for.
NO_CLOCK = {"step_due_on": None, "step_due_sentence": ""}


def step_clock(due):
    """A computed due date as field values of a matter."""
    return {"step_due_on": due.day, "step_due_sentence": due.sentence}


def rolls_over(rules):
    """Whether a limit that ends on a holiday goes on to the next workday.

    Registers kept by hand count plain days: those of what they tell go on only where the office has said so
    (docs/decisions/0010).
    """
    untold = clock.is_taken_over() and rules.origins["roll_over_holidays"] is None
    return rules.roll_over_holidays and not untold


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
