"""What the handling of a matter by a unit has in common, be the matter an opinion or a suggestion."""

from congress.handling.clock import NO_CLOCK, HandlingClock, rolls_over, step_clock
from congress.handling.enums import HandlingStatus, UnitRole
from congress.handling.models import Handling, HandlingQuerySet
from congress.handling.part import PartWorkflow
from congress.handling.promise import (
    Promise,
    PromiseQuerySet,
    PromiseStatus,
    check_promise,
)
from congress.handling.promise_workflow import PromiseWorkflow, told_to_unit
from congress.handling.reply import WrittenReply
from congress.handling.workflow import HandlingWorkflow


__all__ = [
    "NO_CLOCK",
    "Handling",
    "HandlingClock",
    "HandlingQuerySet",
    "HandlingStatus",
    "HandlingWorkflow",
    "PartWorkflow",
    "Promise",
    "PromiseQuerySet",
    "PromiseStatus",
    "PromiseWorkflow",
    "UnitRole",
    "WrittenReply",
    "check_promise",
    "rolls_over",
    "step_clock",
    "told_to_unit",
]
