from itertools import product

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock, figures
from congress.workflow import StepNotAvailable
from reports import workflow
from reports.enums import ReportStatus
from reports.models import DutyReport
from reports.sections import SECTIONS
from tests.factories.congress import DistrictFactory, TownFactory, UserFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reports import (
    NEW_YEARS_EVE,
    accepted,
    drafted,
    office_of,
    own_words,
    seat_in,
    submitted,
    submitted_by_office,
)


pytestmark = pytest.mark.django_db


@pytest.fixture
def seat():
    return seat_in(DistrictFactory())


@pytest.fixture
def deputy(seat):
    return seat.deputy.user


@pytest.fixture
def office(seat):
    return office_of(seat.term.jurisdiction)


def returned(seat):
    report = submitted(seat)
    workflow.return_report(report, by=office_of(seat.term.jurisdiction), note="请补充调研情况。")
    return report


REPORT_AT = {
    ReportStatus.DRAFT: lambda seat: drafted(seat, words=own_words()),
    ReportStatus.SUBMITTED: submitted,
    ReportStatus.RETURNED: returned,
    ReportStatus.ACCEPTED: accepted,
}


def test_every_status_is_reached(seat):
    assert set(REPORT_AT) == set(ReportStatus)
    for year, (status, make) in enumerate(REPORT_AT.items(), start=2022):
        report = make(seat_in(seat.term.jurisdiction, number=year))
        assert report.status == status


@pytest.mark.parametrize(
    ("step", "status"), list(product(workflow.duty_reports.steps, ReportStatus)), ids="{0}".format
)
def test_step_is_taken_from_its_sources_only(step, status, seat, deputy, office):
    report = REPORT_AT[status](seat)
    by = deputy if step in {"submit", "recall"} else office
    verb = getattr(workflow, step)
    declared = workflow.duty_reports.steps[step]
    if status in declared.sources:
        verb(report, by=by, note="请看")
        assert report.status == declared.target
    else:
        with pytest.raises(StepNotAvailable):
            verb(report, by=by, note="请看")
        assert DutyReport.objects.get().status == status


def test_draft_has_every_section_empty(seat, deputy):
    report = workflow.draft(seat, 2025, deputy)
    assert [(section.key, section.words) for section in report.sections.all()] == [
        (section.key, "") for section in SECTIONS
    ]
    assert [event.label for event in report.events.all()] == ["起草"]


def test_draft_twice_is_refused(seat, deputy):
    drafted(seat)
    with pytest.raises(ValidationError, match="这名代表本年度已有述职报告"):
        workflow.draft(seat, 2025, deputy)


@pytest.mark.parametrize(("year", "sentence"), [(2021, "不在任"), (2099, "还没有到")])
def test_draft_of_a_year_without_the_seat_is_refused(seat, deputy, year, sentence):
    with pytest.raises(ValidationError, match=sentence):
        workflow.draft(seat, year, deputy)


def test_draft_by_another_deputy_is_refused(seat):
    stranger = seat_in(seat.term.jurisdiction, number=2, name="丁一").deputy.user
    with pytest.raises(PermissionDenied):
        workflow.draft(seat, 2025, stranger)


def test_draft_by_the_office_is_refused_where_the_deputy_has_an_account(seat, office):
    with pytest.raises(PermissionDenied):
        workflow.draft(seat, 2025, office)


def test_draft_by_the_office_for_a_deputy_without_an_account(office):
    seat = SeatFactory(jurisdiction=office.jurisdiction)
    assert workflow.draft(seat, 2025, office).status == ReportStatus.DRAFT


def test_write_saves_words_and_settings(seat, deputy):
    report = drafted(seat)
    workflow.write(report, by=deputy, words={"plans": "一要多走访。"}, salutation="各位选民代表：")
    report.refresh_from_db()
    assert report.salutation == "各位选民代表："
    assert dict(report.sections.exclude(words="").values_list("key", "words")) == {"plans": "一要多走访。"}


def test_write_after_submission_is_refused(seat, deputy):
    report = submitted(seat)
    with pytest.raises(StepNotAvailable):
        workflow.write(report, by=deputy, words={"plans": "改"})


def test_write_by_the_office_is_refused(seat, office):
    report = returned(seat)
    with pytest.raises(PermissionDenied):
        workflow.write(report, by=office, words={"plans": "改"})


def test_submit_without_shortcomings_and_plans_is_refused(seat, deputy):
    report = drafted(seat)
    with pytest.raises(ValidationError, match="“存在的不足”、“今后的打算”还没有写"):
        workflow.submit(report, by=deputy)
    assert DutyReport.objects.get().status == ReportStatus.DRAFT


def test_submit_freezes_every_figure_with_its_rule(seat, deputy):
    report = submitted(seat)
    live = figures.for_seats([seat.pk], figures.Period.of_year(2025))[seat.pk]
    frozen = {figure.key: (figure.value, figure.rule) for figure in report.frozen_figures.all()}
    assert frozen == {key: (value, figures.get(key).rule) for key, value in live.items()}


@pytest.mark.parametrize("verb", ["save", "delete"])
def test_frozen_figure_is_append_only(verb, seat, deputy):
    figure = submitted(seat).frozen_figures.first()
    with pytest.raises(TypeError, match="append-only"):
        getattr(figure, verb)()


def test_submit_again_freezes_anew(seat, deputy):
    report = returned(seat)
    before = report.frozen_figures.count()
    workflow.submit(report, by=deputy)
    assert report.frozen_figures.count() == before


def test_submit_records_the_day(seat):
    report = drafted(seat, words=own_words())
    with clock.at(NEW_YEARS_EVE):
        workflow.submit(report, by=seat.deputy.user)
        assert report.submitted_on == clock.today()


def test_return_without_a_reason_is_refused(seat, office):
    report = submitted(seat)
    with pytest.raises(ValidationError, match="请写明退回的理由"):
        workflow.return_report(report, by=office, note=" ")


def test_accept_of_a_town_report_by_its_own_office_and_by_the_district():
    town = TownFactory()
    for jurisdiction, name in ((town, "丁一"), (town.parent, "马强")):
        report = submitted(seat_in(town, number=len(name) + jurisdiction.pk, name=name))
        workflow.accept(report, by=UserFactory(jurisdiction=jurisdiction))
        assert report.status == ReportStatus.ACCEPTED


def test_accept_by_the_deputy_is_refused(seat, deputy):
    report = submitted(seat)
    with pytest.raises(PermissionDenied):
        workflow.accept(report, by=deputy)


def test_accept_by_an_office_elsewhere_is_refused(seat):
    report = submitted(seat)
    with pytest.raises(PermissionDenied):
        workflow.accept(report, by=office_of(DistrictFactory()))


def test_accept_by_who_handed_it_in_is_refused(office):
    """A deputy without an account has the office to write for him; a colleague reads it then."""
    report, colleague = submitted_by_office(office), office_of(office.jurisdiction)
    with pytest.raises(PermissionDenied):
        workflow.accept(report, by=office)
    workflow.accept(report, by=colleague)
    assert (report.status, report.submitted_by) == (ReportStatus.ACCEPTED, office)


def test_accept_by_the_only_account_names_who_else_has_read(office):
    report = submitted_by_office(office)
    UserFactory(jurisdiction=office.jurisdiction, is_active=False)
    with pytest.raises(ValidationError) as refusal:
        workflow.accept(report, by=office, note=" ")
    assert refusal.value.message_dict == {"note": ["请写明由哪位同志核对过，为什么由提交人通过。"]}
    event = workflow.accept(report, by=office, note="王副主任核对过，他没有账号。")
    assert (report.status, event.note) == (
        ReportStatus.ACCEPTED,
        "提交人本人通过，没有其他可以审核的账号：王副主任核对过，他没有账号。",
    )


def test_town_office_alone_has_the_district_to_review(office):
    town_office = office_of(TownFactory(parent=office.jurisdiction))
    report = submitted_by_office(town_office)
    with pytest.raises(PermissionDenied):
        workflow.accept(report, by=town_office, note="主席核对过。")
    workflow.accept(report, by=office)
    assert report.status == ReportStatus.ACCEPTED


def test_return_by_who_handed_it_in_is_refused(office):
    with pytest.raises(PermissionDenied):
        workflow.return_report(submitted_by_office(office), by=office, note="再改改。")
