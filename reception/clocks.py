"""The clocks of an opinion: until when the step that is waited for now is due (domain.md E1)."""

from congress import clock
from congress.calendar import Calendar
from congress.handling import NO_CLOCK, HandlingClock, rolls_over, step_clock
from congress.models.office_rules import rules_for


__all__ = ["NO_CLOCK", "due_in_workdays", "in_days", "in_workdays", "referral_clock", "step_clock"]


def in_workdays(opinion, rule):
    """The clock of a step that the office's rule ``rule`` gives so many workdays, from today."""
    return step_clock(due_in_workdays(opinion, rule))


def due_in_workdays(opinion, rule):
    """The DueDate so many workdays from today as the office's rule ``rule`` gives."""
    return Calendar().due_in_workdays(clock.today(), getattr(rules_for(opinion.jurisdiction), rule))


def in_days(opinion, rule):
    """The clock of a step that the office's rule ``rule`` gives so many days, from today."""
    rules = rules_for(opinion.jurisdiction)
    due = Calendar().due_in_days(clock.today(), getattr(rules, rule), roll_over=rolls_over(rules))
    return step_clock(due)


def referral_clock(opinion, reply_rule="opinion_reply_days"):
    """The clock of a referral issued today, by the rules of the opinion's office."""
    rules, calendar, today = rules_for(opinion.jurisdiction), Calendar(), clock.today()
    return HandlingClock(
        issued_on=today,
        accept=calendar.due_in_workdays(today, rules.referral_return_workdays),
        reply=calendar.due_in_days(today, getattr(rules, reply_rule), roll_over=rolls_over(rules)),
    )
