"""Accounts as the administrator keeps them: roles that fit, and nobody his own."""

import pytest
from django.urls import reverse

from congress.enums import Role
from congress.models import User
from tests.factories.congress import (
    AuditorFactory,
    DistrictFactory,
    DistrictOfficeFactory,
    LeaderFactory,
    LocalOfficeFactory,
    SysadminFactory,
    TownFactory,
    UnitClerkFactory,
)


pytestmark = pytest.mark.django_db


@pytest.fixture
def sysadmin(client):
    user = SysadminFactory()
    client.force_login(user)
    return user


def change(client, user, **fields):
    """Post the page of an account with other values; return the answer."""
    kept = {"username": user.username, "name": user.name, "role": user.role, "is_active": "on"}
    places = {"jurisdiction": user.jurisdiction_id or "", "unit": user.unit_id or ""}
    return client.post(reverse("admin:congress_user_change", args=[user.pk]), kept | places | fields)


def errors_of(response):
    return dict(response.context["adminform"].form.errors)


@pytest.mark.parametrize(
    ("factory", "role", "errors"),
    [
        (
            LocalOfficeFactory,
            Role.DISTRICT_OFFICE,
            {"jurisdiction": ["区人大代表工委的所在区划应是市或者区县，石坎镇不是，请改选区划或者角色。"]},
        ),
        (
            LocalOfficeFactory,
            Role.GOV_OFFICE,
            {"jurisdiction": ["政府办公室的所在区划应是市或者区县，石坎镇不是，请改选区划或者角色。"]},
        ),
        (LocalOfficeFactory, Role.AUDITOR, {"jurisdiction": ["审计员不属于哪个区划，请清空所在区划。"]}),
        (LocalOfficeFactory, Role.SYSADMIN, {"jurisdiction": ["系统管理员不属于哪个区划，请清空所在区划。"]}),
    ],
)
def test_role_that_does_not_fit_the_place_is_refused(factory, role, errors, client, sysadmin):
    user = factory(jurisdiction=TownFactory(name="石坎镇"))
    assert errors_of(change(client, user, role=role)) == errors
    assert User.objects.get(pk=user.pk).role == user.role


def test_local_office_of_a_district_is_refused(client, sysadmin):
    user = DistrictOfficeFactory(jurisdiction=DistrictFactory(name="云渚区"))
    told = "镇人大、街道人大工委的所在区划应是乡镇或者街道，云渚区不是，请改选区划或者角色。"
    assert errors_of(change(client, user, role=Role.LOCAL_OFFICE)) == {"jurisdiction": [told]}


def test_unit_of_another_role_or_district_is_refused(client, sysadmin):
    clerk = UnitClerkFactory(unit__name="区水利局")
    other = DistrictFactory(name="东海区")
    assert errors_of(change(client, clerk, role=Role.LEADER)) == {
        "unit": ["只有承办单位经办人有所属单位，领导请清空承办单位。"]
    }
    assert errors_of(change(client, clerk, jurisdiction=other.pk)) == {
        "unit": ["区水利局不是东海区的承办单位，请改选单位或者所在区划。"]
    }


def test_administrator_changes_neither_his_own_role_nor_place(client, sysadmin):
    place = DistrictFactory()
    change(client, sysadmin, role=Role.DISTRICT_OFFICE, jurisdiction=place.pk, name="管理员")
    sysadmin.refresh_from_db()
    assert (sysadmin.role, sysadmin.jurisdiction, sysadmin.is_active, sysadmin.name) == (
        Role.SYSADMIN,
        None,
        True,
        "管理员",
    )


def test_change_of_a_role_stands_in_the_trail(client, sysadmin):
    user = LeaderFactory()
    change(client, user, role=Role.GOV_OFFICE)
    client.force_login(AuditorFactory())
    traces = client.get(reverse("audit")).context["traces"]
    told = [(trace.by, trace.kind, trace.record, trace.fields) for trace in traces if "角色" in trace.fields]
    assert told == [(sysadmin, "用户", f"第{user.pk}号", ("角色",))]
