"""Deputies and their activities. Participations come to a status by their steps, never by a factory."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from congress.enums import Role
from deputies.models import (
    Activity,
    ActivityKind,
    Constituency,
    Delegation,
    Deputy,
    DeputyGroup,
    Seat,
    Station,
)
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory, UserFactory


class ConstituencyFactory(DjangoModelFactory):
    """A constituency of the town's own congress; for one of the district's pass ``jurisdiction``."""

    class Meta:
        model = Constituency

    jurisdiction = factory.SubFactory(TownFactory)
    number = factory.Sequence(lambda n: n + 1)
    town = factory.SelfAttribute("jurisdiction")


class DelegationFactory(DjangoModelFactory):
    class Meta:
        model = Delegation

    term = factory.SubFactory(TermFactory)
    name = factory.Sequence(lambda n: f"第{n}代表团")


class DeputyGroupFactory(DjangoModelFactory):
    class Meta:
        model = DeputyGroup

    term = factory.SubFactory(TermFactory)
    name = factory.Sequence(lambda n: f"第{n}代表小组")


class StationFactory(DjangoModelFactory):
    class Meta:
        model = Station

    jurisdiction = factory.SubFactory(TownFactory)
    name = factory.Sequence(lambda n: f"第{n}代表联络站")


class DeputyFactory(DjangoModelFactory):
    class Meta:
        model = Deputy

    district = factory.SubFactory(DistrictFactory)
    name = factory.Iterator(["丁一", "马强", "王芳", "刘洋", "李伟", "陈静", "欧阳修"])


class SeatFactory(DjangoModelFactory):
    """A seat in ``jurisdiction`` (a district or a town), whose deputy has no account.

    ``SeatFactory(jurisdiction=town)`` is a seat in the town's congress, ``SeatFactory(with_user=True)`` one
    whose deputy can log in.
    """

    class Meta:
        model = Seat
        exclude = ("jurisdiction",)

    class Params:
        with_user = factory.Trait(
            deputy__user=factory.SubFactory(
                UserFactory,
                role=Role.DEPUTY,
                name=factory.SelfAttribute("..name"),
                jurisdiction=factory.SelfAttribute("...jurisdiction"),
            )
        )

    jurisdiction = factory.SubFactory(DistrictFactory)
    deputy = factory.SubFactory(DeputyFactory, district=factory.SelfAttribute("..jurisdiction.district"))
    term = factory.SubFactory(TermFactory, jurisdiction=factory.SelfAttribute("..jurisdiction"))


class ActivityKindFactory(DjangoModelFactory):
    class Meta:
        model = ActivityKind
        django_get_or_create = ("code",)

    code = "inspection"
    name = factory.LazyAttribute(lambda kind: f"类型{kind.code}")


class ActivityFactory(DjangoModelFactory):
    """One day's activity of the creator's own office; nobody takes part yet."""

    class Meta:
        model = Activity

    kind = factory.SubFactory(ActivityKindFactory)
    jurisdiction = factory.SelfAttribute("created_by.jurisdiction")
    title = factory.Sequence(lambda n: f"第{n}次活动")
    starts_on = date(2025, 3, 12)
    ends_on = factory.SelfAttribute("starts_on")
    days = 1
    created_by = factory.SubFactory(UserFactory)
