"""In whose name a roster is taken over."""

import pytest

from congress.registers.takeover import done_by
from deputies.models import Seat
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory
from tests.factories.registers import book_of, roster_row, roster_rows, take


pytestmark = pytest.mark.django_db

RESIGNED = roster_row("张三", sex="男", constituency="3", remark="2024年6月辞职")


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


def who_ended():
    return [event.by for event in Seat.objects.get().events.filter(step="end")]


def test_end_is_registered_in_the_name_of_the_user(district):
    office = DistrictOfficeFactory(jurisdiction=district)
    with done_by(office):
        take(book_of({"区代表": roster_rows(RESIGNED)}))
    assert who_ended() == [office]


def test_end_without_a_user_is_registered_by_an_account_that_nobody_opens(district):
    take(book_of({"区代表": roster_rows(RESIGNED)}))
    [account] = who_ended()
    assert (account.name, account.jurisdiction, account.is_active) == ("登记表导入", district, False)
    assert not account.has_usable_password()
