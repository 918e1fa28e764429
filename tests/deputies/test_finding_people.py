"""Persons found while somebody types: in sight, told apart; what is found can be chosen."""

from datetime import date
from urllib.parse import parse_qs, urlparse

import pytest
from django.urls import reverse

from deputies.fields import MOST_OFFERED
from deputies.forms.liberty import ReceiveForm
from deputies.forms.retaliation import TellForm
from deputies.forms.seat import FillForm
from deputies.models import Deputy, Seat
from tests.factories.congress import DistrictOfficeFactory, TermFactory, TownFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory
from tests.factories.seats import HigherSeatFactory


pytestmark = pytest.mark.usefixtures("in_march")
FIND, ADD = "deputies:deputy_find", "deputies:higher_seat_add"


@pytest.fixture
def many(seat):
    """More than a form writes out; the first sat in the term before."""
    people = [DeputyFactory(district=seat.deputy.district, name="李伟") for _ in range(MOST_OFFERED + 1)]
    before = TermFactory(jurisdiction=seat.term.jurisdiction, number=8, starts_on=date(2017, 1, 10))
    terms = [before, *[seat.term] * MOST_OFFERED]
    return [SeatFactory(deputy=person, term=term) for person, term in zip(people, terms, strict=True)]


def address_in(widget):
    address = urlparse(widget.split('data-find="')[1].split('"')[0].replace("&amp;", "&"))
    return address.path, {key: int(*value) for key, value in parse_qs(address.query).items() if key != "on"}


def test_people_in_sight_are_found_and_told_apart(client, office, district, town):
    for number in (2, 1):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        SeatFactory(jurisdiction=town, constituency=place, deputy__name="王芳", deputy__district=district)
    HigherSeatFactory(deputy=DeputyFactory(name="王芳", district=district))
    DeputyFactory(name="王芳", district=district, position="区医院医师")
    SeatFactory(jurisdiction=TownFactory(), deputy__name="王芳")
    client.force_login(office)
    in_town = ["王芳（石坎镇第2选区）", "王芳（石坎镇第1选区）"]
    for words in ("王芳", "wangfang", "WF"):
        found = client.get(reverse(FIND), {"q": words}).json()["found"]
        assert [one["text"] for one in found] == in_town
    client.force_login(DistrictOfficeFactory(jurisdiction=district))
    found = client.get(reverse(FIND), {"q": "王芳", "of": district.pk}).json()["found"]
    assert [one["text"] for one in found] == [
        *in_town,
        "王芳（澄岚市人民代表大会第8届代表）",
        "王芳（区医院医师）",
    ]
    for query in ({}, {"q": " "}, {"q": "王芳", "of": "区"}):
        assert client.get(reverse(FIND), query).json() == {"found": []}


@pytest.mark.parametrize("count", [1, 3])
def test_finding_people_costs_as_many_queries(count, client, office, town, django_assert_num_queries):
    for number in range(1, count + 1):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        SeatFactory(jurisdiction=town, constituency=place, deputy__name="王芳")
    client.force_login(office)
    client.get(reverse(FIND))
    with django_assert_num_queries(6):
        found = client.get(reverse(FIND), {"q": "王芳"}).json()["found"]
    assert len(found) == count


def test_form_asks_for_people_and_keeps_the_chosen_one(client, office, many):
    client.force_login(office)
    chosen = many[1].deputy
    for page in (
        client.get(reverse(ADD), {"deputy": chosen.pk}),
        client.post(reverse(ADD), {"deputy": chosen.pk}),
    ):
        widget = str(page.context["form"]["deputy"])
        assert (address_in(widget), widget.count("<option")) == ((reverse(FIND), {}), 2)
        assert f'<option value="{chosen.pk}" selected' in widget
    page = client.get(reverse(ADD), {"deputy": "9" * 30})
    assert str(page.context["form"]["deputy"]).count("<option") == 1


def test_who_sits_in_the_term_is_neither_found_nor_taken(client, office, many):
    gone, term = many[0].deputy, many[1].term
    form = FillForm({"elected_on": "2025-03-01", "deputy": gone.pk}, user=office, term=term)
    assert form.is_valid()
    scope = {"of": term.jurisdiction.district.pk, "unseated": term.pk}
    # Of so many only one may be chosen: he is written out.
    assert str(form["deputy"]).count("<option") == 2
    client.force_login(office)
    found = client.get(reverse(FIND), {"q": "lw", **scope}).json()["found"]
    assert [one["value"] for one in found] == [str(gone.pk)]
    sitting = {"elected_on": "2025-03-01", "deputy": many[1].deputy_id}
    assert FillForm(sitting, user=office, term=term).errors == {
        "deputy": ["已在库的代表中选的这一项已经不能选，请重新选择。"]
    }
    assert Deputy.objects.visible_to(office).count() == MOST_OFFERED + 2


def test_forms_of_cases_ask_for_the_seats_of_their_congresses(client, office, many, town):
    SeatFactory(constituency=ConstituencyFactory(town=town), deputy__name="李伟")
    client.force_login(office)
    for form in (ReceiveForm(user=office), TellForm(user=office)):
        path, scope = address_in(str(form["seat"]))
        assert (path, scope) == (reverse("deputies:seat_find"), {"kept": town.pk})
    listed = Seat.objects.filter(term__jurisdiction=town, deputy__name="李伟")
    found = client.get(path, {"q": "李伟", **scope}).json()["found"]
    assert {int(one["value"]) for one in found} <= set(listed.values_list("pk", flat=True))
    assert len(found) == 20
