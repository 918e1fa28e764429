"""The people of a town: its office, its liaison officer, two deputies."""

import pytest

from tests.factories.congress import DistrictFactory, LiaisonFactory, LocalOfficeFactory, TownFactory
from tests.factories.deputies import ActivityKindFactory, SeatFactory


@pytest.fixture
def district(db):
    return DistrictFactory(name="云渚区")


@pytest.fixture
def town(district):
    return TownFactory(name="石坎镇", parent=district)


@pytest.fixture
def office(town):
    return LocalOfficeFactory(jurisdiction=town, name="镇人大")


@pytest.fixture
def liaison(town):
    return LiaisonFactory(jurisdiction=town, name="联络员")


@pytest.fixture
def seat(town):
    return SeatFactory(jurisdiction=town, with_user=True, deputy__name="丁一")


@pytest.fixture
def deputy(seat):
    return seat.deputy.user


@pytest.fixture
def kind(db):
    return ActivityKindFactory(code="inspection")
