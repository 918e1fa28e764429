"""The steps of a participation."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress.workflow import StepNotAvailable
from deputies import workflow
from deputies.enums import ParticipationStatus as Status
from deputies.models import Activity, Participation
from deputies.photos import shrink
from tests.factories.activities import DAY, entry_at, logged, photo_file, planned
from tests.factories.congress import LocalOfficeFactory, TownFactory
from tests.factories.deputies import SeatFactory


TABLE = workflow.participation_workflow
OFFICE_STEPS = {"verify", "return_entry", "mark_absent", "remove", "invite"}


def take(name, entry, by):
    verb = {"log": workflow.log, "invite": workflow.invite, "remove": workflow.remove}.get(
        name, getattr(workflow, name)
    )
    extra = {"note": "理由"} if name == "return_entry" else {}
    return verb(entry, by=by, **extra)


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


def test_log_activity_waits_to_be_verified(seat):
    entry = logged(seat, days=1, place="三组", people=12, households=5)

    assert (entry.status, entry.people, entry.households) == (Status.LOGGED, 12, 5)
    assert (entry.activity.title, entry.activity.jurisdiction) == ("到三组走访5户", seat.jurisdiction)
    assert [event.label for event in entry.events.all()] == ["填写", "登记"]


def test_log_activity_of_another_deputy_is_refused(seat):
    colleague = SeatFactory(jurisdiction=seat.jurisdiction, with_user=True)

    with pytest.raises(PermissionDenied):
        workflow.log_activity(
            by=colleague.deputy.user, seat=seat, kind=None, starts_on=DAY, sentence="代人登记"
        )


def test_log_activity_outside_the_seat_is_refused(seat):
    seat.ends_on = date(2025, 2, 28)
    seat.save()

    with pytest.raises(ValidationError, match="丁一2025年3月12日不在任"):
        logged(seat)

    assert Activity.objects.count() == 0


def test_log_activity_of_a_kind_for_offices_is_refused(seat, kind):
    kind.self_logged = False

    with pytest.raises(ValidationError, match="由机关登记"):
        logged(seat, kind=kind)


def test_log_before_the_activity_is_refused(seat, office):
    entry = planned(office, seat, starts_on=date(2099, 1, 5)).participations.get()

    with pytest.raises(ValidationError, match="2099年1月5日才开始"):
        workflow.log(entry, by=seat.deputy.user, sentence="参加")


def test_resubmit_corrects_own_activity(seat, office):
    entry = logged(seat)
    workflow.return_entry(entry, by=office, note="日期不对")

    workflow.log(entry, by=seat.deputy.user, sentence="改好了", corrections={"days": 2, "place": "四组"})

    entry = Participation.objects.get(pk=entry.pk)
    assert (entry.status, entry.sentence, entry.activity.place) == (Status.LOGGED, "改好了", "四组")


def test_corrections_of_a_planned_activity_are_refused(seat, office):
    entry = entry_at(Status.INVITED, seat, office)

    with pytest.raises(PermissionDenied):
        workflow.log(entry, by=seat.deputy.user, sentence="参加", corrections={"days": 9})


def test_return_without_reason_is_refused(seat, office):
    entry = logged(seat)

    with pytest.raises(ValidationError, match="退回的理由"):
        workflow.return_entry(entry, by=office, note=" ")


def test_return_note_says_why(seat, office):
    assert entry_at(Status.RETURNED, seat, office).return_note == "日期不对"


def test_verify_all_logs_invited_from_the_sign_in_sheet(seat, office):
    entry = entry_at(Status.INVITED, seat, office)

    workflow.verify_all([entry], by=office)

    assert [event.label for event in entry.events.all()] == ["列入名单", "登记", "核实"]


def test_verify_all_with_one_refusal_verifies_none(seat, office):
    waiting, done = logged(seat), entry_at(Status.VERIFIED, seat, office)

    with pytest.raises(StepNotAvailable):
        workflow.verify_all([waiting, done], by=office)

    waiting.refresh_from_db()
    assert waiting.status == Status.LOGGED


def test_add_people_twice_invites_once(seat, office):
    activity = planned(office, seat)

    assert workflow.add_people(activity, by=office, seats=[seat]) == []


def test_add_people_brings_back_who_was_removed(seat, office):
    activity = planned(office, seat)
    workflow.remove(activity.participations.get(), by=office)

    workflow.add_people(activity, by=office, seats=[seat])

    assert activity.participations.get().status == Status.INVITED


def test_plan_for_another_town_is_refused(office):
    with pytest.raises(PermissionDenied):
        planned(office, jurisdiction=TownFactory())


def test_cancel_takes_the_invited_off_the_list(seat, office):
    activity = planned(office, seat)

    workflow.cancel_activity(activity, by=office, reason="天气")

    assert activity.participations.get().status == Status.WITHDRAWN


def test_cancel_after_somebody_took_part_is_refused(seat, office):
    activity = planned(office, seat)
    workflow.log(activity.participations.get(), by=seat.deputy.user, sentence="参加")

    with pytest.raises(ValidationError, match="已有代表登记参加"):
        workflow.cancel_activity(activity, by=office, reason="天气")


def test_dropped_photo_is_removed(seat, django_capture_on_commit_callbacks):
    entry = logged(seat, photos=[shrink(photo_file())])
    photo = entry.photos.get()

    with django_capture_on_commit_callbacks(execute=True):
        workflow.log(entry, by=seat.deputy.user, sentence="不要照片", dropped=[photo])

    assert entry.photos.count() == 0
    assert not photo.image.storage.exists(photo.image.name)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("走访5户，听取意见", "走访5户"),
        ("，开头就是逗号", "，开头就是逗号"),
        ("字" * 60, "字" * 40),
    ],
)
def test_first_clause_is_a_title(sentence, title):
    assert workflow.first_clause(sentence) == title
