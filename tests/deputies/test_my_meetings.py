"""A deputy's meetings on his phone, and what meetings put on the desks."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from congress import clock
from congress.desk import gathered, waiting_for
from deputies.desk import meeting as desk
from deputies.enums import LeaveStatus, Mark
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.leaves import leave_at
from tests.factories.sessions import SpeechFactory, line_of, marked, meeting_of


@pytest.fixture
def phone(client, deputy):
    client.force_login(deputy)
    return client


def mine(phone):
    return phone.get(reverse("deputies:my_meetings"))


@pytest.mark.parametrize("count", [1, 3])
def test_my_meetings_queries(count, phone, seat, in_march, django_assert_num_queries):
    for day in range(count):
        SpeechFactory(seat=seat, meeting=meeting_of(seat.term, on=date(2025, 1, 8 + day)))
        meeting_of(seat.term, on=date(2025, 4, 8 + day))

    with django_assert_num_queries(11):
        context = mine(phone).context

    assert [len(context[name]) for name in ("coming", "past", "speeches")] == [count] * 3


def test_my_meetings_are_ones_own(phone, seat, town, in_march):
    SeatFactory(jurisdiction=town)
    meeting = meeting_of(seat.term, on=date(2025, 3, 20))

    assert list(mine(phone).context["coming"]) == [line_of(seat, meeting)]


def test_meeting_with_a_leave_that_waits_offers_no_second(phone, seat, office, in_march):
    meeting = meeting_of(seat.term, on=date(2025, 3, 28), session__starts_on=date(2025, 3, 28))
    leave = leave_at(LeaveStatus.SUBMITTED, seat, office, session=meeting.session)
    [line] = mine(phone).context["coming"]
    [event] = phone.get(reverse("deputies:leave_mine")).context["events"]

    assert (line.leave, line.may_ask_leave, event.leave) == (leave, False, leave)


def test_my_meetings_are_for_deputies(client, office):
    client.force_login(office)

    assert mine(client).status_code == 403


def test_deputy_is_led_from_a_roll_to_his_meetings(phone, seat):
    answer = phone.get(meeting_of(seat.term).get_absolute_url())

    assert answer.url == reverse("deputies:my_meetings")


def test_desk_of_the_deputy_shows_todays_meeting_and_those_to_come(seat, deputy, in_march):
    for days in (0, 3, 15):
        meeting_of(seat.term, on=date(2025, 3, 20) + timedelta(days=days), name=f"{days}日会议")

    found = [(item.title[:4], item.due_on) for item in gathered(desk.own_meetings(deputy))]

    assert found == [("今天有会", date(2025, 3, 20)), ("参加会议", date(2025, 3, 23))]


def test_desk_of_the_deputy_leaves_out_who_has_leave(seat, deputy, in_march):
    marked(line_of(seat, meeting_of(seat.term, on=date(2025, 3, 21))), Mark.EXCUSED)

    assert gathered(desk.own_meetings(deputy)) == []


def test_desk_of_the_office_asks_for_marks_of_past_days(seat, office, in_march):
    meeting_of(seat.term, on=date(2025, 3, 20))
    marked(line_of(seat, meeting_of(seat.term, on=date(2025, 3, 18))), Mark.PRESENT)
    past = meeting_of(seat.term, on=date(2025, 3, 19), name="第二次全体会议")

    [item] = gathered(desk.rolls_to_complete(office))

    assert (item.title, item.url) == (f"登记出勤：{past.session}第二次全体会议", past.get_absolute_url())
    assert item.about == "2025年3月19日上午，1名代表还没有登记"
    assert item in waiting_for(office)


def test_desk_counts_every_line_that_is_not_marked(seat, town, office, in_march):
    SeatFactory.create_batch(2, jurisdiction=town)
    meeting = meeting_of(seat.term, on=date(2025, 3, 19))
    marked(line_of(seat, meeting), Mark.PRESENT)

    [item] = gathered(desk.rolls_to_complete(office))
    assert item.about == "2025年3月19日上午，2名代表还没有登记"


def test_desk_of_another_office_is_clear(seat, in_march):
    meeting_of(seat.term, on=clock.today() - timedelta(days=3))

    assert gathered(desk.rolls_to_complete(LocalOfficeFactory())) == []


def test_meeting_to_come_leads_to_leave(phone, seat, in_march):
    coming = meeting_of(seat.term, on=date(2025, 3, 25))
    meeting_of(seat.term, on=date(2025, 3, 20))  # began this morning
    page = phone.get(reverse("deputies:my_meetings"))
    assert [(line.meeting, line.may_ask_leave) for line in page.context["coming"]][-1] == (coming, True)
    assert [line.may_ask_leave for line in page.context["coming"]] == [False, True]
    url = f"{reverse('deputies:leave_session', args=[coming.session_id])}?meeting={coming.pk}"
    assert (f'href="{url}"' in page.content.decode(), "未登记" in page.content.decode()) == (True, False)
    places = phone.get(url).context["navigation"]
    assert [room["label"] for place in places for room in place["rooms"] if room["current"]] == ["请假"]
