"""What groups and stations keep."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from deputies.enums import GroupKind
from deputies.models import GroupMembership, Loan, PostedRule, StationAsset
from tests.factories.congress import LiaisonFactory
from tests.factories.deputies import DeputyGroupFactory, StationFactory


class GroupMembershipFactory(DjangoModelFactory):
    """A member of a core group; pass the seat, whose term is the group's."""

    class Meta:
        model = GroupMembership

    group = factory.SubFactory(
        DeputyGroupFactory, term=factory.SelfAttribute("..seat.term"), kind=GroupKind.CORE
    )


class StationAssetFactory(DjangoModelFactory):
    class Meta:
        model = StationAsset

    station = factory.SubFactory(StationFactory)
    name = "文件柜"


class PostedRuleFactory(DjangoModelFactory):
    class Meta:
        model = PostedRule

    station = factory.SubFactory(StationFactory)
    title = factory.Sequence(lambda n: f"代表接待制度{n}")
    text = "每月一次。\n不得缺席。"
    publisher = factory.SubFactory(LiaisonFactory)


class LoanFactory(DjangoModelFactory):
    """Lent on 1 March 2025, to be back by the 31st."""

    class Meta:
        model = Loan

    station = factory.SubFactory(StationFactory)
    what = factory.Sequence(lambda n: f"代表手册第{n}册")
    borrower = "王芳"
    consent_by = "张主席"
    lent_on = date(2025, 3, 1)
    due_on = date(2025, 3, 31)
    registered_by = factory.SubFactory(LiaisonFactory)
