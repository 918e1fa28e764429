"""Who is told of a step: everybody in the table but who took it, once it is certain."""

import pytest
from django.db import transaction

from congress import clock, messages
from congress.models import Message
from deputies import participation_workflow
from deputies.enums import ParticipationStatus
from deputies.participation_workflow import participations
from tests.factories.activities import entry_at
from tests.factories.congress import LocalOfficeFactory, TownFactory
from tests.factories.deputies import SeatFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return LocalOfficeFactory(jurisdiction=TownFactory(name="石坎镇"))


@pytest.fixture
def entry(office):
    seat = SeatFactory(jurisdiction=office.jurisdiction, with_user=True)
    return entry_at(ParticipationStatus.LOGGED, seat, office)


@pytest.fixture
def verify_tells(monkeypatch):
    """``verify_tells(people, …)``: so many tables of the verification, each for these keys of users."""

    def only(*tables):
        monkeypatch.setattr(messages, "_tables", {})
        for place, people in enumerate(tables):
            messages.table(
                participations,
                to=lambda entry, people=people: people,
                verify=lambda entry, event, place=place: f"{event.label}{place}",
            )

    return only


@pytest.fixture
def verify(entry, office, django_capture_on_commit_callbacks):
    def take():
        with django_capture_on_commit_callbacks(execute=True):
            participation_workflow.verify(entry, by=office)
        return list(Message.objects.values_list("recipient", "sentence", "url", "sent_at"))

    return take


def test_message_is_sent_when_the_step_was_taken_and_leads_to_the_record(entry, verify, verify_tells):
    deputy = entry.seat.deputy.user_id
    verify_tells([deputy])
    written = verify()
    taken_at = entry.events.get(step="verify").at
    assert written == [(deputy, "核实0", entry.get_absolute_url(), taken_at)]


def test_nobody_is_told_of_his_own_step(entry, office, verify, verify_tells):
    verify_tells([office.pk])
    assert verify() == []


def test_of_a_step_taken_over_from_a_register_nobody_is_told(entry, verify, verify_tells):
    verify_tells([entry.seat.deputy.user_id])
    with clock.at(clock.now(), taken_over=True):
        assert verify() == []
    assert list(entry.events.values_list("step", "taken_over"))[-1] == ("verify", True)
    assert entry.events.first().taken_over is False


def test_deputy_without_an_account_is_nobody(verify, verify_tells):
    verify_tells([None])
    assert verify() == []


def test_who_is_told_twice_is_told_by_the_first_table(entry, verify, verify_tells):
    deputy = entry.seat.deputy.user_id
    verify_tells([deputy, deputy], [deputy])
    assert [row[:2] for row in verify()] == [(deputy, "核实0")]


def test_step_that_did_not_happen_is_not_told(entry, office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        participation_workflow.verify(entry, by=office)
        transaction.set_rollback(True)
    assert Message.objects.count() == 0


def test_failure_to_tell_undoes_no_step(entry, verify, monkeypatch):
    monkeypatch.setattr(messages, "_tables", {})
    messages.table(participations, to=lambda entry: 1 / 0, verify=lambda entry, event: "已核实。")
    assert verify() == []
    entry.refresh_from_db()
    assert entry.status == ParticipationStatus.VERIFIED
