"""The engine, tried with a deputy's part in an activity; and what holds for every table."""

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from congress import clock
from congress.management.commands.write_docs import all_workflows
from congress.workflow import StepNotAvailable, whole
from deputies.enums import ParticipationStatus
from deputies.models import Participation
from deputies.participation_workflow import participations as workflow
from tests.factories.activities import planned
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import SeatFactory


# A voter's matter is answered whatever a joining unit does: none is declared absent.
UNUSED = {"转办": {"absent"}}
WORKFLOWS = [pytest.param(found, id=f"{app}.{name}") for app, name, found in all_workflows()]


@pytest.fixture
def office(db):
    return LocalOfficeFactory()


@pytest.fixture
def stranger(db):
    return LocalOfficeFactory()


@pytest.fixture
def entry(office):
    seat = SeatFactory(jurisdiction=office.jurisdiction)
    return planned(office, seat).participations.get()


def state_of(record):
    """What a refused step must leave as it was."""
    stored = type(record).objects.get(pk=record.pk)
    return stored.status, stored.status_since, stored.sentence, stored.events.count()


def test_start_writes_the_first_event(entry, office):
    event = entry.events.get()
    assert (event.step, event.old_status, event.new_status, event.by) == ("start", "", "invited", office)


@pytest.mark.parametrize("found", WORKFLOWS)
def test_step_is_told_in_a_sentence(found):
    """已 suits verbs only: neither a noun nor what was refused."""
    odd = ("已不", "已满意度")
    assert [step.told for step in found.steps.values() if step.told.startswith(odd)] == []


def test_refused_step_undoes_the_verb_that_took_it(entry, office, stranger):
    @whole
    def log_and_verify():
        workflow.take("log", entry, by=office)
        workflow.take("verify", entry, by=stranger)

    before = state_of(entry)
    with pytest.raises(PermissionDenied):
        log_and_verify()
    assert state_of(entry) == before


def test_prepared_step_is_not_read_again(entry, office, django_assert_num_queries):
    with transaction.atomic():
        step = workflow.prepare("log", entry, by=office)
        with django_assert_num_queries(5):
            event = workflow.take(step, entry, by=office, label="补登")
    assert (event.step, event.label) == ("log", "补登")


def test_take_sets_status_fields_and_one_event(entry, office):
    workflow.take("log", entry, by=office, note="签到单", sentence="看了河堤")
    entry.refresh_from_db()
    event = entry.events.last()
    assert (entry.status, entry.sentence) == ("logged", "看了河堤")
    assert (event.step, event.label, event.old_status, event.new_status, event.by, event.note) == (
        "log",
        "登记",
        "invited",
        "logged",
        office,
        "签到单",
    )


def test_take_happens_at_the_clock(entry, office):
    moment = datetime(2025, 3, 13, 9, tzinfo=timezone.get_default_timezone())
    with clock.at(moment):
        event = workflow.take("log", entry, by=office)
    assert (event.at, entry.status_since) == (moment, moment)


def test_take_too_late_reads_a_sentence_and_changes_nothing(entry, office):
    before = state_of(entry)
    with pytest.raises(StepNotAvailable) as refusal:
        workflow.take("verify", entry, by=office)
    assert str(refusal.value) == "现在不能核实：已是“待参加”，可能刚有人办理过，请看最新情况。"
    assert state_of(entry) == before


def test_take_judges_what_stands_in_the_database(entry, office):
    stale = Participation.objects.get(pk=entry.pk)
    workflow.take("remove", entry, by=office)
    with pytest.raises(StepNotAvailable):
        workflow.take("log", stale, by=office)


def test_take_by_stranger_is_forbidden_and_changes_nothing(entry, stranger):
    before = state_of(entry)
    with pytest.raises(PermissionDenied) as refusal:
        workflow.take("log", entry, by=stranger)
    assert str(refusal.value) == "您不能对此登记。"
    assert state_of(entry) == before


def test_take_with_invalid_value_changes_nothing(entry, office):
    before = state_of(entry)
    with pytest.raises(ValidationError):
        workflow.take("log", entry, by=office, people=-1)
    assert state_of(entry) == before


def test_take_discards_unsaved_changes(entry, office):
    entry.sentence = "没有保存"
    workflow.take("log", entry, by=office)
    entry.refresh_from_db()
    assert entry.sentence == ""


def test_available_lists_steps_of_status_and_person(entry, office, stranger):
    names = [step.name for step in workflow.available(entry, office)]
    assert names == ["log", "mark_absent", "remove", "excuse"]
    assert workflow.available(entry, stranger) == []


def test_can_take_agrees_with_available(entry, office):
    possible = [name for name in workflow.steps if workflow.can_take(name, entry, office)]
    assert possible == [step.name for step in workflow.available(entry, office)]


def test_event_is_never_changed(entry):
    event = entry.events.get()
    with pytest.raises(TypeError):
        event.save()


def test_event_is_never_deleted(entry):
    event = entry.events.get()
    with pytest.raises(TypeError):
        event.delete()


@pytest.mark.parametrize("table", WORKFLOWS)
def test_every_status_is_reachable(table):
    reached = {table.initial}
    while (
        found := {step.target for step in table.steps.values() if step.target and step.sources & reached}
        - reached
    ):
        reached |= found
    assert reached == set(table.statuses.values) - UNUSED.get(table.name, set())


@pytest.mark.parametrize("table", WORKFLOWS)
def test_every_step_names_known_statuses(table):
    named = {status for step in table.steps.values() for status in (*step.sources, step.target)} - {None}
    assert named - set(table.statuses.values) == set()


@pytest.mark.parametrize("table", WORKFLOWS)
def test_every_step_has_a_rule_and_a_label_of_its_own(table):
    labels = [step.label for step in table.steps.values()]
    assert len(labels) == len(set(labels))
    assert all(callable(step.allowed) for step in table.steps.values())


@pytest.mark.parametrize("step", workflow.steps)
@pytest.mark.parametrize("status", ParticipationStatus)
def test_step_is_possible_exactly_in_its_sources(entry, office, status, step):
    entry.status = status
    assert workflow.can_take(step, entry, office) == (
        status in workflow.steps[step].sources and workflow.steps[step].allowed(office, entry)
    )
