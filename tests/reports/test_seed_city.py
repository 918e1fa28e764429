"""The city of ``seed_demo --size city``, made small."""

import pytest

from congress.enums import Level
from congress.models import Jurisdiction, Term, User
from deputies.enums import Mark
from deputies.models import Attendance, Deputy, Seat
from deputies.terms import rosters_of
from reports.demo import city


pytestmark = pytest.mark.django_db


@pytest.fixture
def small_city(monkeypatch):
    """Two districts more, with a town and a sub-district each."""
    monkeypatch.setattr(city, "DISTRICTS", ["朝霞区", "平澜区"])
    monkeypatch.setattr(city, "TOWNS", 4)
    monkeypatch.setattr(city, "STREETS", 2)
    monkeypatch.setattr(city, "DISTRICT_SEATS", 12)
    monkeypatch.setattr(city, "SEATS", 40)
    place = Jurisdiction.objects.create(name="澄岚市", level=Level.CITY)
    city.build_city(place)
    return place


def test_city_has_as_many_places_and_seats_as_it_is_to_have(small_city):
    assert Jurisdiction.objects.districts().count() == 2
    assert Jurisdiction.objects.local().count() == 4
    assert Seat.objects.count() == 40


def test_city_seats_are_found_by_name_and_sit_in_their_own_constituencies(small_city):
    deputy = Deputy.objects.first()
    assert Deputy.objects.search(deputy.name).filter(pk=deputy.pk).exists()
    for seat in Seat.objects.select_related("constituency", "term", "delegation", "group"):
        seat.full_clean()


def test_city_rosters_agree_with_their_quotas(small_city):
    rosters = rosters_of(Term.objects.select_related("jurisdiction"))
    assert [sentence for roster in rosters for sentence in roster.departures] == []
    assert {roster.in_office for roster in rosters} == {12, 8}


def test_city_rolls_are_marked(small_city):
    assert Attendance.objects.filter(mark=Mark.UNRECORDED).count() == 0
    assert Attendance.objects.count() == 40 * len(city.MEETINGS)


def test_office_of_the_city_sees_the_deputies_of_all_districts(small_city):
    office = User.objects.get(username="shiban")
    assert Deputy.objects.visible_to(office).count() == 40
    assert Seat.objects.visible_to(office).count() == 40
