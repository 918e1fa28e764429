"""The people of a town: its office, its liaison officer, two deputies."""

from datetime import datetime

import pytest
from django.utils import timezone

from congress import clock
from tests.factories.congress import DistrictFactory, LiaisonFactory, LocalOfficeFactory, TownFactory
from tests.factories.deputies import ActivityKindFactory, SeatFactory


@pytest.fixture
def in_march():
    """Let things happen at noon on 20 March 2025."""
    with clock.at(datetime(2025, 3, 20, 12, tzinfo=timezone.get_default_timezone())):
        yield


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
