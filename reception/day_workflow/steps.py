"""The table of a reception day's steps (domain.md E3), and which of them its page offers."""

from congress import clock
from congress.workflow import Step, Workflow
from reception import rules, turn_rules
from reception.enums import DayStatus as S


COMING = frozenset(S(value) for value in S.coming) | {S.POSTPONED}

days = Workflow(
    "接待日",
    S,
    Step(
        "set_rota", "排班", frozenset({S.PLANNED, S.ROTA_SET, S.POSTPONED}), S.ROTA_SET, rules.can_prepare_day
    ),
    Step(
        "publish_notice",
        "公告",
        frozenset({S.ROTA_SET, S.POSTPONED}),
        S.NOTICE_PUBLISHED,
        rules.can_prepare_day,
    ),
    Step("substitute", "换班", COMING - {S.PLANNED} | {S.OPEN}, None, rules.can_prepare_day),
    Step("exchange", "按申请换班", COMING - {S.PLANNED} | {S.OPEN}, None, turn_rules.can_exchange),
    Step("excuse", "准假", COMING - {S.PLANNED} | {S.OPEN}, None, rules.can_prepare_day),
    Step("lead", "带班领导", COMING | {S.OPEN}, None, rules.can_prepare_day, done="已安排带班领导"),
    Step("open", "开始接待", frozenset({S.ROTA_SET, S.NOTICE_PUBLISHED}), S.OPEN, rules.can_prepare_day),
    Step("hold", "登记到场", frozenset({S.OPEN}), S.HELD, rules.can_prepare_day),
    Step("summarise", "小结", frozenset({S.HELD}), S.SUMMARISED, rules.can_prepare_day),
    Step("archive", "归档", frozenset({S.SUMMARISED}), S.ARCHIVED, rules.can_approve_day),
    Step("postpone", "延期", COMING, S.POSTPONED, rules.can_approve_day),
    Step("cancel", "取消", COMING, S.CANCELLED, rules.can_approve_day),
    initial=S.PLANNED,
    related=["jurisdiction__parent"],
)

# Taken by the request of the deputies.
FOLLOWING_STEPS = frozenset({"exchange"})
NEEDS_ROTA = ("publish_notice", "substitute", "excuse")


def offered(day, user):
    """The steps that a day's page offers: what is done with a rota, once there is one; nobody sits early.

    An exchange is carried out by the request for it.
    """
    beside = set(FOLLOWING_STEPS)
    if not day.slots.all():
        beside |= set(NEEDS_ROTA)
    if clock.today() < day.date:
        beside.add("open")
    return [step for step in days.available(day, user) if step.name not in beside]
