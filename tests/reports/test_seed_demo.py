from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count

from congress import clock
from congress.desk import waiting_for
from congress.enums import Role
from congress.handling import PromiseStatus as P
from congress.models import Jurisdiction, Message, Session, Term, User
from deputies.enums import InspectionStatus, LeaveStatus, Mark, ParticipationStatus, SeatStatus, VacancyStatus
from deputies.models import (
    Attendance,
    Briefing,
    CardInspection,
    Deputy,
    Honour,
    Leave,
    Participation,
    Seat,
    Vacancy,
)
from deputies.terms import rosters_of
from proposals.enums import KeyStatus, ProposalKind
from proposals.enums import ProposalStatus as S
from proposals.models import Assignment, Commitment, KeySupervision, Proposal
from reception.enums import OpinionStatus, Outcome, VisitorKind
from reception.models import Opinion, OpinionEvent, ReceptionDay, Visitor
from reports.demo.walk import moment
from reports.enums import ReportStatus
from reports.management.commands.seed_demo import read_messages
from reports.models import DutyReport


pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def output(django_db_setup, django_db_blocker):
    """Build the district once for the whole module."""
    printed = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed_demo", today=TODAY, stdout=printed)
        yield printed.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _seeded(output, db):
    """Every test looks at the district."""


def of_year(queryset):
    return queryset.filter(received_on__year=2025)


def test_seed_counts_of_the_year():
    opinions = of_year(Opinion.objects)
    outcomes = dict(opinions.values_list("outcome").annotate(Count("pk")))
    assert opinions.count() == 80
    assert (outcomes[Outcome.CONVERTED], outcomes[Outcome.NOT_ACCEPTED]) == (6, 3)
    assert opinions.filter(visit__visitor__kind=VisitorKind.ANONYMOUS).count() == 5
    assert opinions.filter(merged_into__isnull=False).count() == 2
    assert opinions.filter(status=OpinionStatus.WITHDRAWN).count() == 1


def test_seed_leaves_the_messages_of_two_weeks_unread():
    deputy = User.objects.filter(role=Role.DEPUTY).first()
    for days in (15, 13):
        sent_at = moment(TODAY - timedelta(days=days))
        Message.objects.create(recipient=deputy, sentence=f"{days}天前。", url="/", sent_at=sent_at)
    read_messages(TODAY)
    assert list(Message.objects.unread().values_list("sentence", flat=True)) == ["13天前。"]


def test_seed_leaves_nothing_of_the_year_open():
    assert list(of_year(Opinion.objects.open())) == []


def test_seed_shows_work_in_progress():
    statuses = set(Opinion.objects.open().values_list("status", flat=True))
    assert {OpinionStatus.TRIAGED, OpinionStatus.REFERRED, OpinionStatus.ANSWERED} <= statuses


def test_seed_holds_nothing_in_the_future():
    assert not OpinionEvent.objects.filter(at__date__gt=TODAY).exists()
    assert not ReceptionDay.objects.held().filter(date__gt=TODAY).exists()


def test_seed_postpones_days_that_fall_on_holidays():
    moved = {day.rule_date: day.date for day in ReceptionDay.objects.filter(date__year=2025) if day.postponed}
    assert (moved[date(2025, 4, 20)], moved[date(2025, 5, 5)], moved[date(2025, 10, 5)]) == (
        date(2025, 4, 21),
        date(2025, 5, 6),
        date(2025, 10, 9),
    )


def test_seed_swaps_a_turn_in_march():
    day = ReceptionDay.objects.get(date=date(2025, 3, 20))
    assert day.slots.filter(substitutes__isnull=False, present=True).count() == 1


def test_seed_has_the_deputies_of_the_rare_names():
    names = set(Deputy.objects.values_list("name", flat=True))
    assert len(names) == 20
    assert Deputy.objects.count() == 21
    assert {"欧阳䶮", "司徒𬍛", "王㛃", "陈𬭚", "周𣲗", "古丽娜尔·艾合买提江"} <= names


def test_seed_ends_the_seat_of_who_resigned():
    seat = Seat.objects.get(deputy__name="缪昀")
    assert (seat.in_office(date(2025, 3, 31)), seat.in_office(date(2025, 4, 1))) == (True, False)
    events = seat.vacancy.events.order_by("at")
    assert [(event.label, event.at.date()) for event in events] == [
        ("出缺", date(2025, 3, 31)),
        ("定补选日期", date(2025, 5, 12)),
        ("登记补选结果", date(2025, 6, 18)),
    ]


def test_seed_leaves_two_entries_to_verify_and_a_returned_one():
    counts = dict(Participation.objects.values_list("status").annotate(Count("pk")))
    assert (counts[ParticipationStatus.LOGGED], counts[ParticipationStatus.RETURNED]) == (2, 1)


def test_seed_has_a_report_in_every_state():
    assert set(DutyReport.objects.values_list("status", flat=True)) == set(ReportStatus)


def test_seed_has_an_account_of_every_role(output):
    assert set(User.objects.values_list("role", flat=True)) == set(Role)
    assert all(role.label in output for role in Role)


@pytest.mark.parametrize("username", ["shikan", "daibiao", "zfb", "lianluo"])
def test_seed_gives_every_desk_work(username):
    items = waiting_for(User.objects.get(username=username))
    assert items != []
    assert len({(item.title, item.about, item.due_on) for item in items}) == len(items)


def test_seed_has_long_words_of_a_voter():
    assert max(len(words) for words in Opinion.objects.values_list("words", flat=True)) == 2000


def test_seed_keeps_visitors_out_of_titles_and_notes():
    names = set(Visitor.objects.filter(kind=VisitorKind.PERSON).values_list("name", flat=True))
    texts = "".join(OpinionEvent.objects.values_list("note", flat=True))
    texts += "".join(Opinion.objects.values_list("title", flat=True))
    assert [name for name in names if name in texts] == []


def test_seed_on_a_filled_database_is_refused():
    before = Jurisdiction.objects.count()
    with pytest.raises(CommandError, match="数据库里已有资料"):
        call_command("seed_demo")
    assert Jurisdiction.objects.count() == before


def test_seed_shows_proposals_and_promises_at_every_stage():
    stages = dict(Proposal.objects.values_list("status").annotate(Count("pk")))
    assert stages == {
        S.DRAFT: 1, S.COSIGNING: 1, S.SUBMITTED: 1, S.RETURNED: 1, S.REJECTED: 1, S.WITHDRAWN: 1,
        S.ACCEPTED: 2, S.MERGED: 1, S.ASSIGNED: 2, S.HANDLING: 3, S.REPLIED: 1, S.REHANDLING: 1,
        S.TRACKING: 6, S.IMPLEMENTED: 4, S.NOT_FEASIBLE: 1, S.CLOSED: 2, S.VOTED: 1, S.REPORTED: 1,
    }  # fmt: skip
    promises = dict(Commitment.objects.values_list("status").annotate(Count("pk")))
    assert promises == {P.OPEN: 5, P.REPORTED: 1, P.KEPT: 4, P.NOT_FEASIBLE: 1}
    key = KeySupervision.objects.select_related("leader", "proposal").get()
    found = (key.status, key.leader.username, key.proposal.inspections.count())
    assert found == (KeyStatus.ONGOING, "lingdao", 2)
    owed = [part.owes_receipt for part in Assignment.objects.filter(events__step="urge")]
    assert sorted(owed) == [False, True]
    assert Proposal.objects.get(kind=ProposalKind.INTERPELLATION).round == 2


# Sessions and seats


def test_seed_gives_each_congress_the_quota_of_its_population():
    rosters = rosters_of(Term.objects.select_related("jurisdiction"))
    quotas = {one.term.jurisdiction.name: (one.term.seat_quota, one.lawful_total) for one in rosters}
    assert quotas == {
        "云渚区": (197, 197),
        "白鹭湾镇": (73, 73),
        "石坎镇": (66, 66),
        "芦荻镇": (57, 57),
    }


def test_seed_asks_no_office_to_check_its_quota():
    offices = User.objects.filter(role__in=[Role.DISTRICT_OFFICE, Role.LOCAL_OFFICE])
    with clock.at(moment(TODAY)):
        assert [item.title for user in offices for item in waiting_for(user) if "名额" in item.title] == []


def test_seed_knows_no_result_of_a_session_to_come():
    coming = Session.objects.filter(starts_on__gt=TODAY)
    assert [item.result for session in coming for item in session.agenda.all()] == ["", "", ""]


def test_seed_says_where_sessions_are_held():
    assert not Session.objects.filter(place="").exists()


def test_seed_holds_a_session_of_each_congress_every_year():
    held = Session.objects.of_congress().filter(starts_on__year=2025)
    congresses = sorted(session.term.jurisdiction.name for session in held)
    assert congresses == ["云渚区", "白鹭湾镇", "石坎镇", "芦荻镇"]


def test_seed_marks_every_roll_of_the_past():
    open_lines = Attendance.objects.due().filter(meeting__on__lt=TODAY, mark=Mark.UNRECORDED)
    assert open_lines.count() == 0


def test_seed_has_one_absence_without_leave_and_two_leaves():
    away = Attendance.objects.due().of_congress().filter(mark=Mark.ABSENT)
    assert set(away.values_list("seat__deputy__name", flat=True)) == {"逄祎"}
    granted = Leave.objects.filter(status=LeaveStatus.RECORDED)
    assert set(granted.values_list("seat__deputy__name", flat=True)) == {"刘燚", "慕容翀"}


def test_seed_fills_the_vacancy_by_a_by_election():
    vacancy = Vacancy.objects.get()
    assert (vacancy.status, vacancy.filled_by.deputy.name) == (VacancyStatus.FILLED, "陆珩")
    assert vacancy.filled_by.status == SeatStatus.CONFIRMED


def test_seed_leaves_a_request_for_leave_to_be_decided():
    office = User.objects.get(username="shikan")
    with clock.at(moment(TODAY)):
        titles = [item.title for item in waiting_for(office)]
    assert [title for title in titles if "请假" in title] != []


def test_seed_tells_honours_inspections_and_a_briefing():
    inspections = CardInspection.objects.order_by("pk")
    assert [inspection.status for inspection in inspections] == [
        InspectionStatus.REPORTED,
        InspectionStatus.RECORDED,
    ]
    assert Honour.objects.count() == 2
    briefing = Briefing.objects.get()
    assert briefing.receipts.filter(read_at__isnull=False).count() == 1
