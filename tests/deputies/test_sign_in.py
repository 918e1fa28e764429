"""Signing in by the code on the hall's screen."""

from datetime import date, datetime, time, timedelta
from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from congress import clock
from deputies import sign_in
from deputies.enums import Mark, MarkedBy
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import line_of, marked, meeting_of


BEGIN = datetime(2025, 1, 8, 9, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def meeting(seat):
    return meeting_of(seat.term, on=date(2025, 1, 8), starts_at=time(9), ends_at=time(11, 30))


@pytest.fixture
def phone(client, deputy):
    client.force_login(deputy)
    return client


def scan(meeting, at=BEGIN):
    """The address in the code that is on the screen at the moment ``at``."""
    with clock.at(at):
        return reverse("deputies:sign_in", args=[sign_in.token_for(meeting)])


def refusal(phone, url, at=BEGIN):
    with clock.at(at):
        return phone.get(url).context["refusal"]


def test_deputy_signs_in_with_one_button(phone, seat, deputy, meeting):
    url, at = scan(meeting, BEGIN - timedelta(minutes=10)), BEGIN - timedelta(minutes=9)
    with clock.at(at):
        page = phone.get(url)
        answer = phone.post(url)

    line = line_of(seat, meeting)
    assert (page.context["line"], page.context["signed"]) == (line, False)
    assert answer.url == reverse("deputies:my_meetings")
    assert (line.mark, line.marked_by, line.recorder, line.note) == (Mark.PRESENT, MarkedBy.QR, deputy, "")
    assert line.marked_at == at


@pytest.mark.parametrize(
    ("minutes", "hints", "closed"),
    [
        (-10, ["签到到11:30会议结束为止。"], ""),
        (5, ["会议已于09:00开始，现在签到的记为迟到。", "签到到11:30会议结束为止。"], ""),
        (151, [], "会议已经结束，不能再签到；实际到会的，请与会务人员联系补登。"),
    ],
)
def test_screen_tells_who_is_late_and_when_it_closes(client, office, meeting, minutes, hints, closed):
    client.force_login(office)
    with clock.at(BEGIN + timedelta(minutes=minutes)):
        page = client.get(reverse("deputies:sign_in_screen", args=[meeting.pk]))
    assert (page.context["hints"], page.context["closed"]) == (hints, closed)
    html = page.content.decode()
    assert all(sentence in html for sentence in [*hints, closed, "全屏显示", "应到 <strong>1</strong>"])


def test_who_comes_after_the_start_is_noted_as_late(phone, seat, meeting):
    url = scan(meeting, BEGIN + timedelta(minutes=5))
    with clock.at(BEGIN + timedelta(minutes=5)):
        phone.post(url)

    line = line_of(seat, meeting)
    assert (line.mark, line.note) == (Mark.PRESENT, "迟到")


def test_signing_in_twice_changes_nothing(phone, seat, meeting):
    url = scan(meeting)
    with clock.at(BEGIN):
        phone.post(url)
        again = phone.get(url)
        phone.post(url)

    assert again.context["signed"] is True
    assert "您已经签到" in again.content.decode()
    assert line_of(seat, meeting).history.count() == 1


def test_code_is_good_for_two_minutes(phone, meeting):
    url = scan(meeting)

    assert refusal(phone, url, BEGIN + timedelta(seconds=121)) == (
        "签到码已过期，请重新扫会场屏幕上的二维码。"
    )


def test_forged_code_is_refused(phone, meeting):
    url = reverse("deputies:sign_in", args=["1:forged"])

    assert refusal(phone, url) == "这不是会场的签到码，请重新扫会场屏幕上的二维码。"


def test_who_logs_in_after_scanning_loses_no_time(client, seat, deputy, meeting):
    url = scan(meeting)
    with clock.at(BEGIN):
        led = client.get(url)
    client.force_login(deputy)
    with clock.at(BEGIN + timedelta(minutes=6)):
        client.post(url)

    assert led.url == f"{reverse('login')}?next={quote(url)}"
    assert line_of(seat, meeting).mark == Mark.PRESENT


def test_scanned_code_ends_after_ten_minutes(phone, meeting):
    url = scan(meeting)
    with clock.at(BEGIN):
        phone.get(url)

    assert refusal(phone, url, BEGIN + timedelta(minutes=11)).startswith("签到码已过期")


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (BEGIN - timedelta(minutes=61), "签到还没有开始，08:00以后可以签到。"),
        (BEGIN - timedelta(days=1), "还没有到开会的日子，请在开会当天签到。"),
        (BEGIN + timedelta(hours=3), "会议已经结束，不能再签到；实际到会的，请与会务人员联系补登。"),
    ],
)
def test_outside_the_meeting_nobody_signs_in(phone, seat, meeting, at, sentence):
    url = scan(meeting, at)
    with clock.at(at):
        page = phone.get(url)
        answer = phone.post(url)

    assert (page.context["closed"], answer.context["refusal"]) == (sentence, sentence)
    assert line_of(seat, meeting).mark == Mark.UNRECORDED


@pytest.mark.parametrize(("minutes", "closed"), [(-60, ""), (150, "")])
def test_window_includes_its_ends(meeting, minutes, closed):
    with clock.at(BEGIN + timedelta(minutes=minutes)):
        assert sign_in.why_closed(meeting) == closed


def test_meeting_without_times_is_open_all_day(seat):
    meeting = meeting_of(seat.term, on=date(2025, 1, 8))
    day = BEGIN.replace(hour=0)

    for at, is_open in [(day, True), (day.replace(hour=23), True), (day + timedelta(days=1), False)]:
        with clock.at(at):
            assert (sign_in.why_closed(meeting) == "") is is_open


def test_who_is_not_on_the_roll_is_refused(client, town, meeting):
    stranger = SeatFactory(jurisdiction=town, with_user=True)
    client.force_login(stranger.deputy.user)

    assert refusal(client, scan(meeting)) == "您不在这次会议的名单上，请与会务人员核对。"


def test_who_is_not_in_office_is_refused(phone, seat, meeting):
    seat.ends_on = date(2025, 1, 7)
    seat.save()

    assert refusal(phone, scan(meeting)) == "登记显示您在会议当天不在任，不能签到，请与会务人员核对。"


def test_late_comer_with_leave_is_present(seat, deputy, meeting):
    line = marked(line_of(seat, meeting), Mark.EXCUSED, note="病假")
    with clock.at(BEGIN):
        sign_in.sign(line, by=deputy)

    assert (line.mark, line.note) == (Mark.PRESENT, "")


def test_staff_do_not_sign_in(client, office, meeting):
    client.force_login(office)
    with clock.at(BEGIN):
        assert client.get(scan(meeting)).status_code == 403


def test_screen_shows_a_code_that_renews_itself(client, office, seat, meeting):
    client.force_login(office)
    with clock.at(BEGIN):
        page = client.get(reverse("deputies:sign_in_screen", args=[meeting.pk]))
        part = client.get(reverse("deputies:sign_in_code", args=[meeting.pk]))

    assert [(answer.context["due"], answer.context["present"]) for answer in (page, part)] == [(1, 0)] * 2
    assert page.context["code"].startswith("data:image/svg+xml")
    assert f'hx-get="{reverse("deputies:sign_in_code", args=[meeting.pk])}"' in part.content.decode()


def test_screen_shows_no_code_after_the_meeting(client, office, meeting):
    client.force_login(office)
    with clock.at(BEGIN + timedelta(hours=4)):
        page = client.get(reverse("deputies:sign_in_screen", args=[meeting.pk]))

    assert "code" not in page.context


def test_signing_for_a_closed_meeting_is_refused(seat, deputy, meeting):
    with clock.at(BEGIN + timedelta(days=2)), pytest.raises(ValidationError, match="会议已经结束"):
        sign_in.sign(line_of(seat, meeting), by=deputy)
