import pytest
from django.core.exceptions import ValidationError

from congress.enums import Role
from congress.models import User
from congress.roles import ROLES
from tests.factories.congress import (
    USER_FACTORIES,
    DistrictOfficeFactory,
    LocalOfficeFactory,
    SysadminFactory,
    TownFactory,
    UnitClerkFactory,
)


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_admin_door_and_group_follow_the_role(role):
    user = USER_FACTORIES[role]()
    assert (user.is_staff, [group.name for group in user.groups.all()]) == (ROLES[role].admin, [role.label])


def test_change_of_role_changes_door_and_group():
    user = DistrictOfficeFactory()
    user.role = Role.LEADER
    user.save()
    assert (user.is_staff, user.groups.get().name) == (False, Role.LEADER.label)


def test_change_of_an_account_is_recorded_without_its_secret():
    user = DistrictOfficeFactory()
    user.role = Role.LEADER
    user.save()
    assert list(user.history.values_list("role", flat=True)) == [Role.LEADER, Role.DISTRICT_OFFICE]
    assert {"password", "last_login"} & {field.name for field in user.history.model._meta.fields} == set()


def test_logging_in_is_no_change_of_the_account(client):
    user = DistrictOfficeFactory()
    client.force_login(user)
    assert user.history.count() == 1


def test_new_user_must_change_the_password():
    assert User().must_change_password is True


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"role": "chief"}, "角色不在可选范围内。"),
        ({"jurisdiction": None}, "请选择所在区划（系统管理员、审计员除外）。"),
        ({"role": Role.UNIT_CLERK}, "承办单位经办人必须选择所属单位。"),
    ],
)
def test_constraint_speaks_to_the_administrator(fields, sentence):
    user = DistrictOfficeFactory()
    for field, value in fields.items():
        setattr(user, field, value)
    with pytest.raises(ValidationError) as refusal:
        user.validate_constraints()
    assert refusal.value.messages == [sentence]


@pytest.mark.parametrize("factory", [SysadminFactory, UnitClerkFactory])
def test_constraints_accept_a_whole_user(factory):
    factory().validate_constraints()


def test_district_office_works_for_its_towns():
    office = DistrictOfficeFactory()
    town = TownFactory(parent=office.jurisdiction)
    assert [office.works_for(place) for place in (office.jurisdiction, town, TownFactory(), None)] == [
        True,
        True,
        False,
        False,
    ]


def test_town_office_works_for_itself_alone():
    office = LocalOfficeFactory()
    neighbour = TownFactory(parent=office.jurisdiction.parent)
    assert [
        office.works_for(place) for place in (office.jurisdiction, office.jurisdiction.parent, neighbour)
    ] == [True, False, False]


def test_sysadmin_works_for_no_place():
    assert SysadminFactory().works_for(TownFactory()) is False
