"""The clocks of a proposal: until when the step that is waited for now is due (domain.md D2)."""

from datetime import timedelta

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

    The leading unit, and each of those that share it out, has months (代表法第五十一条) or, where the office
    counts by them, days, more of them where the matter is difficult; a joining one days for its opinion. Who
    handles it again has the office's months for that (D2). ``due`` is the leading unit's DueDate where a
    register tells one.
    """
    rules, calendar, today = rules_for(proposal.jurisdiction), Calendar(), clock.today()
    over = rolls_over(rules)
    accept = calendar.due_in_workdays(today, rules.proposal_return_workdays)
    if proposal.round > 1:
        lead = due or calendar.due_in_months(today, rules.proposal_redo_months, roll_over=over)
    else:
        lead = due or _reply_due(rules, difficult=difficult)
    co = calendar.due_in_days(today, rules.co_opinion_days, roll_over=over)
    return {
        UnitRole.LEAD: HandlingClock(today, accept, lead),
        UnitRole.SPLIT: HandlingClock(today, accept, lead),
        UnitRole.CO: HandlingClock(today, accept, co),
    }


def _reply_due(rules, *, difficult):
    """The day by which a reply is due that is asked for today: by the office's days, else by its months.

    Days go no further than the months of the law (代表法第五十一条): from 1 February 90 days would.
    """
    days, months, rule = rules.reply_days, rules.reply_months, RULES["reply_months"]
    if difficult:
        days, months = rules.difficult_reply_days, rules.difficult_reply_months
        rule = RULES["difficult_reply_months"]
    legal, today, over = rule.most, clock.today(), rolls_over(rules)
    if days and today + timedelta(days=days) <= add_months(today, legal):
        return Calendar().due_in_days(today, days, roll_over=over)
    return Calendar().due_in_months(today, legal if days else months, roll_over=over)


def contact_clock(proposal):
    """Until when a leading unit first gets in touch with the deputies, as field values (D2, 重庆)."""
    count = rules_for(proposal.jurisdiction).contact_workdays
    due = Calendar().due_in_workdays(clock.today(), count)
    return {"contact_by": due.day, "contact_sentence": due.sentence}


def extension_days(assignment):
    """By how many days at most the unit's time can be extended.

    The leading unit's up to the months, or days, that the office gives a difficult matter, counted from its
    assignment, or that D2 gives at most to handle it again; a joining one's up to the day on which the
    leading unit replies.
    """
    proposal = assignment.proposal
    if assignment.leads:
        return max((_latest_reply(assignment) - assignment.due_on).days, 0)
    reply_by = proposal.redo_due_on if assignment.round > 1 else proposal.due_on
    return max((reply_by - assignment.due_on).days, 0)


def _latest_reply(assignment):
    """Until when the leading unit's time can be extended at most."""
    start = assignment.issued_on
    if assignment.round > 1:
        return add_months(start, RULES["proposal_redo_months"].most)
    rules = rules_for(assignment.proposal.jurisdiction)
    if rules.difficult_reply_days:
        return start + timedelta(days=rules.difficult_reply_days)
    return add_months(start, rules.difficult_reply_months)
