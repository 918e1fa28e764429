"""What deputies, units and offices are told about matters and reception days."""

from datetime import timedelta

import pytest

from congress.calendar import short_date
from congress.models import Message
from reception import day_workflow, referral_workflow, workflow
from reception.enums import DayStatus
from reception.enums import OpinionStatus as Status
from tests.factories.deputies import SeatFactory
from tests.factories.reception import day_at, opinion_at, referral_of, take


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """``told(step)``: {recipient: sentence} of what the step wrote."""

    def of(step):
        with django_capture_on_commit_callbacks(execute=True):
            step()
        return {message.recipient: message.sentence for message in Message.objects.all()}

    return of


@pytest.fixture
def asking_back(who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    referral_workflow.return_referral(referral, by=who.clerk, reason="不属本单位职责")
    return referral


@pytest.fixture
def asking_longer(who):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    until = referral.due_on + timedelta(days=10)
    referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
    return referral


def test_unit_is_told_that_its_return_was_granted(who, asking_back, told):
    assert told(lambda: referral_workflow.confirm_return(asking_back, by=who.office)) == {
        who.clerk: "同意退回“路灯不亮0”，不再由你单位办理。"
    }


def test_unit_is_told_that_its_return_was_refused(who, asking_back, told):
    sentences = told(lambda: referral_workflow.refuse_return(asking_back, by=who.office, note="属你局职责。"))
    day = short_date(asking_back.accept_by)
    assert sentences == {who.clerk: f"不同意退回“路灯不亮0”，请于{day}前签收。属你局职责。"}


def test_unit_is_told_that_its_extension_was_granted(who, asking_longer, told):
    sentences = told(lambda: referral_workflow.grant_extension(asking_longer, by=who.office))
    day = short_date(asking_longer.extension_until)
    assert sentences == {who.clerk: f"同意延期：“路灯不亮0”应于{day}前答复。"}


def test_unit_is_told_that_its_extension_was_refused(who, asking_longer, told):
    day = short_date(asking_longer.due_on)
    sentences = told(lambda: referral_workflow.refuse_extension(asking_longer, by=who.office))
    assert sentences == {who.clerk: f"不同意延期：“路灯不亮0”仍应于{day}前答复。"}


def test_office_is_told_that_a_unit_replied(who, told):
    opinion = opinion_at(Status.ACCEPTED, who)
    assert told(lambda: take("reply", opinion, who)) == {who.office: f"{who.unit}书面答复了“路灯不亮0”。"}
    assert Message.objects.get().url == opinion.get_absolute_url()


def test_deputy_is_told_that_a_reply_was_copied_to_him(who, told):
    SeatFactory(jurisdiction=who.town, with_user=True)
    opinion = opinion_at(Status.REPLIED, who)
    assert told(lambda: take("copy", opinion, who)) == {
        who.deputy: "“路灯不亮0”的单位答复抄送给您了，请答复选民。"
    }


def test_units_and_office_are_told_that_a_deputy_urges(who, told):
    opinion = opinion_at(Status.ACCEPTED, who)
    sentence = f"{who.deputy}催办“路灯不亮0”，请抓紧办理。"
    assert told(lambda: take("urge", opinion, who)) == {who.clerk: sentence, who.office: sentence}


RECEIVED = [
    (Status.TRIAGED, "explain", "已当场解释或者解决。"),
    (Status.TRIAGED, "not_accept", "不予受理，请把理由告诉选民。"),
    (Status.SURVEYED, "redo", "选民不满意，单位重新办理。"),
    (Status.SURVEYED, "close", "已办结。"),
]


@pytest.mark.parametrize(("at", "step", "what"), RECEIVED)
def test_deputy_is_told_what_becomes_of_what_he_received(at, step, what, who, told):
    opinion = opinion_at(at, who)
    assert told(lambda: take(step, opinion, who)) == {who.deputy: f"您接待的“路灯不亮0”{what}"}


def test_deputy_is_told_that_units_handle_what_he_received(who, told):
    opinion = opinion_at(Status.TRIAGED, who)
    sentences = told(lambda: workflow.refer(opinion, by=who.office, lead=who.unit))
    day = short_date(opinion.due_on)
    assert sentences == {who.deputy: f"您接待的“路灯不亮0”已交单位办理，应于{day}前答复。"}


def test_deputies_of_merged_matters_are_told_of_the_result(who, told):
    main = opinion_at(Status.REPLIED, who)
    merged = opinion_at(Status.TRIAGED, who)
    assert told(lambda: workflow.merge(merged, by=who.office, into=main)) == {
        who.deputy: f"您接待的“路灯不亮0”并入{main.number}一并办理。"
    }


def test_no_message_names_the_visitor(who, told):
    sentences = told(lambda: opinion_at(Status.CLOSED, who)).values()
    assert [sentence for sentence in sentences if "张" in sentence or "138" in sentence] == []


def test_deputy_is_told_of_his_turn(who, told):
    day = day_at(DayStatus.PLANNED, who)
    assert told(lambda: day_workflow.set_rota(day, by=who.liaison, seats=[who.seat])) == {
        who.deputy: f"{day}由您轮值接待选民。"
    }


def test_both_are_told_of_a_substitution(who, told):
    day = day_at(DayStatus.ROTA_SET, who)
    other = SeatFactory(jurisdiction=who.town, with_user=True, deputy__name="王芳")
    sentences = told(lambda: day_workflow.substitute(day, by=who.office, seat=other, replaced=who.seat))
    assert sentences == dict.fromkeys(
        [who.deputy, other.deputy.user], f"{day}换班：王芳替{who.seat.deputy}接待。"
    )


def test_deputy_is_told_that_his_day_is_put_off(who, told):
    day = day_at(DayStatus.ROTA_SET, who)
    later = day.date + timedelta(days=7)
    assert told(lambda: day_workflow.postpone(day, by=who.office, date=later, reason="大雨")) == {
        who.deputy: "您轮值的石坎镇代表联络站接待日由2025年3月20日（周四）延到2025年3月27日（周四）：大雨。"
    }


def test_deputy_is_told_that_his_day_is_cancelled(who, told):
    day = day_at(DayStatus.ROTA_SET, who)
    assert told(lambda: day_workflow.cancel(day, by=who.office, reason="大雨")) == {
        who.deputy: f"您轮值的{day}取消了：大雨"
    }
