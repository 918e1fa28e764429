"""Records of the ground floor. Every factory makes no more than what its record cannot be without."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from congress.enums import Level, Role
from congress.models import Holiday, Jurisdiction, OfficeRules, Profile, ResultClass, Term, Unit, User


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = Jurisdiction

    name = factory.Sequence(lambda n: f"第{n}区")
    level = Level.DISTRICT


class TownFactory(DjangoModelFactory):
    class Meta:
        model = Jurisdiction

    name = factory.Sequence(lambda n: f"第{n}镇")
    level = Level.TOWN
    parent = factory.SubFactory(DistrictFactory)


class StreetFactory(TownFactory):
    name = factory.Sequence(lambda n: f"第{n}街道")
    level = Level.STREET


JurisdictionFactory = DistrictFactory


class OfficeRulesFactory(DjangoModelFactory):
    class Meta:
        model = OfficeRules

    jurisdiction = factory.SubFactory(DistrictFactory)


class TermFactory(DjangoModelFactory):
    """The term that covers 2022 to 2026."""

    class Meta:
        model = Term
        django_get_or_create = ("jurisdiction", "number")

    jurisdiction = factory.SubFactory(DistrictFactory)
    number = 9
    starts_on = date(2022, 1, 12)


class ProfileFactory(DjangoModelFactory):
    """The figures of a place at the end of 2024."""

    class Meta:
        model = Profile

    jurisdiction = factory.SubFactory(DistrictFactory)
    as_of = date(2024, 12, 31)
    population = 31_200


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    jurisdiction = factory.SubFactory(DistrictFactory)
    name = factory.Sequence(lambda n: f"区第{n}局")


class ResultClassFactory(DjangoModelFactory):
    class Meta:
        model = ResultClass

    jurisdiction = factory.SubFactory(DistrictFactory)
    code = factory.Iterator(["A", "B", "C"])
    label = factory.LazyAttribute(lambda result: f"第{result.code}种结果")


class HolidayFactory(DjangoModelFactory):
    class Meta:
        model = Holiday

    date = date(2025, 5, 6)
    name = "放假"


class UserFactory(DjangoModelFactory):
    """A person of the district office who has already chosen a password (unusable: tests force the login)."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    password = factory.django.Password(None)
    name = factory.Sequence(lambda n: f"用户{n}")
    role = Role.DISTRICT_OFFICE
    jurisdiction = factory.SubFactory(DistrictFactory)
    must_change_password = False


DistrictOfficeFactory = UserFactory


class LocalOfficeFactory(UserFactory):
    role = Role.LOCAL_OFFICE
    jurisdiction = factory.SubFactory(TownFactory)


class LiaisonFactory(LocalOfficeFactory):
    role = Role.LIAISON


class DeputyUserFactory(UserFactory):
    role = Role.DEPUTY


class UnitClerkFactory(UserFactory):
    role = Role.UNIT_CLERK
    unit = factory.SubFactory(UnitFactory, jurisdiction=factory.SelfAttribute("..jurisdiction"))


class GovOfficeFactory(UserFactory):
    role = Role.GOV_OFFICE


class LeaderFactory(UserFactory):
    role = Role.LEADER


class SysadminFactory(UserFactory):
    role = Role.SYSADMIN
    jurisdiction = None


class AuditorFactory(SysadminFactory):
    role = Role.AUDITOR


USER_FACTORIES = {
    Role.DISTRICT_OFFICE: DistrictOfficeFactory,
    Role.LOCAL_OFFICE: LocalOfficeFactory,
    Role.LIAISON: LiaisonFactory,
    Role.DEPUTY: DeputyUserFactory,
    Role.UNIT_CLERK: UnitClerkFactory,
    Role.GOV_OFFICE: GovOfficeFactory,
    Role.LEADER: LeaderFactory,
    Role.SYSADMIN: SysadminFactory,
    Role.AUDITOR: AuditorFactory,
}
