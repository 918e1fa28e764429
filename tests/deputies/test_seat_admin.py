"""The workbench of seats: who reads that a deputy is suspended (代表法第六十一条)."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from deputies.enums import SeatStatus
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.seats import seat_at


pytestmark = pytest.mark.usefixtures("in_march")
SEATS = reverse("admin:deputies_seat_changelist")
SUSPENSIONS = reverse("admin:deputies_suspension_changelist")


@pytest.fixture
def suspended(district, town):
    """A deputy of the district, elected in the town, among others of its congress."""
    here = ConstituencyFactory(jurisdiction=district, town=town)
    seat = seat_at(SeatStatus.SUSPENDED, district, constituency=here, deputy__name="丁一")
    SeatFactory(term=seat.term, constituency=here, deputy__district=district, deputy__name="王芳")
    return seat


def names(client, **query):
    """The names that the list of seats shows, in its order."""
    found = client.get(SEATS, query).context["cl"].result_list
    return [(seat.deputy.name, seat.standing) for seat in found]


def test_office_of_the_congress_reads_of_a_suspension(client, district, suspended):
    client.force_login(DistrictOfficeFactory(jurisdiction=district))
    assert names(client, standing="suspended") == [("丁一", "suspended")]
    page = client.get(reverse("admin:deputies_seat_change", args=[suspended.pk]))
    assertContains(page, '<div class="readonly">暂停执行职务</div>', html=True)
    assertContains(page, reverse("admin:deputies_seat_history", args=[suspended.pk]))
    [history] = page.context["inline_admin_formsets"]
    assert [form.instance for form in history.formset.forms] == list(suspended.events.all())
    assert client.get(reverse("admin:deputies_seat_add")).context["inline_admin_formsets"] == []
    assert len(client.get(SUSPENSIONS).context["cl"].result_list) == 1


def test_town_in_which_he_was_elected_reads_of_none(client, office, suspended):
    client.force_login(office)
    everybody = [("丁一", "confirmed"), ("王芳", "confirmed")]
    assert names(client) == everybody
    assert names(client, standing="suspended") == []
    assert names(client, standing="confirmed") == everybody
    for query in ({"status": "suspended"}, {"status__exact": "suspended"}, {"suspensions__isnull": "0"}):
        assert client.get(SEATS, query).status_code == 400
    page = client.get(reverse("admin:deputies_seat_change", args=[suspended.pk]))
    assertContains(page, '<div class="readonly">资格有效</div>', html=True)
    assertNotContains(page, reverse("admin:deputies_seat_history", args=[suspended.pk]))
    assert page.context["inline_admin_formsets"] == []
    person = client.get(reverse("admin:deputies_deputy_change", args=[suspended.deputy_id]))
    assertContains(person, '<div class="readonly">资格有效</div>', html=True)
    assert len(client.get(SUSPENSIONS).context["cl"].result_list) == 0
