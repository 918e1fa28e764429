"""Tables that all districts share have one keeper (docs/decisions/0008)."""

import pytest
from django.urls import reverse

from congress.enums import Level
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory
from tests.factories.deputies import ActivityKindFactory
from tests.factories.reception import OpinionCategoryFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def keeps(client):
    """``keeps(user)``: what the user meets who adds or changes a category and a type."""
    records = {
        "reception_opinioncategory": OpinionCategoryFactory(),
        "deputies_activitykind": ActivityKindFactory(),
    }

    def statuses(user):
        client.force_login(user, "congress.backends.UnreadCountBackend")
        for name, record in records.items():
            yield client.get(reverse(f"admin:{name}_add")).status_code
            yield client.post(reverse(f"admin:{name}_change", args=[record.pk])).status_code

    return lambda user: set(statuses(user))


def test_only_district_keeps_what_is_shared(keeps):
    assert keeps(DistrictOfficeFactory(jurisdiction=DistrictFactory())) == {200}


def test_one_of_several_districts_reads_what_is_shared(keeps):
    office = DistrictOfficeFactory(jurisdiction=DistrictFactory())
    DistrictFactory()
    assert keeps(office) == {403}


def test_city_keeps_what_is_shared_once_it_has_an_office(keeps):
    city = DistrictFactory(level=Level.CITY, parent=None, name="远江市")
    office = DistrictOfficeFactory(jurisdiction=DistrictFactory(parent=city))
    assert keeps(office) == {200}
    assert keeps(DistrictOfficeFactory(jurisdiction=city)) == {200}
    assert keeps(office) == {403}
