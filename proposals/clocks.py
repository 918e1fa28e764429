"""The clocks of a proposal: until when the step that is waited for now is due (domain.md D2)."""

from congress import clock
from congress.calendar import Calendar, add_months, chinese_day
from congress.handling import NO_CLOCK, HandlingClock, UnitRole, rolls_over, step_clock
from congress.models.office_rules import RULES, rules_for
from proposals.enums import ProposalKind
from proposals.kinds import session_covers


__all__ = [
    "NO_CLOCK",
    "assign_clock",
    "committee_clock",
    "contact_clock",
    "extension_days",
    "first_clock",
    "handling_clocks",
    "in_workdays",
    "step_clock",
]


def first_clock(proposal, kind, session):
    """The clock of what is handed in today as one of ``kind``.

    A suggestion goes to a unit; what is put in session is decided on while it sits; a motion in recess goes
    to a committee (domain.md D2).
    """
    if kind == ProposalKind.SUGGESTION:
        return assign_clock(proposal, session)
    if session_covers(session, clock.today()):
        return session_clock(session)
    return _in_days(proposal, "motion_committee_days")


def committee_clock(proposal):
    """Until when a committee reports on a motion: while the session sits, in recess within days (D2)."""
    if session_covers(proposal.session, clock.today()):
        return session_clock(proposal.session)
    return _in_days(proposal, "motion_opinion_days")


def session_clock(session):
    """Until the session ends; nobody knows when where its end was not entered."""
    if session.ends_on is None:
        return NO_CLOCK
    sentence = f"{session.short_name}到{chinese_day(session.ends_on)}闭会。"
    return {"step_due_on": session.ends_on, "step_due_sentence": sentence}


def _in_days(proposal, rule):
    rules = rules_for(proposal.jurisdiction)
    days = getattr(rules, rule)
    return step_clock(Calendar().due_in_days(clock.today(), days, roll_over=rolls_over(rules)))


def assign_clock(proposal, session):
    """Until when a proposal handed in today is with a unit.

    In recess within workdays; of a session within days of its end.
    """
    rules, calendar, today = rules_for(proposal.jurisdiction), Calendar(), clock.today()
    if session_covers(session, today):
        start = session.ends_on or today
        due = calendar.due_in_days(start, rules.session_assign_days, roll_over=rolls_over(rules))
    else:
        due = calendar.due_in_workdays(today, rules.assign_workdays)
    return step_clock(due)


def in_workdays(proposal, rule):
    """The clock of a step that the office's rule ``rule`` gives so many workdays, from today."""
    count = getattr(rules_for(proposal.jurisdiction), rule)
    return step_clock(Calendar().due_in_workdays(clock.today(), count))


def handling_clocks(proposal, *, difficult=False, due=None):
    """The clocks of an assignment made today: {role: HandlingClock}.

    The leading unit, and each of those that share it out, has months (代表法第五十一条), more of them where
    the matter is difficult; a joining one days for its opinion. Who handles it again has the office's months
    for that (D2). ``due`` is the leading unit's DueDate where a register tells one.
    """
    rules, calendar, today = rules_for(proposal.jurisdiction), Calendar(), clock.today()
    months = rules.difficult_reply_months if difficult else rules.reply_months
    if proposal.round > 1:
        months = rules.proposal_redo_months
    over = rolls_over(rules)
    accept = calendar.due_in_workdays(today, rules.proposal_return_workdays)
    lead = due or calendar.due_in_months(today, months, roll_over=over)
    co = calendar.due_in_days(today, rules.co_opinion_days, roll_over=over)
    return {
        UnitRole.LEAD: HandlingClock(today, accept, lead),
        UnitRole.SPLIT: HandlingClock(today, accept, lead),
        UnitRole.CO: HandlingClock(today, accept, co),
    }


def contact_clock(proposal):
    """Until when a leading unit first gets in touch with the deputies, as field values (D2, 重庆)."""
    count = rules_for(proposal.jurisdiction).contact_workdays
    due = Calendar().due_in_workdays(clock.today(), count)
    return {"contact_by": due.day, "contact_sentence": due.sentence}


def extension_days(assignment):
    """By how many days at most the unit's time can be extended.

    The leading unit's up to the months that the law gives a difficult matter, counted from its assignment, or
    that D2 gives at most to handle it again; a joining one's up to the day on which the leading unit replies.
    """
    proposal = assignment.proposal
    if assignment.leads:
        months = rules_for(proposal.jurisdiction).difficult_reply_months
        if assignment.round > 1:
            months = RULES["proposal_redo_months"].most
        return max((add_months(assignment.issued_on, months) - assignment.due_on).days, 0)
    reply_by = proposal.redo_due_on if assignment.round > 1 else proposal.due_on
    return max((reply_by - assignment.due_on).days, 0)
