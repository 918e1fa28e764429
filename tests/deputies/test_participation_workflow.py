"""The steps of a participation."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress.workflow import StepNotAvailable
from deputies import activity_workflow, participation_workflow
from deputies.enums import ParticipationStatus as Status
from deputies.models import Activity
from deputies.photos import shrink
from tests.factories.activities import entry_at, logged, photo_file, planned
from tests.factories.congress import LocalOfficeFactory, TownFactory


TABLE = participation_workflow.participations
OFFICE_STEPS = {"verify", "return_entry", "mark_absent", "remove", "invite", "excuse"}


def take(name, entry, by):
    extra = {"note": "理由"} if name == "return_entry" else {}
    return getattr(participation_workflow, name)(entry, by=by, **extra)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("name", TABLE.steps)
def test_step_follows_table(name, status, seat, office):
    entry = entry_at(status, seat, office)
    by = office if name in OFFICE_STEPS else seat.deputy.user

    if status in TABLE.steps[name].sources:
        take(name, entry, by)
        expected = TABLE.steps[name].target
    else:
        with pytest.raises(StepNotAvailable):
            take(name, entry, by)
        expected = status

    entry.refresh_from_db()
    assert entry.status == expected


@pytest.mark.parametrize("name", TABLE.steps)
def test_step_by_stranger_is_refused(name, seat, office):
    stranger = LocalOfficeFactory(jurisdiction=TownFactory())
    entry = entry_at(min(TABLE.steps[name].sources), seat, office)

    with pytest.raises(PermissionDenied):
        take(name, entry, stranger)


def test_every_status_is_reached_by_a_step():
    assert {step.target for step in TABLE.steps.values()} == set(Status)


def test_log_before_the_activity_is_refused(seat, office):
    entry = planned(office, seat, starts_on=date(2099, 1, 5)).participations.get()

    with pytest.raises(ValidationError, match="2099年1月5日才开始"):
        participation_workflow.log(entry, by=seat.deputy.user, sentence="参加")


def test_return_without_reason_is_refused(seat, office):
    entry = logged(seat)

    with pytest.raises(ValidationError, match="退回的理由"):
        participation_workflow.return_entry(entry, by=office, note=" ")


def test_return_note_says_why(seat, office):
    assert entry_at(Status.RETURNED, seat, office).return_note == "日期不对"


def test_verify_all_logs_invited_from_the_sign_in_sheet(seat, office):
    entry = entry_at(Status.INVITED, seat, office)

    participation_workflow.verify_all([entry], by=office)

    assert [event.label for event in entry.events.all()] == ["列入名单", "登记", "核实"]


def test_verify_all_with_one_refusal_verifies_none(seat, office):
    waiting, done = logged(seat), entry_at(Status.VERIFIED, seat, office)

    with pytest.raises(StepNotAvailable):
        participation_workflow.verify_all([waiting, done], by=office)

    waiting.refresh_from_db()
    assert waiting.status == Status.LOGGED


def test_dropped_photo_is_removed(seat, django_capture_on_commit_callbacks):
    entry = logged(seat, photos=[shrink(photo_file())])
    photo = entry.photos.get()

    with django_capture_on_commit_callbacks(execute=True):
        participation_workflow.log(entry, by=seat.deputy.user, sentence="不要照片", dropped=[photo])

    assert entry.photos.count() == 0
    assert not photo.image.storage.exists(photo.image.name)


def test_invite_to_a_cancelled_activity_is_refused(seat, office):
    entry = planned(office, seat).participations.get()
    activity_workflow.cancel_activity(entry.activity, by=office, reason="天气")
    entry.refresh_from_db()

    with pytest.raises(StepNotAvailable, match="“视察防汛”已经取消，不能再办理"):
        participation_workflow.invite(entry, by=office)

    assert participation_workflow.participations.available(entry, office) == []


def test_log_that_lost_the_race_against_cancelling_is_refused(seat, office, deputy):
    """The activity is read anew, whatever the entry in hand still says."""
    entry = planned(office, seat).participations.get()
    activity_workflow.cancel_activity(Activity.objects.get(), by=office, reason="天气")

    with pytest.raises(StepNotAvailable, match="已经取消"):
        participation_workflow.log(entry, by=deputy, sentence="参加")
