"""Who sees and does what with activities."""

import pytest

from congress.enums import Role
from deputies import participation_workflow, rules
from deputies.models import Activity, Participation
from tests.factories.activities import logged, planned
from tests.factories.congress import (
    USER_FACTORIES,
    DistrictOfficeFactory,
    LeaderFactory,
    LiaisonFactory,
    LocalOfficeFactory,
    StreetFactory,
    TownFactory,
)
from tests.factories.deputies import ConstituencyFactory, SeatFactory


@pytest.mark.parametrize("role", Role)
def test_can_verify_entry_by_role(role, seat, district, town):
    place = town if role in (Role.LOCAL_OFFICE, Role.LIAISON) else district
    user = USER_FACTORIES[role](jurisdiction=place)

    assert rules.can_verify_entry(user, logged(seat)) == (role in Role.staff)


def test_can_verify_entry_of_another_town_is_false(seat):
    assert not rules.can_verify_entry(LiaisonFactory(jurisdiction=TownFactory()), logged(seat))


def test_street_verifies_district_deputies_elected_there(district):
    street = StreetFactory(parent=district)
    constituency = ConstituencyFactory(jurisdiction=district, town=street)
    seat = SeatFactory(jurisdiction=district, constituency=constituency, with_user=True)
    liaison = LiaisonFactory(jurisdiction=street)

    entry = logged(seat)

    assert rules.can_verify_entry(liaison, entry)
    assert list(Participation.objects.waiting_for(liaison)) == [entry]


def test_can_mark_absent_of_a_self_logged_entry_is_false(seat, office):
    assert not rules.can_mark_absent(office, logged(seat))


@pytest.mark.parametrize("role", Role)
def test_entries_visible_by_role(role, seat, district):
    user = USER_FACTORIES[role](jurisdiction=district)
    entry = logged(seat)

    expected = [entry] if role in (*Role.staff, Role.LEADER) else []

    assert list(Participation.objects.visible_to(user)) == expected
    assert list(Activity.objects.visible_to(user)) == [part.activity for part in expected]


def test_deputy_sees_own_entries_only(seat, deputy, town):
    colleague = SeatFactory(jurisdiction=town, with_user=True)
    own, _ = logged(seat), logged(colleague)

    assert list(Participation.objects.visible_to(deputy)) == [own]


def test_town_sees_district_activity_of_its_deputies(district, town):
    constituency = ConstituencyFactory(jurisdiction=district, town=town)
    seat = SeatFactory(jurisdiction=district, constituency=constituency)
    elsewhere = SeatFactory(jurisdiction=district)
    activity = planned(DistrictOfficeFactory(jurisdiction=district), seat, elsewhere)
    office = LocalOfficeFactory(jurisdiction=town)

    assert list(Activity.objects.visible_to(office)) == [activity]
    assert [entry.seat for entry in Participation.objects.visible_to(office)] == [seat]


def test_can_see_duty_of_a_colleague_is_false(seat, town):
    colleague = SeatFactory(jurisdiction=town, with_user=True)

    assert not rules.can_see_duty(colleague.deputy.user, seat)


def test_can_see_duty_of_a_leader_is_true(seat, district):
    assert rules.can_see_duty(LeaderFactory(jurisdiction=district), seat)


def test_leader_takes_no_step(seat, district):
    leader = LeaderFactory(jurisdiction=district)

    assert participation_workflow.participations.available(logged(seat), leader) == []
