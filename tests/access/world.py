"""One record of each kind in one town, and everybody who might knock at its door."""

from dataclasses import dataclass
from datetime import datetime

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.models import HeadingMapping, MarkMapping, Message, User
from congress.registers import upload
from deputies.enums import (
    GroupKind,
)
from deputies.photos import shrink
from reception.models import Guidance, WordHint
from reports.workflow import return_report
from tests.access.matters import appointments_of, days_of, opinions_of
from tests.access.registers import briefings_of, cases_of, inspections_of, subsidies_of
from tests.access.service import activities_of, leaves_of, seats_of, sessions_of
from tests.factories.activities import photo_file
from tests.factories.congress import (
    AuditorFactory,
    DistrictFactory,
    DistrictOfficeFactory,
    HolidayFactory,
    LeaderFactory,
    LocalOfficeFactory,
    OfficeRulesFactory,
    ProfileFactory,
    ResultClassFactory,
    SysadminFactory,
    TownFactory,
)
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyGroupFactory,
    SeatFactory,
    StationFactory,
)
from tests.factories.honours import HonourFactory
from tests.factories.proposals import proposals_of_everybody
from tests.factories.reception import OpinionCategoryFactory, people
from tests.factories.reception.undertakings import undertakings_of_everybody
from tests.factories.reception.visits import data_traces
from tests.factories.reports import drafted, submitted
from tests.factories.road import road_of_everybody
from tests.factories.seats import HigherSeatFactory
from tests.factories.structure import (
    GroupMembershipFactory,
    LoanFactory,
    PostedRuleFactory,
    StationAssetFactory,
)


NOW = datetime(2026, 3, 19, 12, tzinfo=timezone.get_default_timezone())
UNITS_CSV = "序号,单位全称,简称,类别,联系人,联系电话\n1,区水利局,水利局,政府部门,赵六,0500-1234567\n"


@dataclass
class World:
    """``users``: each person by the name that the tables call him; ``records``: each record likewise."""

    users: dict
    records: dict


def build():
    """Build the world at :data:`NOW`, which the caller sets."""
    district = DistrictFactory(name="云渚区")
    town, other_town = (TownFactory(parent=district, name=name) for name in ("石坎镇", "双溪镇"))
    who = people(town)
    users = {
        "nobody": AnonymousUser(),
        "district": who.district_office,
        "office": who.office,
        "other_office": LocalOfficeFactory(jurisdiction=other_town),
        "liaison": who.liaison,
        "deputy": who.deputy,
        "colleague": SeatFactory(jurisdiction=town, with_user=True, deputy__name="马强").deputy.user,
        "clerk": who.clerk,
        "other_clerk": who.co_clerk,
        "gov_office": who.gov_office,
        "leader": LeaderFactory(jurisdiction=district),
        "sysadmin": SysadminFactory(),
        "auditor": AuditorFactory(),
        "foreign": DistrictOfficeFactory(jurisdiction=DistrictFactory(name="远山区")),
    }
    records = {
        **_places(town, who, users),
        **days_of(who),
        **opinions_of(who),
        **undertakings_of_everybody(who),
        **appointments_of(who),
        **proposals_of_everybody(who, users["colleague"].deputy.seats.get()),
        **road_of_everybody(who),
        **activities_of(who),
        **leaves_of(who),
        **cases_of(who),
        **subsidies_of(who),
        "higher_seat": HigherSeatFactory(deputy=who.seat.deputy),
        "honour": HonourFactory(deputy=who.seat.deputy),
        **inspections_of(who),
        **briefings_of(who),
        **_reports(who),
        **seats_of(who),
        **sessions_of(who),
        **_traces(users),
    }
    records |= data_traces(records["visitor"], who)
    for name in (
        "account",
        "rules",
        "rule",
        "unit",
        "person",
        "seat",
        "away_seat",
        "line",
        "constituency",
        "membership",
        "station",
        "loan",
        "post",
        "job",
        "honour",
        "delegation",
        "group",
        "posted_rule",
        "speech",
        "profile",
    ):
        records[f"{name}_version"] = records[name].history.last()
    return World(users, records)


def _places(town, who, users):
    district = town.district
    group = DeputyGroupFactory(term=who.seat.term, kind=GroupKind.CORE)
    station = StationFactory(jurisdiction=town)
    first = HeadingMapping.objects.create(jurisdiction=town, kind="attendance", heading="首场", key="*")
    return {
        "district_itself": district,
        "town": town,
        "rules": OfficeRulesFactory(jurisdiction=town),
        "term": who.seat.term,
        "holiday": HolidayFactory(),
        "unit": who.unit,
        "result_class": ResultClassFactory(jurisdiction=district),
        "heading": HeadingMapping.objects.create(
            jurisdiction=district, kind="units", heading="打给", key="phone"
        ),
        "town_heading": first,
        "heading_meeting": first.meetings.create(on="2025-01-12", name="开幕会"),
        "mark": MarkMapping.objects.create(
            jurisdiction=district, kind="attendance", writing="○", meaning="present"
        ),
        "account": User.objects.get(pk=users["clerk"].pk),
        "person": _with_portrait(who.seat.deputy),
        "seat": who.seat,
        "constituency": ConstituencyFactory(jurisdiction=town),
        "delegation": DelegationFactory(term=who.seat.term),
        "group": group,
        "membership": GroupMembershipFactory(group=group, seat=who.seat),
        "station": station,
        "asset": StationAssetFactory(station=station),
        "posted_rule": PostedRuleFactory(station=station, publisher=who.liaison),
        "loan": LoanFactory(station=station, registered_by=who.liaison),
        "profile": ProfileFactory(jurisdiction=town),
        "category": OpinionCategoryFactory(),
        "word_hint": WordHint.objects.first(),
        "guidance": Guidance.objects.first(),
    }


def _with_portrait(deputy):
    deputy.photo = shrink(photo_file())
    deputy.save()
    return deputy


def _reports(who):
    returned = submitted(who.seat, year=2023)
    return_report(returned, by=who.office, note="请补充调研情况。")
    return {
        "report_draft": drafted(who.seat, year=2024),
        "report_returned": returned,
        "report_submitted": submitted(who.seat),
    }


def _traces(users):
    """What people leave behind: log-ins, changes, an upload that waits."""
    trace = {
        "username": "xiaowang",
        "ip_address": "192.0.2.7",
        "user_agent": "浏览器",
        "path_info": "/login/",
    }
    return {
        "attempt": AccessAttempt.objects.create(**trace, failures_since_start=2, get_data="", post_data=""),
        "failure": AccessFailureLog.objects.create(**trace),
        "log_in": AccessLog.objects.create(**trace),
        "message": Message.objects.create(recipient=users["deputy"], sentence="已核实。", url="/"),
        "change": LogEntry.objects.create(user=users["office"], object_repr="第一代表团", action_flag=1),
        "takeover": upload.begin(
            users["office"], [SimpleUploadedFile("units.csv", UNITS_CSV.encode(), content_type="text/csv")]
        ),
    }
