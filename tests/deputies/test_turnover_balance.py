"""What the preview of a turnover says is carried over and what is not."""

from datetime import date

import pytest
from django.urls import reverse

from deputies.enums import GroupKind, GroupPost, Post
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyGroupFactory,
    SeatFactory,
    StationFactory,
)
from tests.factories.seats import SeatPostFactory
from tests.factories.structure import GroupMembershipFactory


pytestmark = pytest.mark.usefixtures("in_march")


def preview(client, seat, **more):
    values = {"first_day": "2027-01-12", "redraw": "keep", "carry": seat.pk, f"place-{seat.pk}": "3"}
    return client.post(reverse("deputies:turnover", args=[seat.term_id]), values | more).context


def test_preview_says_exactly_what_goes_over_and_what_stays(client, town, office):
    place = ConstituencyFactory(jurisdiction=town, number=3)
    seat = SeatFactory(jurisdiction=town, deputy__name="丁一", constituency=place)
    DelegationFactory(term=seat.term, name="第一代表团", head=seat)
    core = DeputyGroupFactory(term=seat.term, name="中心组", kind=GroupKind.CORE)
    GroupMembershipFactory(group=core, seat=seat, post=GroupPost.MEMBER)
    SeatPostFactory(seat=seat)
    SeatPostFactory(seat=seat, post=Post.CHAIR, ends_on=date(2025, 1, 1))
    StationFactory(jurisdiction=town).seats.add(seat)
    StationFactory()
    client.force_login(office)

    without, with_members = preview(client, seat), preview(client, seat, memberships="on")

    posts = [
        ("团长、副团长", "丁一（第一代表团团长）", "代表团"),
        ("人大职务", f"丁一（{Post.PRESIDIUM.label}）", "代表资料"),
        ("进站代表", "1人次", "联络站"),
    ]
    assert without["left"] == [*posts, ("小组成员、召集人", "1项", "代表小组")]
    assert with_members["left"] == posts
    assert [what for what, how in with_members["carried"]] == [
        "总名额和人口",
        "选区1个",
        "代表团1个",
        "代表小组1个",
        "连任代表1名",
        "小组身份1项",
        "联络站1处",
    ]
    assert len(without["carried"]) == len(with_members["carried"]) - 1
