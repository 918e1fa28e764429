"""The cases, subsidies and inspections of the town, for the world of access."""

from datetime import date

from deputies.enums import CredentialsStatus, InspectionStatus, LibertyStatus, RetaliationStatus
from deputies.models import LibertyLook, RetaliationLook
from tests.factories.briefings import briefed
from tests.factories.cases import absentee, case_at, liberty_at, retaliation_at
from tests.factories.deputies import SeatFactory
from tests.factories.inspections import inspection_at
from tests.factories.subsidies import at_duty, paid, rate_of, unwaged


TOWN_LIBERTY = (LibertyStatus.RECEIVED, LibertyStatus.SUBMITTED, LibertyStatus.NOTED)
REVIEWS = (CredentialsStatus.OPENED, CredentialsStatus.REPORTED)


def cases_of(who):
    """A case for the credentials committee; cases of restricted liberty, ``liberty_…`` of the town's deputy,
    ``district_liberty_…`` of one of the district's.
    """
    reviews = {f"case_{s.value}": case_at(s, absentee(who.town), who.office) for s in REVIEWS}
    district_seat = SeatFactory(jurisdiction=who.town.district, deputy__name="李伟")
    town = {f"liberty_{s.value}": liberty_at(s, who.seat, who.office) for s in TOWN_LIBERTY}
    district = {
        f"district_liberty_{s.value}": liberty_at(s, district_seat, who.district_office)
        for s in (LibertyStatus.SUBMITTED, LibertyStatus.EXAMINED)
    }
    look = LibertyLook.objects.create(case=town["liberty_received"], by=who.office, page="事项")
    told = retaliation_at(RetaliationStatus.TOLD, who.seat, who.office)
    retaliation = {
        "retaliation": told,
        "retaliation_look": RetaliationLook.objects.create(case=told, by=who.office, page="案件"),
    }
    return reviews | town | district | retaliation | {"liberty_look": look}


def subsidies_of(who):
    """The deputy has no fixed wage; his days of last year are paid."""
    rate_of(who.town)
    at_duty(unwaged(who.seat), who.office)
    return {"subsidy": paid(who.seat, who.office, on=date(2026, 3, 1))}


def inspections_of(who):
    """An inspection by card that the deputy entered, one that the unit has, and one it has told of."""
    found = (InspectionStatus.RECORDED, InspectionStatus.HANDED, InspectionStatus.REPORTED)
    entered = {f"inspection_{s.value}": inspection_at(s, who.seat, who.office, who.unit) for s in found}
    return entered | {
        "inspection_by_office": inspection_at(InspectionStatus.RECORDED, who.seat, who.office, by=who.office)
    }


def briefings_of(who):
    """A briefing with a paper that was sent to the deputy alone."""
    briefing = briefed(who.office, who.seat, with_paper=True)
    return {"briefing": briefing, "briefing_file": briefing.files.get()}
