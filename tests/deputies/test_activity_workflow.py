"""The steps of an activity."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress.workflow import StepNotAvailable
from deputies import activity_workflow, participation_workflow
from deputies.activity_workflow import activities
from deputies.enums import ActivityStatus
from deputies.enums import ParticipationStatus as Status
from deputies.models import Activity, Participation
from tests.factories.activities import DAY, entry_at, logged, planned
from tests.factories.congress import TownFactory
from tests.factories.deputies import ActivityKindFactory, SeatFactory


@pytest.fixture
def cancelled(seat, office):
    activity = planned(office, seat)
    activity_workflow.cancel_activity(activity, by=office, reason="天气")
    return activity


def test_log_activity_waits_to_be_verified(seat):
    entry = logged(seat, days=1, place="三组", people=12, households=5)

    assert (entry.status, entry.people, entry.households) == (Status.LOGGED, 12, 5)
    assert (entry.activity.title, entry.activity.jurisdiction) == ("到三组走访5户", seat.jurisdiction)
    assert [event.label for event in entry.events.all()] == ["填写", "登记"]


def test_log_activity_of_another_deputy_is_refused(seat):
    colleague = SeatFactory(jurisdiction=seat.jurisdiction, with_user=True)

    with pytest.raises(PermissionDenied):
        activity_workflow.log_activity(
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


def test_resubmit_corrects_own_activity(seat, office):
    entry = logged(seat)
    participation_workflow.return_entry(entry, by=office, note="日期不对")

    corrections = {"days": 2, "ends_on": date(2025, 3, 13), "place": "四组"}
    activity_workflow.correct_entry(entry, by=seat.deputy.user, sentence="改好了", corrections=corrections)

    entry = Participation.objects.get(pk=entry.pk)
    assert (entry.status, entry.sentence, entry.activity.place) == (Status.LOGGED, "改好了", "四组")


def test_corrections_of_a_planned_activity_are_refused(seat, office):
    entry = entry_at(Status.INVITED, seat, office)

    with pytest.raises(PermissionDenied):
        activity_workflow.correct_entry(entry, by=seat.deputy.user, sentence="参加", corrections={"days": 9})


def test_add_people_twice_invites_once(seat, office):
    activity = planned(office, seat)

    assert activity_workflow.add_people(activity, by=office, seats=[seat]) == []


def test_add_people_brings_back_who_was_removed(seat, office):
    activity = planned(office, seat)
    participation_workflow.remove(activity.participations.get(), by=office)

    activity_workflow.add_people(activity, by=office, seats=[seat])

    assert activity.participations.get().status == Status.INVITED


def test_plan_for_another_town_is_refused(office):
    with pytest.raises(PermissionDenied):
        planned(office, jurisdiction=TownFactory())


def test_cancel_takes_the_invited_off_the_list(seat, office):
    activity = planned(office, seat)

    activity_workflow.cancel_activity(activity, by=office, reason="天气")

    assert activity.participations.get().status == Status.WITHDRAWN


def test_cancel_after_somebody_took_part_is_refused(seat, office):
    activity = planned(office, seat)
    participation_workflow.log(activity.participations.get(), by=seat.deputy.user, sentence="参加")

    with pytest.raises(ValidationError, match="已有代表登记参加"):
        activity_workflow.cancel_activity(activity, by=office, reason="天气")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("走访5户，听取意见", "走访5户"),
        ("，开头就是逗号", "，开头就是逗号"),
        ("字" * 60, "字" * 40),
    ],
)
def test_first_clause_is_a_title(sentence, title):
    assert activity_workflow.first_clause(sentence) == title


def test_cancelled_activity_offers_no_step(cancelled, office):
    assert (cancelled.status, cancelled.cancelled_reason) == (ActivityStatus.CANCELLED, "天气")
    assert activities.available(cancelled, office) == []


def test_history_of_an_activity_tells_every_change(seat, office):
    activity = planned(office)
    activity_workflow.add_people(activity, by=office, seats=[seat])
    activity_workflow.change_activity(activity, by=office, place="泵站", title="视察防汛")
    activity_workflow.cancel_activity(activity, by=office, reason="天气")

    assert [(event.label, event.note) for event in activity.events.all()] == [
        ("安排", ""),
        ("增加代表", "1名"),
        ("修改", "改了地点"),
        ("取消活动", "天气"),
    ]


def test_add_people_to_a_cancelled_activity_is_refused(cancelled, office, town):
    with pytest.raises(StepNotAvailable, match="已是“已取消”"):
        activity_workflow.add_people(cancelled, by=office, seats=[SeatFactory(jurisdiction=town)])


def test_change_of_a_cancelled_activity_is_refused(cancelled, office):
    with pytest.raises(StepNotAvailable):
        activity_workflow.change_activity(cancelled, by=office, place="泵站")


def test_change_without_a_difference_leaves_no_event(seat, office):
    activity = planned(office, seat)
    activity_workflow.change_activity(activity, by=office, title=activity.title)

    assert [event.label for event in activity.events.all()] == ["安排"]


@pytest.mark.parametrize(
    "changed",
    [
        {"days": 2, "ends_on": date(2025, 3, 13)},
        {"starts_on": date(2025, 3, 11), "ends_on": date(2025, 3, 11)},
        {"kind": "study"},
    ],
    ids=",".join,
)
def test_change_of_what_is_verified_is_refused(changed, seat, office):
    entry = entry_at(Status.VERIFIED, seat, office)
    if "kind" in changed:
        changed = {"kind": ActivityKindFactory(code="study")}

    with pytest.raises(ValidationError, match="请先退回这些登记"):
        activity_workflow.change_activity(entry.activity, by=office, **changed)

    stored = Activity.objects.get()
    assert (stored.days, stored.starts_on, stored.kind.code) == (1, DAY, "inspection")


def test_change_of_minutes_after_verification_is_kept(seat, office):
    activity = entry_at(Status.VERIFIED, seat, office).activity
    activity_workflow.change_activity(activity, by=office, minutes="听取汇报", days=activity.days)

    assert Activity.objects.get().minutes == "听取汇报"


def test_change_to_a_day_on_which_somebody_holds_no_seat_is_refused(seat, office):
    activity = planned(office, seat)
    seat.ends_on = date(2025, 3, 20)
    seat.save()
    day = date(2025, 3, 21)

    with pytest.raises(ValidationError, match="丁一2025年3月21日不在任"):
        activity_workflow.change_activity(activity, by=office, starts_on=day, ends_on=day)


def test_plan_of_more_days_than_it_lasts_is_refused(office):
    with pytest.raises(ValidationError, match="起止日期一共1天，用的天数不能比它多"):
        planned(office, days=2)
