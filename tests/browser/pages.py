"""The pages that each role works on, with records on them."""

from congress import clock
from reception.enums import DayStatus, OpinionStatus
from reports import workflow as report_workflow
from tests.factories.activities import logged
from tests.factories.reception import day_at, opinion_at, referral_of


def pages_of_liaison(who, matter):
    day = day_at(DayStatus.OPEN, who)
    entry = logged(who.seat, starts_on=clock.today())
    return [
        "/",
        "/reception/days/",
        day.get_absolute_url(),
        "/reception/days/new/",
        f"/reception/visits/new/?day={day.pk}",
        "/reception/opinions/",
        matter.get_absolute_url(),
        "/deputies/",
        f"/deputies/{who.seat.deputy_id}/",
        "/deputies/duty/activities/",
        "/deputies/duty/entries/waiting/",
        entry.get_absolute_url(),
        "/reports/",
        "/password/",
    ]


def pages_of_office(who, matter):
    own = [f"{matter.get_absolute_url()}escalate/", "/deputies/duty/activities/plan/"]
    return pages_of_liaison(who, matter) + own


def pages_of_deputy(who, matter):
    entry = logged(who.seat, starts_on=clock.today())
    report = report_workflow.draft(who.seat, clock.today().year, who.deputy)
    return [
        "/",
        "/reception/visits/new/",
        "/reception/opinions/",
        matter.get_absolute_url(),
        f"{matter.get_absolute_url()}answer/",
        "/deputies/",
        "/deputies/duty/",
        "/deputies/duty/activities/log/",
        "/deputies/duty/entries/",
        entry.get_absolute_url(),
        "/reports/mine/",
        report.get_absolute_url(),
        f"/deputies/evidence/reception.opinions_taken/{clock.today().year}/seat/{who.seat.pk}/",
    ]


def pages_of_unit(who, matter):
    referral = referral_of(matter)
    return ["/", "/reception/referrals/", referral.get_absolute_url()]


def pages_of_government(who, matter):
    matter = opinion_at(OpinionStatus.ESCALATED, who)
    return ["/", "/reception/opinions/", matter.get_absolute_url(), f"{matter.get_absolute_url()}refer/"]


def pages_of_leader(who, matter):
    return ["/", "/reception/opinions/", matter.get_absolute_url(), "/deputies/", "/reports/"]


PAGES = {
    "office": pages_of_office,
    "liaison": pages_of_liaison,
    "deputy": pages_of_deputy,
    "clerk": pages_of_unit,
    "gov_office": pages_of_government,
    "leader": pages_of_leader,
}
