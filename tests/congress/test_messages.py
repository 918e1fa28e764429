"""Messages: the bell, the list, and opening one."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from congress import clock
from congress.models import Message
from tests.factories.congress import AuditorFactory, SysadminFactory, UserFactory


LIST = reverse("message_list")
NOON = datetime(2025, 3, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client):
    user = UserFactory()
    client.force_login(user)
    return user


def told(user, *sentences):
    """Messages to ``user``, one a second."""
    return [
        Message.objects.create(
            recipient=user, sentence=text, url="/desk/", sent_at=NOON + timedelta(0, second)
        )
        for second, text in enumerate(sentences)
    ]


def test_list_shows_ones_own_newest_first(client, person):
    told(person, "先办的。", "后办的。")
    told(UserFactory(), "别人的。")
    shown = [message.sentence for message in client.get(LIST).context["page_obj"]]
    assert shown == ["后办的。", "先办的。"]


def test_message_is_read_by_opening_it_and_leads_to_its_page(client, person):
    [message] = told(person, "已核实。")
    with clock.at(NOON):
        response = client.get(reverse("message_open", args=[message.pk]))
    message.refresh_from_db()
    assert (response.url, message.read_at) == ("/desk/", NOON)


def test_message_stays_read_since_it_was_first_opened(client, person):
    [message] = told(person, "已核实。")
    for hours in (0, 5):
        with clock.at(NOON + timedelta(hours=hours)):
            client.get(reverse("message_open", args=[message.pk]))
    message.refresh_from_db()
    assert message.read_at == NOON


def test_message_of_another_is_not_there(client, person):
    [message] = told(UserFactory(), "别人的。")
    response = client.get(reverse("message_open", args=[message.pk]))
    message.refresh_from_db()
    assert (response.status_code, message.read_at) == (404, None)


def test_all_are_marked_as_read_but_not_those_of_others(client, person):
    told(person, "一。", "二。")
    told(UserFactory(), "别人的。")
    page = client.post(reverse("message_read_all"), follow=True)
    assert [str(notice) for notice in page.context["messages"]] == ["已把2条消息标为已读。"]
    assert [message.sentence for message in Message.objects.unread()] == ["别人的。"]


def test_looking_at_the_address_marks_nothing(client, person):
    told(person, "一。")
    assert client.get(reverse("message_read_all")).url == LIST
    assert Message.objects.unread().count() == 1


def test_unread_is_told_by_word_and_shape(client, person):
    first, _ = told(person, "一。", "二。")
    client.get(reverse("message_open", args=[first.pk]))
    page = client.get(LIST).content.decode()
    assert [page.count(part) for part in ("bi-circle-fill", "</i>未读", 'bi-circle"', "</i>已读")] == [
        1,
        1,
        1,
        1,
    ]


def test_bell_counts_the_unread(client, person):
    told(person, "一。", "二。")
    assert "消息，未读2条" in client.get(reverse("desk")).content.decode()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_bell_costs_no_query(client, person, count, django_assert_num_queries):
    told(person, *"一二三"[:count])
    client.get(reverse("password_change"))
    with django_assert_num_queries(3):
        client.get(reverse("password_change"))


@pytest.mark.parametrize("factory", [SysadminFactory, AuditorFactory])
def test_keepers_have_no_bell(client, factory):
    client.force_login(factory())
    assert LIST not in client.get(reverse("desk")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_with_more_messages(client, person, count, django_assert_num_queries):
    told(person, *"一二三"[:count])
    client.get(LIST)
    with django_assert_num_queries(5):
        assert len(client.get(LIST).context["page_obj"]) == count
