"""Meetings that voters ask for: settled, held as a visit, or come to nothing (B21)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress import clock, desk
from congress.models import Message
from congress.workflow import StepNotAvailable
from reception import appointment_workflow as workflow
from reception.enums import AppointmentStatus as S
from reception.enums import Channel
from reception.models import Appointment, Opinion, Visitor
from tests.factories.reception import NOON
from tests.factories.reception.appointments import ASKER, agreed, appointment_at


pytestmark = pytest.mark.usefixtures("in_march")
LIST = reverse("reception:appointment_list")
CREATE = reverse("reception:appointment_create")


def step_url(appointment, name):
    return reverse("reception:appointment_step", args=[appointment.pk, name])


def waiting(user):
    return [(item.action, item.due_on) for item in desk.waiting_for(user) if "/appointments/" in item.url]


def test_meeting_that_was_held_is_a_visit_of_the_voter_who_asked(who):
    appointment = appointment_at(S.HELD, who)
    visit = appointment.visit
    assert (visit.channel, visit.place, visit.deputies.get()) == (
        Channel.APPOINTMENT,
        "中心联络站",
        who.seat,
    )
    assert (visit.visitor.name, visit.visitor.phone, visit.visitor.consented) == (
        "张三",
        "13800001234",
        True,
    )
    assert [event.note for event in appointment.events.all()] == [
        f"选民约见{who.seat.called}，想谈：村口路灯。",
        "约定3月20日09:30在中心联络站会见。",
        f"3月20日会见，登记了{visit.opinions.get().number}。",
    ]
    with pytest.raises(StepNotAvailable):
        workflow.withdraw(appointment, by=who.liaison, note="不来了")


def test_meeting_that_comes_to_nothing_says_why(who):
    for status in (S.DECLINED, S.WITHDRAWN, S.MISSED):
        assert appointment_at(status, who).status == status
    asked = appointment_at(S.ASKED, who)
    for verb in (workflow.decline, workflow.withdraw):
        with pytest.raises(ValidationError, match="请写明"):
            verb(asked, by=who.liaison, note=" ")
    with pytest.raises(ValidationError, match="已经过去"):
        agreed(asked, by=who.liaison, on=clock.today() - timedelta(days=1))
    agreed(asked, by=who.liaison, on=clock.today() + timedelta(days=1))
    with pytest.raises(ValidationError, match="还没有到"):
        workflow.miss(asked, by=who.liaison, note="没有来")
    with pytest.raises(ValidationError, match="这一栏里有来访人的姓名"):
        workflow.ask(
            by=who.liaison, jurisdiction=who.town, visitor_data=ASKER, seat=who.seat, subject="张三的低保"
        )
    assert Visitor.objects.count() == Appointment.objects.count()


def test_deputy_and_staff_are_told_and_find_it_on_their_desks(who, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        appointment = appointment_at(S.ASKED, who, by=who.deputy)
        agreed(appointment, by=who.office, on=clock.today() + timedelta(days=3))
    told = {}
    for message in Message.objects.order_by("pk"):
        told.setdefault(message.recipient, []).append(message.sentence)
    asked = f"选民约见{who.seat.called}：村口路灯，请于3月27日前约定时间、地点。"
    settled = f"约见{who.seat.called}：村口路灯，约定3月23日09:30在中心联络站会见。"
    assert told == {who.liaison: [asked, settled], who.office: [asked], who.deputy: [settled]}

    due = appointment.agreed_on
    assert [waiting(user) for user in (who.deputy, who.office, who.liaison, who.district_office)] == [
        [("会见", due)],
        [("会见", due)],
        [("会见", due)],
        [],
    ]
    with clock.at(NOON + timedelta(days=4)):
        assert waiting(who.deputy) == [("登记会见", due)]


def test_office_takes_down_and_the_deputy_holds_it_without_seeing_the_name(client, who):
    client.force_login(who.office)
    asked = {"meeting-seat": who.seat.pk, "meeting-subject": "村口路灯", "visitor-kind": "person"}
    refused = client.post(CREATE, asked | {"visitor-name": "张三"})
    assert (refused.context["form"].errors, refused.context["asker"].errors) == (
        {},
        {
            "phone": ["请填写联系电话，约好时间要告诉选民。"],
            "consented": ["请先向来访人说明个人信息的用途，再勾选。"],
        },
    )
    client.post(
        CREATE,
        asked | {"visitor-name": "张三", "visitor-phone": "13800001234", "visitor-consented": "on"},
    )
    appointment = Appointment.objects.get()
    assert appointment.due_on == clock.today() + timedelta(days=7)

    client.force_login(who.deputy)
    day = {"agreed_on": clock.today(), "agreed_at": "09:30", "place": "联络站"}
    client.post(step_url(appointment, "agree"), day)
    page = client.get(step_url(appointment, "hold"))
    assert page.context["form"]["date"].value() == clock.today()
    client.post(
        step_url(appointment, "hold"),
        {"date": clock.today(), "title": "路灯不亮", "words": "路灯坏了。", "party_size": 1},
    )
    opinion = Opinion.objects.get()
    page = client.get(appointment.get_absolute_url())
    assert (list(page.context["opinions"]), "张三" in page.content.decode()) == ([opinion], False)


def test_asker_is_shown_for_a_reason_while_the_meeting_is_to_come(client, who):
    appointment = appointment_at(S.ASKED, who)
    address = reverse("reception:visitor_reveal", args=[appointment.visitor_id])
    client.force_login(who.deputy)
    page = client.post(address, {"reason": "打电话约时间"})
    assert (page.context["revealed"], page.context["back"]) == (True, appointment.get_absolute_url())
    workflow.decline(appointment, by=who.office, note="请找镇政府")
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_appointment_pages_queries(count, client, who, django_assert_num_queries):
    for _ in range(count):
        appointment = appointment_at(S.AGREED, who)
        held = appointment_at(S.HELD, who)
    client.force_login(who.liaison)
    client.get(LIST)
    with django_assert_num_queries(7):
        page = client.get(LIST)
    assert len(page.context["object_list"]) == 2 * count
    with django_assert_num_queries(8):
        client.get(appointment.get_absolute_url())
    with django_assert_num_queries(7):
        client.get(held.get_absolute_url())
