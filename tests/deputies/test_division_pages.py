"""Delegations and groups: members, heads, conveners, their periods and their sheets."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from deputies.enums import GroupKind, GroupPost
from deputies.forms.activity import invited
from deputies.models import DeputyGroup, GroupMembership
from tests.factories.congress import DistrictOfficeFactory, StreetFactory
from tests.factories.congress import LocalOfficeFactory as OfficeFactory
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyGroupFactory,
    SeatFactory,
)
from tests.factories.structure import GroupMembershipFactory


LIST_QUERIES = {"delegation": 9, "group": 10}
DETAIL_QUERIES = {"delegation": 8, "group": 10}
FACTORIES = {"delegation": DelegationFactory, "group": DeputyGroupFactory}


@pytest.fixture(autouse=True)
def district_office(client, district):
    user = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(user)
    return user


@pytest.fixture
def one(district):
    return SeatFactory(jurisdiction=district, deputy__name="丁一")


@pytest.fixture
def two(district):
    return SeatFactory(jurisdiction=district, deputy__name="马强")


def errors_of(client, url, data):
    """The errors of a form that was sent, {} where it was saved."""
    response = client.post(url, data)
    return response.context["form"].errors if response.status_code == 200 else {}


def edit(client, part, **data):
    noun = "group" if isinstance(part, DeputyGroup) else "delegation"
    url = reverse(f"deputies:{noun}_edit", args=[part.pk])
    return errors_of(client, url, {"name": part.name, "order": 0, **data})


def add_post(client, group, **data):
    return errors_of(client, reverse("deputies:membership_add", args=[group.pk]), data)


def refused(**data):
    with pytest.raises(ValidationError) as error:
        GroupMembership(**data).full_clean()
    return error.value.message_dict


@pytest.mark.parametrize("noun", FACTORIES)
@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_any_number(noun, count, client, one, django_assert_num_queries):
    FACTORIES[noun].create_batch(count, term=one.term)
    with django_assert_num_queries(LIST_QUERIES[noun]):
        client.get(reverse(f"deputies:{noun}_list"))


@pytest.mark.parametrize("noun", FACTORIES)
@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_much_for_any_number(noun, count, client, district, one, django_assert_num_queries):
    part = FACTORIES[noun](term=one.term)
    for seat in SeatFactory.create_batch(count, jurisdiction=district, **{noun: part}):
        if noun == "group":
            GroupMembershipFactory(group=part, seat=seat, post=GroupPost.VICE)
    with django_assert_num_queries(DETAIL_QUERIES[noun]):
        client.get(part.get_absolute_url())


def test_members_stand_in_stroke_order_and_those_who_left_apart(client, district, one, two):
    delegation = DelegationFactory(term=one.term)
    left = SeatFactory(jurisdiction=district, delegation=delegation, ends_on="2024-01-01")
    assert edit(client, delegation, members=[two.pk, one.pk], head=two.pk) == {}
    context = client.get(delegation.get_absolute_url()).context
    assert (context["now"], context["earlier"]) == ([one, two], [left])
    assert context["delegation"].head == two


def test_head_is_a_member(client, one, two):
    delegation = DelegationFactory(term=one.term)
    errors = edit(client, delegation, members=[one.pk], head=two.pk, deputy_head=one.pk)
    assert errors == {"head": ["马强不是本团成员，请从本团代表中选。"]}
    one.refresh_from_db()
    assert one.delegation is None


def test_head_of_another_delegation_stays_there(client, one, two):
    other, delegation = DelegationFactory.create_batch(2, term=one.term)
    edit(client, other, members=[one.pk], head=one.pk)
    assert edit(client, delegation, members=[one.pk]) == {
        "members": [f"丁一现任{other}团长，请先在那个团另选，再调整成员。"]
    }


def test_member_with_a_post_is_not_taken_out(client, one, two):
    group = DeputyGroupFactory(term=one.term)
    edit(client, group, kind="area", members=[one.pk, two.pk])
    assert add_post(client, group, seats=[one.pk], post="convener") == {}
    assert edit(client, group, kind="area", members=[two.pk]) == {
        "members": [f"丁一现任{group}召集人，请先填其任职的结束日期，再调整成员。"]
    }


def test_post_in_an_area_group_is_for_its_members(one):
    group = DeputyGroupFactory(term=one.term)
    assert refused(group=group, seat=one, post=GroupPost.CONVENER) == {
        "seat": [f"丁一不是{group}的成员，请先编入本组，再登记职务。"]
    }
    assert refused(group=group, seat=one, post=GroupPost.MEMBER) == {
        "post": ["按区域编组的成员在编辑小组时选，这里只登记召集人和副召集人。"]
    }


def test_seat_of_another_term_is_refused(one, town):
    group = DeputyGroupFactory(term=SeatFactory(jurisdiction=town).term, kind=GroupKind.CORE)
    assert refused(group=group, seat=one) == {"seat": ["丁一的这一席不属于石坎镇第九届，请另选。"]}


def test_periods_do_not_overlap(one):
    row = GroupMembershipFactory(seat=one, starts_on=date(2023, 1, 1), ends_on=date(2023, 12, 31))
    again = {"group": row.group, "seat": one}
    assert refused(**again, starts_on=date(2023, 12, 31)) == {
        "starts_on": ["丁一在本组同一时间已有一条，请先填那一条的结束日期，或者改这里的日期。"]
    }
    GroupMembership(**again, starts_on=date(2024, 1, 1)).full_clean()


def test_period_does_not_begin_before_the_term(one):
    group = DeputyGroupFactory(term=one.term, kind=GroupKind.CORE)
    assert refused(group=group, seat=one, starts_on=date(2022, 1, 11)) == {
        "starts_on": ["开始日期不能早于本届开始之日（2022年1月12日）。"]
    }


def test_several_enter_a_core_group_at_once_or_not_at_all(client, one, two):
    group = DeputyGroupFactory(term=one.term, kind=GroupKind.CORE)
    GroupMembershipFactory(group=group, seat=two)
    assert list(add_post(client, group, seats=[one.pk, two.pk], post="member")) == ["starts_on", "__all__"]
    assert group.memberships.count() == 1
    assert add_post(client, group, seats=[one.pk], post="convener") == {}
    context = client.get(group.get_absolute_url()).context
    assert [(row.seat, row.post) for row in context["rows"]] == [(one, "convener"), (two, "member")]
    assert (list(context["now"]), context["too_few"]) == ([one, two], True)


def test_post_that_ended_stands_apart(client, one):
    row = GroupMembershipFactory(seat=one, starts_on=date(2023, 1, 1))
    url = reverse("deputies:membership_edit", args=[row.pk])
    assert errors_of(client, url, {"post": "member", "ends_on": "2022-12-31", "starts_on": "2023-01-01"}) == {
        "__all__": ["结束日期不能早于开始日期。"]
    }
    assert errors_of(client, url, {"post": "member", "ends_on": "2024-12-31"}) == {}
    context = client.get(row.get_absolute_url()).context
    assert (context["rows"], [line.pk for line in context["past"]]) == ([], [row.pk])


def test_kind_of_a_group_with_members_stays(client, one):
    group = GroupMembershipFactory(seat=one).group
    assert edit(client, group, kind="area") == {
        "kind": ["本组已有成员，不能改在“按区域编组”和其他类型之间；请另建一组。"]
    }


def test_group_by_field_names_the_field(client, one):
    url = reverse("deputies:group_add")
    data = {"term": one.term_id, "name": "教育组", "kind": "field", "order": 0}
    assert errors_of(client, url, data) == {"field": ["按领域编组的，请写明领域，如教育、医疗。"]}
    assert errors_of(client, url, data | {"field": "教育"}) == {}


def test_activity_invites_the_members_of_a_core_group(one, two, district):
    group = GroupMembershipFactory(seat=one).group
    GroupMembershipFactory(group=group, seat=two, ends_on=date(2024, 12, 31))
    chosen = {"seats": [], "whole": False, "groups": [group]}
    assert invited(chosen, district, date(2025, 3, 12)) == [one]


def test_deputy_list_finds_the_members_of_a_core_group(client, one, two):
    group = GroupMembershipFactory(seat=one).group
    found = client.get(reverse("deputies:deputy_list"), {"group": group.pk}).context["page_obj"]
    assert list(found) == [one]


def test_street_sees_the_delegations_of_its_deputies_and_changes_none(client, district, one):
    street = StreetFactory(parent=district)
    ours, other = DelegationFactory.create_batch(2, term=one.term)
    here = ConstituencyFactory(jurisdiction=district, town=street)
    SeatFactory(jurisdiction=district, constituency=here, delegation=ours)
    client.force_login(OfficeFactory(jurisdiction=street))
    found = client.get(reverse("deputies:delegation_list")).context["page_obj"]
    assert list(found) == [ours]
    assert client.get(reverse("deputies:delegation_edit", args=[ours.pk])).status_code == 403


def exported(client, model):
    content = client.get(reverse(f"admin:deputies_{model}_export")).content
    return list(load_workbook(io.BytesIO(content)).active.values)


def test_sheets_tell_members_and_leaders(client, district, one, two):
    group = DeputyGroupFactory(term=one.term, name="中心组", kind=GroupKind.CORE)
    GroupMembershipFactory(group=group, seat=one, post=GroupPost.CONVENER)
    GroupMembershipFactory(group=group, seat=two)
    delegation = DelegationFactory(term=one.term, name="第一代表团")
    edit(client, delegation, members=[one.pk, two.pk], head=one.pk)
    assert exported(client, "deputygroup") == [
        ("所属人大", "届次", "代表小组", "类型", "领域", "召集人", "副召集人", "在任成员数", "在任成员"),
        ("云渚区", "第九届", "中心组", "中心组", None, "丁一", None, 2, "丁一、马强"),
    ]
    assert exported(client, "delegation") == [
        ("所属人大", "届次", "代表团", "团长", "副团长", "在任成员数", "在任成员"),
        ("云渚区", "第九届", "第一代表团", "丁一", None, 2, "丁一、马强"),
    ]


def test_sheets_tell_namesakes_apart(client, district):
    seats = [
        SeatFactory(
            jurisdiction=district,
            deputy__name="李喆",
            constituency=ConstituencyFactory(jurisdiction=district, number=number),
        )
        for number in (5, 9)
    ]
    delegation = DelegationFactory(term=seats[0].term, name="第一代表团")
    edit(client, delegation, members=[seat.pk for seat in seats], head=seats[1].pk)
    group = DeputyGroupFactory(term=seats[0].term, name="中心组", kind=GroupKind.CORE)
    GroupMembershipFactory(group=group, seat=seats[0], post=GroupPost.CONVENER)
    names = "李喆（云渚区第5选区）", "李喆（云渚区第9选区）"
    assert exported(client, "delegation")[1][3:] == (names[1], None, 2, "、".join(names))
    assert exported(client, "deputygroup")[1][5:] == (names[0], None, 1, names[0])
