import pytest
from django.core.exceptions import ValidationError

from deputies import rules
from tests.factories.congress import DistrictOfficeFactory, LiaisonFactory, LocalOfficeFactory
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyFactory,
    DeputyGroupFactory,
    SeatFactory,
)


def test_office_changes_the_deputies_of_its_congress(seat, office):
    assert rules.can_change_deputy(office, seat.deputy) is True


def test_district_office_changes_the_deputies_of_its_towns(seat, district):
    assert rules.can_change_deputy(DistrictOfficeFactory(jurisdiction=district), seat.deputy) is True


def test_town_does_not_change_who_sits_in_the_district_too(seat, district, office):
    SeatFactory(jurisdiction=district, deputy=seat.deputy)
    assert rules.can_change_deputy(office, seat.deputy) is False


def test_person_without_a_seat_belongs_to_the_district(district, office):
    person = DeputyFactory(district=district)
    district_office = DistrictOfficeFactory(jurisdiction=district)
    assert [rules.can_change_deputy(user, person) for user in (office, district_office)] == [False, True]


def test_liaison_changes_nobody(seat, liaison):
    assert rules.can_change_deputy(liaison, seat.deputy) is False


def test_neighbours_do_not_see_the_phone(seat, district):
    neighbour = LiaisonFactory(jurisdiction__parent=district)
    assert rules.can_see_seat_phone(neighbour, seat) is False


def test_staff_where_the_constituency_lies_see_the_phone(district, town, liaison):
    here = ConstituencyFactory(jurisdiction=district, town=town)
    assert rules.can_see_seat_phone(liaison, SeatFactory(jurisdiction=district, constituency=here)) is True


@pytest.mark.parametrize(
    ("field", "factory", "sentence"),
    [
        ("constituency", ConstituencyFactory, "这个选区不属于石坎镇人民代表大会，请另选。"),
        ("delegation", DelegationFactory, "这个代表团不属于石坎镇第九届，请另选。"),
        ("group", DeputyGroupFactory, "这个代表小组不属于石坎镇第九届，请另选。"),
    ],
)
def test_seat_refuses_what_belongs_to_another_congress(seat, field, factory, sentence):
    setattr(seat, field, factory())
    with pytest.raises(ValidationError) as refusal:
        seat.clean()
    assert refusal.value.message_dict == {field: [sentence]}


def test_office_of_another_town_sees_nobody(seat):
    stranger = LocalOfficeFactory()
    assert not type(seat).objects.visible_to(stranger)
