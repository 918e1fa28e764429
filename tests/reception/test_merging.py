"""Merged matters: whatever becomes of the main one, their voters are answered."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from congress import clock, desk
from reception import answer_workflow, workflow
from reception.enums import AnswerMode, OpinionStatus
from tests.factories.reception import NOON, opinion_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def merged_into(main, who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.merge(opinion, by=who.office, into=main)
    return opinion


def to_do(user):
    return [(item.action, item.url) for item in desk.waiting_for(user)]


def test_escalated_matter_is_merged_by_the_district_alone(who):
    opinion, main = opinion_at(OpinionStatus.ESCALATED, who), opinion_at(OpinionStatus.TRIAGED, who)
    with pytest.raises(PermissionDenied, match="您不能对此并入他件"):
        workflow.merge(opinion, by=who.office, into=main)
    workflow.merge(opinion, by=who.district_office, into=main)
    assert opinion.status == OpinionStatus.MERGED


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["explain"], "当场解释"),
        (["not_accept"], "不予受理"),
        (["refer", "accept", "reply", "copy"], "已抄送代表"),
        (["refer", "accept", "reply", "close"], "已办结"),
    ],
)
def test_merged_opinion_hears_what_became_of_the_main_one(steps, told, who):
    main = opinion_at(OpinionStatus.TRIAGED, who)
    other = merged_into(main, who)
    for step in steps:
        take(step, main, who)
    other.refresh_from_db()
    assert (other.events.last().step, other.events.last().note, other.step_due_on) == (
        "hear",
        f"主件石坎〔2025〕1号现为“{told}”，请答复选民。",
        date(2025, 3, 27),
    )
    assert ("答复选民", other.get_absolute_url()) in to_do(who.deputy)


def test_merged_opinion_of_a_matter_not_accepted_is_answered(who):
    main = opinion_at(OpinionStatus.TRIAGED, who)
    other = merged_into(main, who)
    take("not_accept", main, who)
    answer_workflow.answer(other, by=who.deputy, mode=AnswerMode.ORAL, text="应向法院反映。")
    assert other.status == OpinionStatus.ANSWERED


def test_voter_told_before_keeps_his_clock(who):
    main = opinion_at(OpinionStatus.TRIAGED, who)
    other = merged_into(main, who)
    take("explain", main, who)
    with clock.at(NOON + timedelta(days=4)):
        take("close", main, who)
    other.refresh_from_db()
    assert (other.events.filter(step="hear").count(), other.step_due_on) == (2, date(2025, 3, 27))


def test_merged_opinion_that_nobody_told_waits_for_the_office(who):
    """The unit replied, and the office went to the district without a copy to the deputies."""
    main = opinion_at(OpinionStatus.ACCEPTED, who)
    other = merged_into(main, who)
    take("reply", main, who)
    before = to_do(who.office)
    take("escalate", main, who)
    assert (before, to_do(who.office)) == (
        [("抄送代表", main.get_absolute_url())],
        [("答复选民", other.get_absolute_url())],
    )
