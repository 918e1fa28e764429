"""Who may do what: the people of one town, and strangers."""

import pytest

from reception import rules
from reception.enums import Competence, OpinionStatus
from tests.factories.congress import OfficeRulesFactory, UnitFactory
from tests.factories.reception import opinion_at, people, referral_of, triaged_as


pytestmark = pytest.mark.django_db

ROLES = ["office", "liaison", "deputy", "district_office", "gov_office", "clerk"]


def allowed(rule, record, who):
    return [role for role in ROLES if rule(getattr(who, role), record)]


@pytest.mark.parametrize(
    ("rule", "roles"),
    [
        (rules.can_register, ["office", "liaison", "district_office"]),
        (rules.can_dispose, ["office", "district_office"]),
        (rules.can_steer, ["office", "district_office"]),
        (rules.can_manage, ["office", "district_office"]),
        (rules.can_withdraw, ["office", "district_office"]),
        (rules.can_urge, ["office", "liaison", "deputy", "district_office"]),
        (rules.can_answer, ["office", "deputy", "district_office"]),
        (rules.can_survey, ["office", "liaison", "district_office"]),
    ],
)
def test_opinion_of_the_place(rule, roles, who):
    assert allowed(rule, opinion_at(OpinionStatus.REGISTERED, who), who) == roles


@pytest.mark.parametrize(
    ("rule", "roles"),
    [
        (rules.can_dispose, ["district_office"]),
        (rules.can_steer, ["district_office", "gov_office"]),
        (rules.can_manage, ["office", "district_office"]),
        (rules.can_withdraw, ["district_office"]),
    ],
)
def test_escalated_opinion(rule, roles, who):
    assert allowed(rule, opinion_at(OpinionStatus.ESCALATED, who), who) == roles


@pytest.mark.parametrize(
    "rule",
    [
        rules.can_register,
        rules.can_dispose,
        rules.can_steer,
        rules.can_manage,
        rules.can_urge,
        rules.can_answer,
        rules.can_survey,
        rules.takes_part,
    ],
)
def test_strangers_may_nothing(rule, who):
    assert allowed(rule, opinion_at(OpinionStatus.REFERRED, who), people()) == []


@pytest.mark.parametrize(
    ("rule", "roles"),
    [
        (rules.can_handle, ["clerk"]),
        (rules.can_decide, ["office", "district_office"]),
    ],
)
def test_referral(rule, roles, who):
    assert allowed(rule, referral_of(opinion_at(OpinionStatus.REFERRED, who)), who) == roles


def test_units_to_choose_from(who):
    district_unit = UnitFactory(jurisdiction=who.town.district)
    UnitFactory(jurisdiction=who.town.district, local=who.town, active=False)
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    found = {role: set(rules.units_for(getattr(who, role), opinion)) for role in ROLES}
    own = {who.unit, who.co_unit}
    assert found == {
        "office": own,
        "liaison": set(),
        "deputy": set(),
        "district_office": {*own, district_unit},
        "gov_office": set(),
        "clerk": set(),
    }


def test_units_to_choose_from_with_direct_referral(who):
    OfficeRulesFactory(jurisdiction=who.town.district, direct_referral=True)
    unit = UnitFactory(jurisdiction=who.town.district)
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    assert set(rules.units_for(who.office, opinion)) == {who.unit, who.co_unit, unit}


@pytest.mark.parametrize("competence", [Competence.DISTRICT, Competence.HIGHER])
def test_no_own_unit_for_what_is_beyond_the_place(competence, who):
    unit = UnitFactory(jurisdiction=who.town.district)
    opinion = triaged_as(competence, who)
    before = (list(rules.units_for(who.office, opinion)), rules.must_escalate(who.office, opinion))
    OfficeRulesFactory(jurisdiction=who.town, direct_referral=True)
    office = type(who.office).objects.get(pk=who.office.pk)
    after = (list(rules.units_for(office, opinion)), rules.must_escalate(office, opinion))
    assert (before, after) == (([], True), ([unit], False))


def test_district_office_refers_what_is_beyond_the_place_to_any_unit(who):
    opinion = triaged_as(Competence.DISTRICT, who)
    assert set(rules.units_for(who.district_office, opinion)) == {who.unit, who.co_unit}


def test_deputy_registers_and_withdraws_his_own_draft(who):
    opinion = opinion_at(OpinionStatus.DRAFT, who)
    opinion.visit.recorded_by = who.deputy
    assert (rules.can_register(who.deputy, opinion), rules.can_withdraw(who.deputy, opinion)) == (True, True)


@pytest.mark.parametrize(
    ("role", "places"),
    [
        ("office", ["石坎镇"]),
        ("liaison", ["石坎镇"]),
        ("deputy", ["石坎镇"]),
        ("clerk", []),
        ("gov_office", []),
    ],
)
def test_places_to_register_in(role, places, who):
    assert [place.name for place in rules.places_for(getattr(who, role))] == places
