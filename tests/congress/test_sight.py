"""Sight as every model has it: who is blind to a kind of record, and who has no place."""

import pytest

from congress.enums import Role
from congress.models import Jurisdiction, OfficeRules, Term, Unit
from deputies.models import Activity, Constituency, Delegation, Deputy, Participation, Seat, Station
from reception.enums import OpinionStatus
from reception.models import Opinion, ReceptionDay
from reports.models import DutyReport
from tests.factories.congress import USER_FACTORIES, OfficeRulesFactory, TownFactory, UserFactory
from tests.factories.deputies import ConstituencyFactory
from tests.factories.reception import opinion_at


pytestmark = pytest.mark.django_db

OF_DEPUTIES = [
    Activity,
    Constituency,
    Delegation,
    Deputy,
    DutyReport,
    Participation,
    ReceptionDay,
    Seat,
    Station,
]
OF_PLACES = [OfficeRules, Opinion, Term]


def test_blind_roles_are_the_keepers_and_those_who_handle_matters():
    assert set(Role.business_blind) == {Role.SYSADMIN, Role.AUDITOR, Role.UNIT_CLERK, Role.GOV_OFFICE}


@pytest.mark.parametrize("model", OF_DEPUTIES)
def test_deputies_records_are_hidden_from_the_blind(model):
    assert model.objects.all().blind == Role.business_blind


@pytest.mark.parametrize("model", OF_PLACES)
def test_records_of_places_are_hidden_from_the_keepers(model):
    assert model.objects.all().blind == Role.keepers


@pytest.mark.parametrize("role", Role.keepers)
def test_keeper_with_a_place_sees_no_rules_of_its_office(role):
    rules = OfficeRulesFactory()
    assert list(OfficeRules.objects.visible_to(UserFactory(jurisdiction=rules.jurisdiction))) == [rules]
    keeper = USER_FACTORIES[role](jurisdiction=rules.jurisdiction)
    assert list(OfficeRules.objects.visible_to(keeper)) == []


@pytest.mark.parametrize("role", [Role.UNIT_CLERK, Role.GOV_OFFICE])
def test_who_handles_matters_sees_no_constituencies(role):
    constituency = ConstituencyFactory()
    person = USER_FACTORIES[role](jurisdiction=constituency.jurisdiction)
    assert list(Constituency.objects.visible_to(person)) == []


@pytest.mark.parametrize("model", [*OF_DEPUTIES, *OF_PLACES, Unit, Jurisdiction])
def test_person_without_a_place_sees_nothing(model):
    opinion_at(OpinionStatus.REFERRED)
    nobody = UserFactory.build(role=Role.LEADER, jurisdiction=None)
    assert list(model.objects.visible_to(nobody)) == []


def test_administrator_chooses_among_all_places():
    town = TownFactory()
    assert list(Jurisdiction.objects.visible_to(USER_FACTORIES[Role.SYSADMIN]()).filter(pk=town.pk)) == [town]
