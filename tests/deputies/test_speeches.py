"""Speeches: entered by the deputy or by the office of the congress, read by nobody else (B50, B60)."""

from datetime import date

import pytest
from django.urls import reverse

from congress import figures
from congress.enums import SessionBody
from congress.figures import Period
from deputies.models import Speech
from tests.factories.congress import DistrictOfficeFactory, LeaderFactory, OfficeRulesFactory
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import SpeechFactory, meeting_of


YEAR = Period.of_year(2025)
KEY = "sessions.speeches"


@pytest.fixture
def meeting(seat):
    return meeting_of(seat.term)


def data(**fields):
    return {"kind": "deliberation", "topic": "灌溉用水", "minutes": "5", "text": "建议修渠。"} | fields


def url(name, record):
    return reverse(f"deputies:{name}", args=[record.pk])


def test_deputy_enters_his_own_speech(client, deputy, seat, meeting):
    client.force_login(deputy)
    client.post(url("speech_add", meeting), data())

    speech = Speech.objects.get()
    assert (speech.seat, speech.meeting, speech.topic, speech.minutes) == (seat, meeting, "灌溉用水", 5)
    assert speech.recorder == deputy


def test_office_enters_a_speech_of_anybody_on_the_roll(client, office, town, seat, meeting):
    SeatFactory(jurisdiction=town, ends_on=date(2024, 12, 31))
    client.force_login(office)
    colleague = SeatFactory(jurisdiction=town)
    meeting = meeting_of(seat.term)
    client.post(url("speech_add", meeting), data(seat=colleague.pk))

    assert Speech.objects.get().seat == colleague


def test_deputy_who_is_not_on_the_roll_enters_none(client, meeting, town):
    client.force_login(SeatFactory(jurisdiction=town, with_user=True).deputy.user)

    assert client.post(url("speech_add", meeting), data()).status_code == 403


@pytest.mark.parametrize("minutes", ["0", "241"])
def test_length_must_be_plausible(client, deputy, meeting, minutes):
    client.force_login(deputy)
    form = client.post(url("speech_add", meeting), data(minutes=minutes)).context["form"]

    assert form.errors["minutes"] == ["发言时长应在1至240分钟之间，请核对。"]


def test_speech_beyond_the_limit_is_marked(client, office, seat, meeting):
    OfficeRulesFactory(
        jurisdiction=meeting.session.term.jurisdiction, speech_full_first=10, speech_full_again=5
    )
    client.force_login(office)
    form = client.get(url("speech_add", meeting)).context["form"]
    limits = "审议发言、大会发言第一次不超过10分钟，第二次起不超过5分钟；超出的标明超时。"
    assert form.fields["minutes"].help_text == limits

    told = [
        [
            str(message)
            for message in client.post(url("speech_add", meeting), sent, follow=True).context["messages"]
        ]
        for sent in (
            data(minutes="10"),
            data(minutes="8", reminded="on", reminder="超过时限"),
            data(minutes="60", kind="inquiry"),
            data(minutes=""),
        )
    ]
    assert [len(sentences) for sentences in told] == [1, 2, 1, 1]
    assert told[1][0] == "这是这名代表在本场会议的第2次发言，限5分钟，超时3分钟。"

    page = client.get(url("speech_list", meeting))
    shown = [(speech.turn, speech.limit, speech.over, speech.reminder) for speech in page.context["speeches"]]
    assert shown == [(1, 10, 0, ""), (2, 5, 3, "超过时限"), (None, None, 0, ""), (3, 5, 0, "")]
    sums = [page.context[name] for name in ("limits", "minutes", "over", "reminded")]
    assert sums == [limits, 78, 1, 1]
    assert "超时3分钟" in page.content.decode()
    assert "超时3分钟" in client.get(meeting.get_absolute_url()).content.decode()
    client.force_login(seat.deputy.user)
    assert "超时3分钟" in client.get(reverse("deputies:my_meetings")).content.decode()


def test_no_limit_is_set_and_what_the_chair_said_is_the_offices(client, office, deputy, seat, meeting):
    client.force_login(deputy)
    form = client.get(url("speech_add", meeting)).context["form"]
    assert (form.fields["minutes"].help_text, form.fields.keys() & {"reminded", "reminder"}) == ("", set())

    client.force_login(office)
    refused = [
        client.post(url("speech_add", meeting), data(**sent)).context["form"].errors
        for sent in ({"reminded": "on"}, {"reminder": "离题"})
    ]
    assert refused == [
        {"reminder": ["请写明主持人提醒了什么。"]},
        {"reminded": ["写了提醒内容的，请勾选“主持人提醒过”。"]},
    ]
    client.post(url("speech_add", meeting), data(minutes="200"))
    assert [speech.over for speech in client.get(url("speech_list", meeting)).context["speeches"]] == [0]


@pytest.mark.parametrize("count", [1, 3])
def test_speech_list_queries(count, client, office, seat, meeting, django_assert_num_queries):
    SpeechFactory.create_batch(count, seat=seat, meeting=meeting)
    client.force_login(office)
    with django_assert_num_queries(10):
        page = client.get(url("speech_list", meeting))
    assert len(page.context["speeches"]) == count


def test_speech_is_corrected(client, deputy, seat, meeting):
    speech = SpeechFactory(seat=seat, meeting=meeting)
    client.force_login(deputy)
    client.post(url("speech_edit", speech), data(topic="修渠"))

    speech.refresh_from_db()
    assert speech.topic == "修渠"


def test_speech_is_read_by_the_deputy_and_the_office_of_the_congress_only(
    client, seat, meeting, office, deputy, liaison, district, town
):
    speech = SpeechFactory(seat=seat, meeting=meeting)
    readers = {
        deputy: 200,
        office: 200,
        liaison: 404,
        DistrictOfficeFactory(jurisdiction=district): 404,
        LeaderFactory(jurisdiction=town): 404,
        SeatFactory(jurisdiction=town, with_user=True).deputy.user: 404,
    }

    answers = {}
    for reader in readers:
        client.force_login(reader)
        answers[reader] = client.get(url("speech_edit", speech)).status_code

    assert answers == readers


def test_others_see_at_most_the_count(client, seat, meeting, district):
    SpeechFactory(seat=seat, meeting=meeting, topic="修渠")
    client.force_login(LeaderFactory(jurisdiction=district))

    page = client.get(meeting.get_absolute_url())
    evidence = client.get(reverse("deputies:evidence", kwargs={"key": KEY, "year": 2025, "seat": seat.pk}))

    assert (page.context["speech_count"], evidence.context["value"]) == (1, 1)
    assert "修渠" not in page.content.decode() + evidence.content.decode()


def test_duty_page_lists_speeches_for_who_may_read_them(client, seat, meeting, deputy, liaison):
    speech = SpeechFactory(seat=seat, meeting=meeting)
    url = reverse("deputies:duty", args=[seat.pk], query={"year": 2025})

    shown = []
    for reader in (deputy, liaison):
        client.force_login(reader)
        shown.append(list(client.get(url).context["speeches"]))

    assert shown == [[speech], []]


def test_speeches_count_inside_the_seat_and_at_the_congress(seat, town, meeting):
    gone = SeatFactory(jurisdiction=town, ends_on=date(2025, 1, 7))
    committee = meeting_of(seat.term, session__body=SessionBody.STANDING_COMMITTEE)
    SpeechFactory.create_batch(2, seat=seat, meeting=meeting)
    SpeechFactory(seat=seat, meeting=committee)
    SpeechFactory(seat=gone, meeting=meeting)

    found = figures.for_seats([seat.pk, gone.pk], YEAR, {KEY})

    assert found == {seat.pk: {KEY: 2}, gone.pk: {KEY: 0}}
