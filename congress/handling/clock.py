"""The two days that a unit is given."""

from dataclasses import dataclass
from datetime import date

from congress.calendar import DueDate


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
