"""Exchanging turns: asked for, agreed by both, carried out; refused, withdrawn, come too late."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import clock
from congress.desk import waiting_for
from congress.models import Message
from congress.workflow import StepNotAvailable
from reception import day_workflow, turn_rules, turn_workflow
from reception.enums import DayStatus, TurnKind, TurnStatus
from reception.models import TurnRequest
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, day_at


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def other(who):
    return SeatFactory(jurisdiction=who.town, with_user=True, deputy__name="赵甲")


def coming(who, days=3, *seats):
    """A coming day on whose rota ``seats`` stand, by default that of the town's deputy."""
    on = clock.today() + timedelta(days=days)
    day = day_at(DayStatus.PLANNED, who, on=on, place=f"第{days}站")
    day_workflow.set_rota(day, by=who.liaison, seats=seats or [who.seat])
    return day


def asked(who, other, day, **fields):
    fields = {"kind": TurnKind.SUBSTITUTE, "by": who.deputy, "seat": who.seat, "reason": "出差"} | fields
    return turn_workflow.ask(day=day, other=other, **fields)


def sitting(day):
    return [(slot.seat, slot.substitutes) for slot in day.slots.all()]


def test_swap_is_asked_agreed_and_told_on_the_phones(client, who, other, django_capture_on_commit_callbacks):
    first, second = coming(who), coming(who, 5, other)
    third = SeatFactory(jurisdiction=who.town, with_user=True, deputy__name="钱乙")
    day_workflow.set_rota(second, by=who.liaison, seats=[other, third])
    client.force_login(who.deputy)
    assert client.get(first.get_absolute_url()).context["may_ask_turn"]
    url = reverse("reception:turn_create", args=[first.pk], query={"kind": "swap"})
    slot = second.slots.get(seat=other)
    client.post(url, {"turn": slot.pk, "reason": "出差"})
    turn = TurnRequest.objects.get()
    assert str(turn) == f"{who.seat.called}（3月23日）与赵甲（3月25日）互换轮值"
    again = client.post(url, {"turn": slot.pk, "reason": "出差"})
    assert again.context["form"].non_field_errors() == [
        "这次轮值已经申请过，还在等答复；要另作安排的，请先撤回那一件。"
    ]
    assert [item.url for item in waiting_for(other.deputy.user)].count(turn.get_absolute_url()) == 1
    assert not turn_rules.can_exchange(who.deputy, first)

    client.force_login(other.deputy.user)
    assert list(client.get(second.get_absolute_url()).context["turn_requests"]) == [turn]
    page = client.get(turn.get_absolute_url())
    assert [link["label"] for link in page.context["steps"]] == ["同意", "不同意"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("reception:turn_step", args=[turn.pk, "agree"]))

    turn.refresh_from_db()
    assert turn.status == TurnStatus.DONE
    assert sitting(first) == [(other, who.seat)]
    assert {*sitting(second)} == {(third, None), (who.seat, other)}
    told = Message.objects.filter(sentence=f"已换班：{turn}。").values_list("recipient", flat=True)
    assert {*told} == {who.deputy.pk, third.deputy.user.pk, who.liaison.pk, who.office.pk}
    # Neither may change the rota by a request that is done.
    assert not turn_rules.can_exchange(who.deputy, first)
    with pytest.raises(ValidationError, match="双方还没有都同意"):
        day_workflow.exchange(first, by=who.liaison, request=turn)


def test_office_enters_what_it_is_told_by_telephone(client, who):
    """A deputy without an account; who takes his own turn back stands in for nobody."""
    mute = SeatFactory(jurisdiction=who.town, deputy__name="孙丙")
    day = coming(who)
    client.force_login(who.liaison)
    url = reverse("reception:turn_create", args=[day.pk], query={"kind": "substitute"})
    client.post(url, {"seat": who.seat.pk, "other": mute.pk, "reason": "生病"})
    turn = TurnRequest.objects.get()
    assert [item.url for item in waiting_for(who.liaison)].count(turn.get_absolute_url()) == 1
    step = reverse("reception:turn_step", args=[turn.pk, "enter_consent"])
    refused = client.post(step, {"sides": ["seat", "other"]})
    assert [*refused.context["form"].errors] == ["note"]
    client.post(step, {"sides": ["other"], "note": "来电话同意"})
    assert sitting(day) == [(who.seat, None)]
    client.post(step, {"sides": ["seat"], "note": "来电话同意"})
    assert sitting(day) == [(mute, who.seat)]
    day_workflow.substitute(day, by=who.liaison, seat=who.seat, replaced=mute)
    assert sitting(day) == [(who.seat, None)]


def test_leave_is_granted_by_staff(who, client):
    day = coming(who)
    client.force_login(who.deputy)
    client.post(reverse("reception:turn_create", args=[day.pk], query={"kind": "leave"}), {"reason": "生病"})
    turn = TurnRequest.objects.get()
    with pytest.raises(PermissionDenied):
        turn_workflow.grant(turn, by=who.deputy)
    turn_workflow.grant(turn, by=who.liaison)
    assert (turn.status, day.slots.get().leave) == (TurnStatus.DONE, "生病")


def test_request_that_cannot_be_is_refused_in_a_sentence(who, other):
    day = coming(who)
    late = SeatFactory(jurisdiction=who.town, deputy__name="李丁", starts_on=day.date + timedelta(days=1))
    both = coming(who, 6, who.seat, other)
    planned = day_at(DayStatus.PLANNED, who, on=day.date, place="别处")
    cases = [
        ({"day": day, "other": late}, "李丁在2025年3月23日不在任，请另选代表。"),
        ({"day": day, "other": who.seat}, "替班的就是原轮值代表，请另选一名代表。"),
        (
            {"day": both, "other": other},
            "赵甲3月26日已经轮值，请另选一名代表。",
        ),
        ({"day": planned, "other": other}, "3月23日别处接待日现在是“已计划”，不能换班、请假。"),
    ]
    for fields, sentence in cases:
        with pytest.raises(ValidationError) as error:
            asked(who, **fields)
        assert error.value.messages == [sentence]
    with clock.at(NOON + timedelta(days=9)), pytest.raises(ValidationError) as error:
        asked(who, other, day)
    assert error.value.messages == ["3月23日的接待日已经过去，不能再换班、请假。"]
    with pytest.raises(PermissionDenied):
        asked(who, other, day, by=other.deputy.user)
    assert not TurnRequest.objects.exists()


def test_request_is_refused_withdrawn_or_lapses(client, who, other):
    day = coming(who)
    refused = asked(who, other, day)
    with pytest.raises(PermissionDenied):
        turn_workflow.refuse(refused, by=who.deputy, note="不行")
    turn_workflow.refuse(refused, by=other.deputy.user, note="那天也出差")
    withdrawn = asked(who, other, day)
    turn_workflow.withdraw(withdrawn, by=who.deputy)
    waiting = asked(who, other, day)
    assert [refused.status, withdrawn.status, waiting.status] == ["refused", "withdrawn", "asked"]
    client.force_login(other.deputy.user)
    with clock.at(NOON + timedelta(days=9)):
        page = client.get(waiting.get_absolute_url())
        assert (page.context["steps"], "已过期" in page.content.decode()) == ([], True)
        response = client.post(reverse("reception:turn_step", args=[waiting.pk, "agree"]))
        assert response.url == waiting.get_absolute_url()
        with pytest.raises(StepNotAvailable):
            turn_workflow.agree(waiting, by=other.deputy.user)
        assert list(TurnRequest.objects.open()) == []
    assert sitting(day) == [(who.seat, None)]


@pytest.mark.parametrize("count", [1, 3])
def test_turn_list_queries(count, client, who, other, django_assert_num_queries):
    for number in range(count):
        asked(who, other, coming(who, 3 + number))
    client.force_login(who.deputy)
    with django_assert_num_queries(11):
        response = client.get(reverse("reception:turn_list"))
    assert (len(response.context["page_obj"]), len(response.context["days"])) == (count, count)
