"""What activities put on the desks."""

from datetime import date, timedelta

from congress import clock
from congress.desk import gathered, waiting_for
from deputies.desk import activity as desk
from deputies.enums import ParticipationStatus as Status
from tests.factories.activities import entry_at, logged, planned


def lines(user):
    return [(item.title, item.action) for item in waiting_for(user)]


def test_desk_of_the_liaison_gathers_entries_to_verify(seat, liaison):
    logged(seat)
    logged(seat)

    item = next(item for item in waiting_for(liaison) if item.title == "核实代表的履职记录")

    assert item.about == "2条，最早的是2025年3月12日的活动"


def test_desk_of_the_office_asks_who_came(seat, office):
    planned(office, seat)

    assert ("登记到会情况：视察防汛", "登记到会") in lines(office)


def test_desk_of_a_deputy_shows_the_coming_activity(seat, deputy, office):
    day = clock.today() + timedelta(days=3)
    planned(office, seat, starts_on=day)

    item = next(item for item in waiting_for(deputy) if item.title == "参加活动：视察防汛")

    assert (item.due_on, item.light) == (day, "amber")


def test_desk_of_a_deputy_asks_to_log_the_past_activity(seat, deputy, office):
    planned(office, seat, starts_on=date(2025, 3, 12))

    assert ("登记参加情况：视察防汛", "登记") in lines(deputy)


def test_desk_of_a_deputy_shows_what_was_returned(seat, deputy, office):
    entry_at(Status.RETURNED, seat, office)

    assert ("修改后重新登记：视察防汛", "查看理由") in lines(deputy)


def test_desks_are_clear_after_verification(seat, deputy, office, liaison):
    entry_at(Status.VERIFIED, seat, office)

    waiting = [
        *gathered(desk.own_entries(deputy)),
        *gathered(desk.attendance_to_record(office)),
        *gathered(desk.entries_to_verify(liaison)),
    ]

    assert waiting == []
