"""Reception days: planned, their rota set, announced, held, summarised, filed (domain.md E3, B1)."""

from reception.day_workflow.holding import (
    archive,
    hold,
    open_day,
    publish_notice,
    summarise,
)
from reception.day_workflow.planning import (
    cancel,
    plan,
    plan_all,
    postpone,
)
from reception.day_workflow.rota import (
    check_turn,
    exchange,
    excuse,
    lead,
    set_rota,
    set_rotas,
    substitute,
)
from reception.day_workflow.steps import (
    COMING,
    FOLLOWING_STEPS,
    days,
    offered,
)


__all__ = [
    "COMING",
    "FOLLOWING_STEPS",
    "archive",
    "cancel",
    "check_turn",
    "days",
    "exchange",
    "excuse",
    "hold",
    "lead",
    "offered",
    "open_day",
    "plan",
    "plan_all",
    "postpone",
    "publish_notice",
    "set_rota",
    "set_rotas",
    "substitute",
    "summarise",
]
