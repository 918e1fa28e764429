"""Every term of handling by its rule, and how far the law lets an office set it (domain.md D2)."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress import clock
from congress.calendar import Calendar
from congress.models.office_rules import DEFAULTS, RULES, OfficeRules
from proposals import workflow
from proposals.clocks import extension_days
from proposals.enums import ProposalStatus as S
from tests.factories.congress import OfficeRulesFactory
from tests.factories.proposals import assignment_of, proposal_at


pytestmark = pytest.mark.django_db

# {rule: (default, least, most, source)}; those of the law name its article.
D2 = {
    "assign_workdays": (5, 1, 10, "D2"),
    "session_assign_days": (30, 1, 30, "D2"),
    "proposal_return_workdays": (10, 1, 15, "D2"),
    "reassign_workdays": (5, 1, 10, "D2"),
    "contact_workdays": (20, 1, 30, "D2"),
    "co_opinion_days": (30, 5, 60, "D2"),
    "reply_months": (3, 1, 3, "代表法第五十一条"),
    "difficult_reply_months": (6, 1, 6, "代表法第五十一条"),
    "reply_days": (0, 0, 90, "代表法第五十一条"),
    "difficult_reply_days": (0, 0, 181, "代表法第五十一条"),
    "feedback_workdays": (20, 5, 30, "D2"),
    "proposal_redo_months": (1, 1, 2, "D2"),
}


def at(year, month, day):
    return clock.at(datetime(year, month, day, 12, tzinfo=timezone.get_default_timezone()))


def assigned_on(who, *day, **told):
    """A proposal assigned on the day to the leading unit of ``who`` and, where asked, others."""
    with at(*day):
        proposal = proposal_at(S.ACCEPTED, who)
        workflow.assign(proposal, by=who.office, **{"lead": who.unit, **told})
    return proposal


@pytest.mark.parametrize(("key", "told"), D2.items())
def test_default_and_bounds_of_each_term(key, told):
    rule = RULES[key]
    assert (DEFAULTS[key], rule.least, rule.most, rule.source) == told


@pytest.mark.parametrize(
    ("key", "most"),
    [("reply_months", 3), ("difficult_reply_months", 6), ("reply_days", 90), ("difficult_reply_days", 181)],
)
def test_no_office_gives_units_more_time_than_the_law(key, most, who):
    rules = OfficeRules(jurisdiction=who.town, **{key: most + 1})
    with pytest.raises(ValidationError) as refusal:
        rules.full_clean()
    [sentence] = refusal.value.message_dict[key]
    assert "代表法第五十一条规定的范围是" in sentence


def test_three_months_end_on_the_corresponding_day_or_after_the_holiday(who):
    """民法典第二百零二条、第二百零三条: 20 April 2025 is a Sunday."""
    part = assignment_of(assigned_on(who, 2025, 1, 20))
    assert part.due_on == date(2025, 4, 21)
    assert part.due_sentence == (
        "自2025年1月20日起（当日不计）3个月，到2025年4月20日（周日）止；"
        "末日是周末，顺延到2025年4月21日（周一）。"
    )


def test_three_months_end_on_the_calendars_day_where_the_office_says_so(who):
    OfficeRulesFactory(jurisdiction=who.town, roll_over_holidays=False)
    assert assigned_on(who, 2025, 1, 20).due_on == date(2025, 4, 20)


def test_three_months_end_on_the_months_last_day_where_there_is_no_other(who):
    """30 November 2025 → 28 February 2026, a Saturday on which offices work."""
    part = assignment_of(assigned_on(who, 2025, 11, 30))
    assert (Calendar().is_workday(date(2026, 2, 28)), part.due_on) == (True, date(2026, 2, 28))


def test_difficult_matter_has_six_months_and_its_extension_none(who):
    proposal = assigned_on(who, 2025, 3, 20, difficult=True)
    assert (proposal.due_on, extension_days(assignment_of(proposal))) == (date(2025, 9, 22), 0)


def test_extension_reaches_the_sixth_month(who):
    assert extension_days(assignment_of(assigned_on(who, 2025, 3, 20))) == 92


def test_office_that_counts_by_days_gives_days_within_the_months_of_the_law(who):
    """代表法第五十一条: from 1 February 90 days end a day after the three months."""
    own = OfficeRulesFactory(jurisdiction=who.town.district, reply_days=60, difficult_reply_days=120)
    part = assignment_of(assigned_on(who, 2025, 3, 20))
    assert part.due_sentence == "自2025年3月20日起（当日不计）60天，到2025年5月19日（周一）止。"
    assert (part.due_on, extension_days(part)) == (date(2025, 5, 19), 60)
    assert assigned_on(who, 2025, 3, 20, difficult=True).due_on == date(2025, 7, 18)
    own.reply_days, own.roll_over_holidays = 90, False
    own.save()
    part = assignment_of(assigned_on(who, 2025, 2, 1))
    assert part.due_sentence == "自2025年2月1日起（当日不计）3个月，到2025年5月1日（周四）止。"
    # 0 goes back to months.
    OfficeRulesFactory(jurisdiction=who.town, reply_days=0)
    assert assigned_on(who, 2025, 3, 20).due_on == date(2025, 6, 20)


def test_each_unit_has_a_clock_of_its_own(who):
    proposal = assigned_on(who, 2025, 3, 20, co_units=[who.co_unit])
    lead, joining = assignment_of(proposal), assignment_of(proposal, who.co_unit)
    assert (lead.accept_by, lead.due_on) == (date(2025, 4, 3), date(2025, 6, 20))
    assert (joining.accept_by, joining.due_on) == (date(2025, 4, 3), date(2025, 4, 21))
    assert lead.accept_sentence == (
        "自2025年3月20日起（当日不计）10个工作日，其间4天放假不计，到2025年4月3日（周四）止。"
    )
    assert joining.due_sentence.startswith("自2025年3月20日起（当日不计）30天，到2025年4月19日（周六）止；")


def test_several_that_share_it_out_have_the_leading_units_time(who):
    proposal = assigned_on(who, 2025, 3, 20, lead=None, split_units=[who.unit, who.co_unit])
    assert [part.due_on for part in proposal.assignments.all()] == [date(2025, 6, 20)] * 2


def test_assigning_feedback_and_reassigning_count_workdays(who):
    with at(2025, 3, 20):
        due = {status: proposal_at(status, who).step_due_on for status in (S.SUBMITTED, S.UNIT_RETURNED)}
    assert due == {S.SUBMITTED: date(2025, 3, 27), S.UNIT_RETURNED: date(2025, 3, 27)}


def test_office_that_gives_less_time_is_obeyed(who):
    OfficeRulesFactory(jurisdiction=who.town, reply_months=2, co_opinion_days=10)
    proposal = assigned_on(who, 2025, 3, 20, co_units=[who.co_unit])
    assert [part.due_on for part in proposal.assignments.all()] == [date(2025, 5, 20), date(2025, 3, 31)]
