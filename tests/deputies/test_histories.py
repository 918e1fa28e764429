"""Who changed what: tables that people correct keep their versions, and the auditor's trail names them."""

from datetime import date

import pytest
from django.urls import reverse

from congress import audit
from deputies.enums import EndGround, Post
from deputies.models import Delegation, DeputyGroup, SeatPost
from deputies.turnover import Redraw, turn_over
from tests.factories.deputies import DelegationFactory, DeputyGroupFactory, SeatFactory
from tests.factories.seats import EmploymentFactory, SeatPostFactory, ended
from tests.factories.sessions import MeetingFactory, SpeechFactory
from tests.factories.structure import PostedRuleFactory


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def speech(seat):
    return SpeechFactory(seat=seat, meeting=MeetingFactory(session__term=seat.term), text="只有他说过的话")


def records(seat, speech):
    yield SeatPostFactory(seat=seat), "note", "副组长"
    yield EmploymentFactory(deputy=seat.deputy), "note", "调任"
    yield DelegationFactory(term=seat.term), "name", "石坎代表团"
    yield DeputyGroupFactory(term=seat.term), "name", "石坎小组"
    yield PostedRuleFactory(station__jurisdiction=seat.term.jurisdiction), "title", "接待须知"
    yield speech, "minutes", 8


def test_correction_is_kept_and_stands_in_the_trail(seat, speech, office):
    for record, field, value in records(seat, speech):
        setattr(record, field, value)
        record._history_user = office
        record.save()
        change = record.history.first()
        assert (change.history_type, change.history_user, record.history.count()) == ("~", office, 2)
        latest = audit.traces(audit.trail()[:1])[0]
        label = str(record._meta.get_field(field).verbose_name)
        assert (latest.kind, latest.by, latest.fields) == (record._meta.verbose_name, office, (label,))


def test_history_of_a_speech_keeps_no_word_of_it(speech):
    version = speech.history.get()
    assert {field.name for field in version._meta.fields} & {"topic", "text"} == set()


@pytest.mark.parametrize("name", ["seatpost", "employment", "delegation", "deputygroup", "speech"])
def test_history_stands_in_the_admin(client, name, seat, speech, office):
    found = {record._meta.model_name: record for record, _, _ in records(seat, speech)}
    client.force_login(office)
    page = client.get(reverse(f"admin:deputies_{name}_history", args=[found[name].pk]))
    assert page.status_code == 200
    assert "只有他说过的话" not in page.content.decode()


def test_post_that_ends_with_the_seat_says_so_in_its_history(seat):
    post = SeatPostFactory(seat=seat, post=Post.PRESIDIUM)
    ended(seat, ends_on=date(2025, 3, 10), ground=EndGround.RESIGNED)
    assert [version.ends_on for version in post.history.all()] == [date(2025, 3, 10), None]
    assert SeatPost.objects.get().ends_on == date(2025, 3, 10)


def test_copies_of_a_turnover_begin_their_history(town, office):
    seat = SeatFactory(jurisdiction=town)
    DelegationFactory(term=seat.term)
    DeputyGroupFactory(term=seat.term)
    turn_over(seat.term, by=office, first_day=date(2027, 1, 12), redraw=Redraw.KEEP, chosen=[])
    new = [model.objects.get(term__number=10) for model in (Delegation, DeputyGroup)]
    assert [part.history.count() for part in new] == [1, 1]
