import pytest
from django.test import Client

from tests.factories.congress import DistrictFactory
from tests.factories.reports import office_of, seat_in


@pytest.fixture
def district(db):
    return DistrictFactory(name="云渚区")


@pytest.fixture
def seat(district):
    return seat_in(district)


@pytest.fixture
def deputy(seat):
    return seat.deputy.user


@pytest.fixture
def office(district):
    return office_of(district)


@pytest.fixture
def as_():
    """``as_(user)`` is a browser in which the user is logged in."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in
