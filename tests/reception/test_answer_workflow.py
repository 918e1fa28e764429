"""Copying the unit's reply to the deputies, and answering the voter."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from deputies.models import Seat
from reception import answer_workflow, workflow
from reception.enums import AnswerMode, OpinionStatus
from reception.models import ReplyCopy
from tests.factories.deputies import SeatFactory
from tests.factories.reception import opinion_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


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
