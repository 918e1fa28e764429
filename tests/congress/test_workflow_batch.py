"""One step with many records: as the step itself, in as many queries however many they are."""

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock
from congress.models import Message
from congress.workflow import StepNotAvailable
from deputies.enums import SeatStatus
from deputies.models import Participation
from deputies.participation_workflow import participations
from deputies.seat_workflow import seats
from tests.factories.activities import planned
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import DeputyFactory, SeatFactory
from tests.factories.seats import elected


@pytest.fixture
def office(db):
    return LocalOfficeFactory()


def listed(office, count):
    """So many invited to one activity, each deputy with an account."""
    invited = [
        SeatFactory(jurisdiction=office.jurisdiction, with_user=True, deputy__name=f"代表{place}")
        for place in range(count)
    ]
    return list(planned(office, *invited).participations.order_by("pk"))


def statuses():
    return set(Participation.objects.values_list("status", flat=True))


def test_take_all_sets_fields_and_writes_each_history(office):
    entries = listed(office, 2)
    moment = datetime(2025, 3, 13, 9, tzinfo=timezone.get_default_timezone())
    with clock.at(moment):
        events = participations.take_all(
            "log", entries, by=office, note=lambda entry: f"签到{entry.pk}", sentence="看了河堤"
        )
    for entry, event in zip(entries, events, strict=True):
        entry.refresh_from_db()
        assert (entry.status, entry.sentence, entry.status_since) == ("logged", "看了河堤", moment)
        assert entry.events.get(step="log") == event
        assert (
            event.step,
            event.label,
            event.old_status,
            event.new_status,
            event.by,
            event.note,
            event.at,
        ) == (
            "log",
            "登记",
            "invited",
            "logged",
            office,
            f"签到{entry.pk}",
            moment,
        )


def test_take_all_of_nobody_takes_no_step(office):
    assert participations.take_all("log", [], by=office) == []


@pytest.mark.parametrize("count", [3, 30])
def test_take_all_and_its_messages_cost_the_same_for_many(
    count, office, django_assert_num_queries, django_capture_on_commit_callbacks
):
    entries = listed(office, count)
    with django_assert_num_queries(8), django_capture_on_commit_callbacks(execute=True):
        participations.take_all("mark_absent", entries, by=office)
    assert Message.objects.count() == count


def test_take_all_judges_what_stands_in_the_database_and_names_the_record(office):
    first, second = listed(office, 2)
    participations.take("remove", Participation.objects.get(pk=second.pk), by=office)
    with pytest.raises(StepNotAvailable) as refusal:
        participations.take_all("log", [first, second], by=office)
    sentence = "“代表1：视察防汛”现在不能登记：已是“已撤回”，可能刚有人办理过，请看最新情况。"
    assert str(refusal.value) == sentence
    assert statuses() == {"invited", "withdrawn"}


def test_take_all_by_a_stranger_is_forbidden(office):
    with pytest.raises(PermissionDenied) as refusal:
        participations.take_all("log", listed(office, 2), by=LocalOfficeFactory())
    assert str(refusal.value) == "您不能对“代表0：视察防汛”登记。"
    assert statuses() == {"invited"}


def test_take_all_with_an_invalid_value_names_the_record(office):
    with pytest.raises(ValidationError) as refusal:
        participations.take_all("log", listed(office, 2), by=office, sentence="字" * 201)
    assert refusal.value.messages == ["“代表0：视察防汛”：确保该变量包含不超过 200 字符 (目前字符数 201)。"]
    assert statuses() == {"invited"}


def test_take_all_against_a_constraint_says_its_sentence(office):
    """What was restored too late: the deputy holds another seat of the term by now."""
    seat = SeatFactory(jurisdiction=office.jurisdiction, deputy__name="王芳")
    seats.take("end", seat, by=office, ends_on=seat.term.starts_on, end_ground="resigned")
    SeatFactory(deputy=seat.deputy, term=seat.term)
    with pytest.raises(ValidationError) as refusal:
        seats.take_all("restore", [seat], by=office, ends_on=None, end_ground="")
    assert [sentence.split("：")[1] for sentence in refusal.value.messages] == [
        "这名代表在本届已有任职记录。"
    ]
    seat.refresh_from_db()
    assert seat.status == SeatStatus.ENDED


def test_take_all_keeps_the_copies_of_what_has_a_history(office):
    place = SeatFactory(jurisdiction=office.jurisdiction)
    people = [DeputyFactory(district=place.deputy.district, name=name) for name in ("王芳", "陈静")]
    waiting = [elected(place, deputy=person) for person in people]
    seats.take_all("confirm", waiting, by=office, confirmation="第3号公告")
    for seat in waiting:
        copy = seat.history.first()
        assert (copy.status, copy.confirmation, copy.history_type, copy.history_user) == (
            "confirmed",
            "第3号公告",
            "~",
            office,
        )
