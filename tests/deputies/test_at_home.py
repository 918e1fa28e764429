"""A deputy says that he was in the constituency that elected him (domain.md B46)."""

import pytest
from django.urls import reverse

from congress.desk import waiting_for
from deputies import participation_workflow
from deputies.enums import Tie
from deputies.models import Activity, Participation, Seat
from tests.factories.activities import DAY, logged, planned
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.deputies import ConstituencyFactory


pytestmark = pytest.mark.usefixtures("in_march")
PAGE = "deputies:activity_log"


@pytest.fixture
def place(town):
    return ConstituencyFactory(jurisdiction=town, number=3)


@pytest.fixture
def seat(seat, place):
    seat.constituency, seat.tie = place, Tie.NEITHER
    seat.save()
    return seat


@pytest.fixture
def phone(client, deputy):
    client.force_login(deputy)
    return client


def filled_in(kind, **values):
    return {"kind": kind.pk, "starts_on": "2025-03-12", "days": "0.5", "sentence": "走访5户"} | values


def missing(seat):
    return Seat.objects.missing_at_home(DAY).filter(pk=seat.pk).exists()


@pytest.mark.parametrize("at_home", [True, False])
def test_entry_at_home_satisfies_the_law(phone, seat, place, kind, office, at_home):
    phone.post(reverse(PAGE), filled_in(kind, **({"at_home": "on"} if at_home else {})))
    participation_workflow.verify(Participation.objects.get(), by=office)
    assert Activity.objects.get().constituency == (place if at_home else None)
    assert missing(seat) == (not at_home)


def test_activity_that_the_towns_office_holds_satisfies_it(seat, office):
    entry = planned(office, seat).participations.get()
    participation_workflow.log(entry, by=seat.deputy.user, sentence="查看了河堤。")
    participation_workflow.verify(entry, by=office)
    assert not missing(seat)


def test_form_names_the_constituency_and_the_duty(phone, seat):
    field = phone.get(reverse(PAGE)).context["form"].fields["at_home"]
    assert field.help_text == (
        "选举您的选区：第3选区。您不在原选区居住、工作，任期内至少到原选区参加一次代表活动。"
    )


def test_form_without_a_constituency_asks_nothing(phone, seat):
    Seat.objects.filter(pk=seat.pk).update(constituency=None)
    assert "at_home" not in phone.get(reverse(PAGE)).context["form"].fields


def test_desk_leads_to_the_form_with_the_tick(phone, seat, deputy):
    item = next(item for item in waiting_for(deputy) if "原选区" in item.title)
    assert (item.action, item.url) == ("登记", f"{reverse(PAGE)}?at_home=1")
    assert phone.get(item.url).context["form"]["at_home"].value() is True
    assert phone.get(reverse(PAGE)).context["form"]["at_home"].value() is False


def test_correction_takes_the_tick_off_and_puts_it_on(phone, seat, place, kind):
    entry = logged(seat, at_home=True)
    page = reverse("deputies:participation_log", args=[entry.pk])
    assert phone.get(page).context["form"]["at_home"].value() is True
    phone.post(page, filled_in(kind))
    assert Activity.objects.get().constituency is None
    phone.post(page, filled_in(kind, at_home="on"))
    assert Activity.objects.get().constituency == place


def test_part_in_an_offices_activity_does_not_ask(phone, seat, district):
    entry = planned(DistrictOfficeFactory(jurisdiction=district), seat).participations.get()
    form = phone.get(reverse("deputies:participation_log", args=[entry.pk])).context["form"]
    assert "at_home" not in form.fields
