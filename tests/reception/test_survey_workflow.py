"""Asking the voter, and what follows: handling it again, closing, taking it up once more."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.enums import Satisfaction
from reception import answer_workflow, referral_workflow, workflow
from reception.enums import OpinionStatus
from reception.models import Opinion
from tests.factories.reception import NOON, opinion_at, referral_of, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def survey(opinion, who, rating=Satisfaction.SATISFIED, **kwargs):
    return answer_workflow.survey(
        opinion, by=who.liaison, handling_rating=rating, deputy_rating=Satisfaction.SATISFIED, **kwargs
    )


# Survey


def test_survey_keeps_both_ratings(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    survey(opinion, who, Satisfaction.BASICALLY)
    assert (opinion.handling_rating, opinion.deputy_rating, opinion.events.last().note) == (
        Satisfaction.BASICALLY,
        Satisfaction.SATISFIED,
        "对办理基本满意，对代表满意。",
    )


def test_dissatisfaction_without_a_reason_is_refused(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    with pytest.raises(ValidationError, match="不满意的，请写明原因。"):
        survey(opinion, who, Satisfaction.DISSATISFIED)
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.ANSWERED


def test_deputy_does_not_survey_about_himself(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    with pytest.raises(PermissionDenied):
        answer_workflow.survey(
            opinion,
            by=who.deputy,
            handling_rating=Satisfaction.SATISFIED,
            deputy_rating=Satisfaction.SATISFIED,
        )


# Redoing


def test_redo_gives_the_same_unit_a_new_round_with_its_own_clock(who):
    opinion = opinion_at(OpinionStatus.REDO, who)
    referral = referral_of(opinion)
    assert (opinion.round, referral.round, referral.unit, referral.due_on) == (
        2,
        2,
        who.unit,
        date(2025, 4, 21),
    )


def test_second_redo_has_to_be_escalated(who):
    opinion = opinion_at(OpinionStatus.REDO, who)
    for step in ("accept", "reply", "copy", "answer", "survey"):
        take(step, opinion, who)
    with pytest.raises(ValidationError, match="已经重新办理过一次；选民仍不满意的，请报区协调。"):
        take("redo", opinion, who)
    take("escalate", opinion, who)
    assert (opinion.status, opinion.round, opinion.escalated) == (OpinionStatus.ESCALATED, 3, True)


def test_redo_of_a_satisfied_voters_matter_is_refused(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    survey(opinion, who)
    with pytest.raises(ValidationError, match="不必重新办理"):
        take("redo", opinion, who)


def test_redo_of_what_was_explained_is_refused(who):
    opinion = take("survey", opinion_at(OpinionStatus.EXPLAINED, who), who)
    with pytest.raises(ValidationError, match="没有主办单位办过这件意见"):
        take("redo", opinion, who)


def test_redo_where_only_a_joining_unit_replied_is_refused(who):
    """The unit that led gave the matter back, and the office explained it on the spot."""
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    joining = referral_of(opinion, who.co_unit)
    referral_workflow.accept(joining, by=who.co_clerk)
    referral_workflow.reply(joining, by=who.co_clerk, text="已看过。", signatory="王局长")
    for step in ("return", "triage", "explain", "survey"):
        take(step, opinion, who)
    with pytest.raises(ValidationError, match="没有主办单位办过这件意见，不能重新办理；请报区协调"):
        take("redo", opinion, who)
    assert [found.redoable for found in Opinion.objects.with_redoable()] == [False]


def test_first_reply_stays_the_one_that_counts(who):
    opinion = opinion_at(OpinionStatus.REDO, who)
    with clock.at(NOON + timedelta(days=60)):
        take("accept", opinion, who)
        take("reply", opinion, who)
    assert (opinion.replied_on, opinion.replied_in_time) == (date(2025, 3, 20), True)


# Closing


def test_surveyed_matter_closes_without_words(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    survey(opinion, who)
    answer_workflow.close(opinion, by=who.office)
    assert (opinion.status, opinion.closed_on) == (OpinionStatus.CLOSED, date(2025, 3, 20))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (OpinionStatus.REPLIED, "还没有答复选民并测评，直接办结的，请写明理由。"),
        (OpinionStatus.ANSWERED, "已经答复选民，还没有测评，直接办结的，请写明理由。"),
        (OpinionStatus.EXPLAINED, "已经当场解释，还没有测评，直接办结的，请写明理由。"),
        (OpinionStatus.NOT_ACCEPTED, "还没有答复选民并测评，直接办结的，请写明理由。"),
        (OpinionStatus.SURVEYED, "选民不满意，应当重新办理或者报区协调；确需办结的，请写明理由。"),
    ],
)
def test_closing_early_needs_a_reason(status, sentence, who):
    opinion = opinion_at(status, who)
    with pytest.raises(ValidationError) as error:
        answer_workflow.close(opinion, by=who.office)
    assert error.value.message_dict == {"note": [sentence]}
    opinion.refresh_from_db()
    assert opinion.status == status


def test_reopened_matter_begins_a_new_round(who):
    opinion = opinion_at(OpinionStatus.REOPENED, who)
    assert (opinion.round, opinion.closed_on, opinion.step_due_on) == (2, None, date(2025, 3, 25))
