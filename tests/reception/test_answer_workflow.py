"""From the unit's reply to the end of the matter."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from deputies.models import Seat
from reception import answer_workflow, referral_workflow, workflow
from reception.enums import AnswerMode, OpinionStatus, Rating
from reception.models import Opinion, ReplyCopy
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, opinion_at, referral_of, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def survey(opinion, who, rating=Rating.SATISFIED, **kwargs):
    return answer_workflow.survey(
        opinion, by=who.liaison, handling_rating=rating, deputy_rating=Rating.SATISFIED, **kwargs
    )


def answer(opinion, by, **kwargs):
    return answer_workflow.answer(opinion, by=by, mode=AnswerMode.PHONE, text="路灯已修好。", **kwargs)


# Copies


def test_reply_is_copied_item_by_item_to_the_receiving_deputies(who):
    opinion = opinion_at(OpinionStatus.REPLIED, who, seats=[who.seat, SeatFactory(jurisdiction=who.town)])
    answer_workflow.copy_to_deputies(opinion, by=who.office)
    copies = ReplyCopy.objects.filter(reply__referral__opinion=opinion)
    assert (copies.count(), opinion.status, opinion.step_due_on) == (
        2,
        OpinionStatus.COPIED,
        date(2025, 3, 27),
    )


def test_reply_is_copied_to_the_deputies_of_merged_opinions(who):
    main, other_seat = opinion_at(OpinionStatus.REPLIED, who), SeatFactory(jurisdiction=who.town)
    other = opinion_at(OpinionStatus.TRIAGED, who, seats=[other_seat])
    workflow.merge(other, by=who.office, into=main)
    assert set(answer_workflow.receivers(main)) == {who.seat, other_seat}


def test_merged_opinion_hears_of_the_main_ones_reply(who):
    main, other = opinion_at(OpinionStatus.REFERRED, who), opinion_at(OpinionStatus.TRIAGED, who)
    workflow.merge(other, by=who.office, into=main)
    for step in ("accept", "reply", "copy"):
        take(step, main, who)
    other.refresh_from_db()
    assert (other.status, other.step_due_on, other.events.last().note) == (
        OpinionStatus.MERGED,
        date(2025, 3, 27),
        "主件石坎〔2025〕1号现为“已抄送代表”，请答复选民。",
    )


def test_copy_to_nobody_is_refused_while_a_deputy_received_the_voter(who):
    opinion = opinion_at(OpinionStatus.REPLIED, who)
    with pytest.raises(ValidationError) as error:
        answer_workflow.copy_to_deputies(opinion, by=who.office, seats=[])
    assert error.value.message_dict == {"seats": ["有代表接待过来访人，请至少选一名，由代表答复选民。"]}
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.REPLIED


def test_copy_to_nobody_once_the_deputy_has_left(who):
    opinion = opinion_at(OpinionStatus.REPLIED, who)
    Seat.objects.filter(pk=who.seat.pk).update(ends_on=date(2025, 3, 19))
    answer_workflow.copy_to_deputies(opinion, by=who.office, seats=[])
    assert opinion.events.last().note == "没有在任的接待代表，由石坎镇人大主席团答复选民。"


# Answer


def test_deputys_answer_carries_his_seat(who):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    answer(opinion, who.deputy)
    assert (opinion.status, opinion.answered_on, opinion.answers.get().seat, opinion.events.last().note) == (
        OpinionStatus.ANSWERED,
        date(2025, 3, 20),
        who.seat,
        f"{who.seat.deputy.name}代表于3月20日电话答复选民。",
    )


def test_office_answers_in_its_own_name(who):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    answer(opinion, who.office)
    assert (opinion.answers.get().seat, opinion.events.last().note) == (
        None,
        "石坎镇人大主席团于3月20日电话答复选民。",
    )


def test_deputy_who_did_not_receive_the_voter_may_not_answer(who):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    stranger = SeatFactory(jurisdiction=who.town, with_user=True).deputy.user
    with pytest.raises(PermissionDenied, match="您不能对此答复选民。"):
        answer(opinion, stranger)


@pytest.mark.parametrize(
    ("answered_on", "sentence"),
    [
        (date(2025, 3, 21), "答复选民日期不能晚于今天（2025年3月20日）。"),
        (date(2025, 3, 19), "答复选民日期不能早于单位答复日期2025年3月20日。"),
    ],
)
def test_answer_on_an_impossible_day_is_refused(answered_on, sentence, who):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    with pytest.raises(ValidationError) as error:
        answer(opinion, who.deputy, answered_on=answered_on)
    assert error.value.message_dict == {"answered_on": [sentence]}
    assert opinion.answers.count() == 0


def test_merged_opinion_waits_for_the_main_ones_reply(who):
    main, other = opinion_at(OpinionStatus.REFERRED, who), opinion_at(OpinionStatus.TRIAGED, who)
    workflow.merge(other, by=who.office, into=main)
    with pytest.raises(ValidationError, match="主件石坎〔2025〕1号还没有答复，请等答复后再告诉选民。"):
        answer(other, who.deputy)


# Survey


def test_survey_keeps_both_ratings(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    survey(opinion, who, Rating.BASICALLY)
    assert (opinion.handling_rating, opinion.deputy_rating, opinion.events.last().note) == (
        Rating.BASICALLY,
        Rating.SATISFIED,
        "对办理基本满意，对代表满意。",
    )


def test_dissatisfaction_without_a_reason_is_refused(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    with pytest.raises(ValidationError, match="不满意的，请写明原因。"):
        survey(opinion, who, Rating.DISSATISFIED)
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.ANSWERED


def test_deputy_does_not_survey_about_himself(who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    with pytest.raises(PermissionDenied):
        answer_workflow.survey(
            opinion, by=who.deputy, handling_rating=Rating.SATISFIED, deputy_rating=Rating.SATISFIED
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
