"""One record of each kind in one town, and everybody who might knock at its door."""

from dataclasses import dataclass
from datetime import date, datetime

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress import clock
from congress.models import HeadingMapping, MarkMapping, Message, User
from congress.registers import upload
from deputies.enums import (
    GroupKind,
    LeaveStatus,
    Mark,
    ParticipationStatus,
    SeatStatus,
    VacancyStatus,
)
from deputies.photos import shrink
from reception import day_workflow, notice_workflow, plan_workflow, referral_workflow, workflow
from reception.enums import AppointmentStatus, DayStatus, OpinionStatus
from reception.models import Guidance, WordHint
from reports.workflow import return_report
from tests.access.registers import briefings_of, cases_of, inspections_of, subsidies_of
from tests.factories.activities import entry_at, logged, photo_file
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
from tests.factories.leaves import leave_at
from tests.factories.proposals import proposals_of_everybody
from tests.factories.reception import OpinionCategoryFactory, day_at, opinion_at, people, referral_of
from tests.factories.reception.appointments import appointment_at
from tests.factories.reception.plans import ReceptionRuleFactory, adopted_plan
from tests.factories.reception.turns import turns_of
from tests.factories.reception.visits import data_traces
from tests.factories.reports import drafted, submitted
from tests.factories.road import road_of_everybody
from tests.factories.seats import EmploymentFactory, HigherSeatFactory, SeatPostFactory, seat_at, vacancy_at
from tests.factories.sessions import (
    AgendaItemFactory,
    SessionFactory,
    SpeechFactory,
    line_of,
    marked,
    meeting_of,
)
from tests.factories.structure import (
    GroupMembershipFactory,
    LoanFactory,
    PostedRuleFactory,
    StationAssetFactory,
)


NOW = datetime(2026, 3, 19, 12, tzinfo=timezone.get_default_timezone())
S, P = OpinionStatus, ParticipationStatus
OPINIONS = (
    S.DRAFT,
    S.REGISTERED,
    S.TRIAGED,
    S.CONVERTED,
    S.REFERRED,
    S.REPLIED,
    S.COPIED,
    S.ANSWERED,
    S.SURVEYED,
    S.CLOSED,
)
DAYS = (
    DayStatus.PLANNED,
    DayStatus.ROTA_SET,
    DayStatus.NOTICE_PUBLISHED,
    DayStatus.OPEN,
    DayStatus.HELD,
    DayStatus.SUMMARISED,
)
LEAVES = (LeaveStatus.DRAFT, LeaveStatus.SUBMITTED, LeaveStatus.APPROVED)
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
        **_days(who),
        **_opinions(who),
        **_appointments(who),
        **proposals_of_everybody(who, users["colleague"].deputy.seats.get()),
        **road_of_everybody(who),
        **_activities(who),
        **_leaves(who),
        **cases_of(who),
        **subsidies_of(who),
        "higher_seat": HigherSeatFactory(deputy=who.seat.deputy),
        "honour": HonourFactory(deputy=who.seat.deputy),
        **inspections_of(who),
        **briefings_of(who),
        **_reports(who),
        **_seats(who),
        **_sessions(who),
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


def _appointments(who):
    asked = appointment_at(AppointmentStatus.ASKED, who)
    return {
        "appointment_asked": asked,
        "appointment_agreed": appointment_at(AppointmentStatus.AGREED, who),
        "asker": asked.visitor,
    }


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


def _sessions(who):
    """A session with a meeting, a marked line of its roll, a speech and an item of its agenda."""
    meeting = meeting_of(who.seat.term)
    return {
        "session": meeting.session,
        "meeting": meeting,
        "line": marked(line_of(who.seat, meeting), Mark.PRESENT),
        "speech": SpeechFactory(seat=who.seat, meeting=meeting, recorder=who.office),
        "agenda_item": AgendaItemFactory(session=meeting.session),
    }


def _days(who):
    """A reception day at each status: ``day_planned`` …"""
    days = {f"day_{status.value}": day_at(status, who, place=f"{status.label}的站点") for status in DAYS}
    other = SeatFactory(jurisdiction=who.town, deputy__name="王芳")
    day_workflow.substitute(days["day_notice_published"], by=who.office, seat=other, replaced=who.seat)
    return days | {
        **turns_of(who, days["day_rota_set"], other),
        "notice": notice_workflow.draft(days["day_rota_set"], by=who.liaison),
        "rule": ReceptionRuleFactory(jurisdiction=who.town, recurrence="FREQ=MONTHLY;BYMONTHDAY=31"),
        "plan_draft": plan_workflow.draft(by=who.liaison, jurisdiction=who.town, year=clock.today().year),
        "plan_adopted": adopted_plan(who, clock.today().year + 1),
    }


def _opinions(who):
    """A matter at each status: ``opinion_draft`` …; its visitor, referral and reply."""
    found = {f"opinion_{status.value}": opinion_at(status, who) for status in OPINIONS}
    escalated = opinion_at(S.ESCALATED, who)
    given = opinion_at(S.ESCALATED, who)
    workflow.refer(given, by=who.gov_office, lead=who.unit)
    answered = referral_of(opinion_at(S.ACCEPTED, who))
    referral_workflow.reply(
        answered,
        by=who.clerk,
        text="已修好。",
        signatory="李局长",
        attachment=SimpleUploadedFile("答复.pdf", b"%PDF-1.7"),
    )
    asked_back, asked_longer, accepted = (
        referral_of(opinion_at(status, who)) for status in (S.REFERRED, S.ACCEPTED, S.ACCEPTED)
    )
    referral_workflow.return_referral(asked_back, by=who.clerk, reason="不属本单位职责")
    until = asked_longer.due_on.replace(month=asked_longer.due_on.month + 1, day=1)
    referral_workflow.request_extension(asked_longer, by=who.clerk, until=until, reason="等配件")
    return found | {
        "opinion_escalated": escalated,
        "visit": found["opinion_copied"].visit,
        "visitor": found["opinion_copied"].visit.visitor,
        "early_visitor": found["opinion_triaged"].visit.visitor,
        "escalated_visitor": escalated.visit.visitor,
        "referral_issued": referral_of(found["opinion_referred"]),
        "referral_accepted": accepted,
        "referral_returning": asked_back,
        "referral_extending": asked_longer,
        "referral_escalated": referral_of(given),
        "reply": answered.replies.get(),
        "bare_reply": referral_of(found["opinion_replied"]).replies.get(),
    }


def _activities(who):
    """An entry at each status: ``entry_invited`` …; its activity and a photograph."""
    statuses = (P.INVITED, P.LOGGED, P.VERIFIED, P.ABSENT)
    entries = {f"entry_{status.value}": entry_at(status, who.seat, who.office) for status in statuses}
    own = logged(who.seat, photos=[shrink(photo_file())])
    activity = entries["entry_invited"].activity
    return entries | {
        "entry_own": own,
        "photo": own.photos.get(),
        "activity": activity,
        "kind": activity.kind,
    }


def _leaves(who):
    """A request for leave at each status: ``leave_draft`` …; one with evidence; a coming session."""
    found = {f"leave_{status.value}": leave_at(status, who.seat, who.office) for status in LEAVES}
    paper = SimpleUploadedFile("病历.pdf", b"%PDF-1.7")
    return found | {
        "leave_with_evidence": leave_at(LeaveStatus.SUBMITTED, who.seat, who.office, evidence=paper),
        "coming_session": SessionFactory(term=who.seat.term, number=90, starts_on=date(2026, 3, 30)),
    }


def _seats(who):
    """A seat and a vacancy at each status: ``seat_elected`` …; a post, a suspension, a job.

    ``away_seat`` is of the district's congress, elected in the town and suspended.
    """
    town = who.town
    seats = {f"seat_{status.value}": seat_at(status, town) for status in SeatStatus}
    vacancies = {f"vacancy_{status.value}": vacancy_at(status, town) for status in VacancyStatus}
    here = ConstituencyFactory(jurisdiction=town.district, town=town)
    away = seat_at(SeatStatus.SUSPENDED, town.district, constituency=here, deputy__name="范进")
    return (
        seats
        | vacancies
        | {"away_seat": away, "away_suspension": away.suspensions.get()}
        | {
            "post": SeatPostFactory(seat=who.seat),
            "suspension": seats["seat_suspended"].suspensions.get(),
            "job": EmploymentFactory(deputy=who.seat.deputy),
        }
    )


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
