"""Who meets in a matter, and when."""

from dataclasses import dataclass
from datetime import datetime

import factory
from django.utils import timezone

from congress.models import Jurisdiction, Unit, User
from deputies.models import Seat
from tests.factories.congress import (
    DistrictFactory,
    DistrictOfficeFactory,
    GovOfficeFactory,
    LiaisonFactory,
    LocalOfficeFactory,
    TownFactory,
    UnitClerkFactory,
    UnitFactory,
)
from tests.factories.deputies import SeatFactory


# A Thursday without holidays near it; the fixture ``in_march`` lets things happen then.
NOON = datetime(2025, 3, 20, 12, tzinfo=timezone.get_default_timezone())


@dataclass
class People:
    """Who meets in a matter: one town of one district, and two units of the town."""

    town: Jurisdiction
    office: User
    liaison: User
    district_office: User
    gov_office: User
    seat: Seat
    unit: Unit
    clerk: User
    co_unit: Unit
    co_clerk: User

    @property
    def deputy(self):
        return self.seat.deputy.user

    def in_charge(self, opinion):
        """The office that decides what becomes of the opinion."""
        return self.district_office if opinion.escalated else self.office


def people(town=None):
    """The people of ``town``, of a new one by default."""
    town = town or TownFactory(parent=DistrictFactory(name=factory.Faker("uuid4")), name="石坎镇")
    district = town.district
    unit, co_unit = UnitFactory.create_batch(2, jurisdiction=district, local=town)
    return People(
        town=town,
        office=LocalOfficeFactory(jurisdiction=town, name="张主席"),
        liaison=LiaisonFactory(jurisdiction=town),
        district_office=DistrictOfficeFactory(jurisdiction=district),
        gov_office=GovOfficeFactory(jurisdiction=district),
        seat=SeatFactory(jurisdiction=town, with_user=True),
        unit=unit,
        clerk=UnitClerkFactory(jurisdiction=district, unit=unit),
        co_unit=co_unit,
        co_clerk=UnitClerkFactory(jurisdiction=district, unit=co_unit),
    )
