import pytest
from django.urls import reverse

from congress.enums import Role
from reports import workflow
from reports.enums import ReportStatus
from reports.models import DutyReport
from tests.factories.congress import USER_FACTORIES, LocalOfficeFactory, TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reports import (
    YEAR,
    accepted,
    drafted,
    office_of,
    own_words,
    page,
    seat_in,
    submitted,
    submitted_by_office,
)


pytestmark = pytest.mark.django_db


def test_mine_lists_the_years_of_the_seat(as_, seat, deputy):
    report = drafted(seat)
    response = as_(deputy).get(reverse("reports:duty_report_mine"))
    [shelf] = response.context["shelves"]
    assert shelf["seat"] == seat
    assert dict(shelf["years"])[YEAR] == report


@pytest.mark.parametrize("count", [1, 3])
def test_mine_needs_as_many_queries_for_three_reports_as_for_one(
    as_, seat, deputy, count, django_assert_num_queries
):
    for year in range(YEAR, YEAR - count, -1):
        drafted(seat, year=year)
    browser = as_(deputy)
    with django_assert_num_queries(8):
        assert browser.get(reverse("reports:duty_report_mine")).status_code == 200


def test_mine_is_for_deputies(as_, office):
    assert as_(office).get(reverse("reports:duty_report_mine")).status_code == 403


def test_create_leads_to_the_paper(as_, seat, deputy):
    response = as_(deputy).post(reverse("reports:duty_report_create", args=[seat.pk, YEAR]))
    assert response.url == DutyReport.objects.get().get_absolute_url()


def test_create_again_leads_to_the_same_paper(as_, seat, deputy):
    report = drafted(seat)
    response = as_(deputy).post(reverse("reports:duty_report_create", args=[seat.pk, YEAR]))
    assert response.url == report.get_absolute_url()


def test_create_for_a_year_to_come_says_so(as_, seat, deputy):
    browser = as_(deputy)
    browser.post(reverse("reports:duty_report_create", args=[seat.pk, 2099]))
    [message] = browser.get(reverse("reports:duty_report_mine")).context["messages"]
    assert str(message) == "2099年还没有到，不能写这一年的述职报告。"


def test_create_for_a_colleague_is_forbidden(as_, seat, deputy):
    other = seat_in(seat.term.jurisdiction, number=2, name="丁一")
    response = as_(deputy).post(reverse("reports:duty_report_create", args=[other.pk, YEAR]))
    assert response.status_code == 403


def test_detail_offers_a_field_for_each_section_to_its_writer(as_, seat, deputy):
    response = as_(deputy).get(page("detail", drafted(seat)))
    assert response.context["editable"] is True
    assert response.content.decode().count("<textarea") == 10


def test_detail_is_read_only_for_the_office(as_, seat, office):
    response = as_(office).get(page("detail", submitted(seat)))
    assert response.context["editable"] is False
    assert [step["label"] for step in response.context["steps"]] == ["审核通过", "退回修改"]


def test_detail_shows_why_it_was_returned(as_, seat, deputy, office):
    report = submitted(seat)
    workflow.return_report(report, by=office, note="请补充调研情况。")
    assert "请补充调研情况。" in as_(deputy).get(page("detail", report)).content.decode()


def test_detail_makes_placeholders_stand_out(as_, seat, office):
    report = submitted(seat, words=own_words("学习**余次"))
    assert '<mark title="请核对">**</mark>' in as_(office).get(page("detail", report)).content.decode()


@pytest.mark.parametrize("make", [drafted, submitted, accepted])
def test_detail_of_a_stranger_is_not_found(as_, seat, make):
    report = make(seat)
    colleague = seat_in(seat.term.jurisdiction, number=2, name="丁一").deputy.user
    elsewhere = LocalOfficeFactory()
    for user in (colleague, elsewhere):
        assert as_(user).get(page("detail", report)).status_code == 404


def test_draft_is_not_found_by_the_office(as_, seat, office):
    assert as_(office).get(page("detail", drafted(seat))).status_code == 404


def test_town_office_reads_the_reports_of_its_own_seats(as_, district):
    town = TownFactory(parent=district)
    own = submitted(seat_in(town))
    other = submitted(seat_in(TownFactory(parent=district), name="丁一"))
    browser = as_(LocalOfficeFactory(jurisdiction=town))
    assert browser.get(page("detail", own)).status_code == 200
    assert browser.get(page("detail", other)).status_code == 404


@pytest.mark.parametrize("role", [Role.UNIT_CLERK, Role.GOV_OFFICE, Role.SYSADMIN, Role.AUDITOR])
def test_roles_without_sight_find_nothing(as_, seat, role):
    report = submitted(seat)
    browser = as_(USER_FACTORIES[role]())
    assert browser.get(page("detail", report)).status_code == 404
    assert browser.get(reverse("reports:duty_report_list")).status_code == 403


def test_submitting_takes_the_step(as_, seat, deputy):
    report = drafted(seat, words=own_words())
    as_(deputy).post(page("step", report, "submit"), {"note": ""})
    report.refresh_from_db()
    assert report.status == ReportStatus.SUBMITTED


def test_submitting_with_placeholders_must_be_confirmed(as_, seat, deputy):
    report = drafted(seat, words=own_words("学习**余次"))
    browser = as_(deputy)
    response = browser.post(page("step", report, "submit"), {"note": ""})
    assert response.context["form"].errors["checked"] == [
        "报告里还有像是没有填好的地方。请返回修改，或者核对后勾选。"
    ]
    assert browser.post(page("step", report, "submit"), {"checked": "on"}).status_code == 302


def test_submitting_without_required_sections_says_which(as_, seat, deputy):
    response = as_(deputy).post(page("step", drafted(seat), "submit"))
    assert response.context["form"].non_field_errors() == [
        "“存在的不足”、“今后的打算”还没有写。请写好再提交。"
    ]


def test_step_of_another_is_forbidden(as_, seat, deputy, office):
    report = submitted(seat)
    assert as_(deputy).get(page("step", report, "accept")).status_code == 403
    assert as_(office).get(page("step", report, "recall")).status_code == 403


def test_step_unknown_is_not_found(as_, seat, deputy):
    assert as_(deputy).get(page("step", drafted(seat), "publish")).status_code == 404


def test_returning_needs_a_reason(as_, seat, office):
    response = as_(office).post(page("step", submitted(seat), "return_report"), {"note": ""})
    assert list(response.context["form"].errors) == ["note"]


def test_pdf_is_shown_under_its_name(as_, seat, deputy):
    response = as_(deputy).get(page("pdf", drafted(seat)))
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_seat_pdf_shows_the_office_the_records_alone(as_, seat, office, deputy):
    drafted(seat, words={"plans": "还不想给别人看。"})
    address = reverse("reports:seat_pdf", args=[seat.pk, YEAR])
    assert as_(office).get(address)["Content-Type"] == "application/pdf"
    assert as_(office).get(reverse("reports:seat_pdf", args=[seat.pk, 2099])).status_code == 404
    assert as_(deputy).get(address).status_code == 403


def test_office_writes_for_a_deputy_without_an_account(as_, office):
    seat = SeatFactory(jurisdiction=office.jurisdiction)
    browser = as_(office)
    response = browser.post(reverse("reports:duty_report_create", args=[seat.pk, YEAR]))
    assert browser.get(response.url).context["editable"] is True


def test_only_account_of_an_office_is_told_what_to_do(as_, office):
    report = submitted_by_office(office)
    browser = as_(office)
    step = reverse("reports:duty_report_step", args=[report.pk, "accept"])
    page = browser.get(step)
    form = browser.post(step, {"note": ""}).context["form"]
    assert (page.context["alone"], form.errors) == (
        True,
        {"note": ["请写明由哪位同志核对过，为什么由提交人通过。"]},
    )
    office_of(office.jurisdiction)
    assert browser.get(step).status_code == 403
    assert "请由本机关的另一个账号或者上级机关审核" in browser.get(report.get_absolute_url()).content.decode()
