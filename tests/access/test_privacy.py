"""Voters' personal data: masked, revealed for a logged reason, in no export (domain.md D9, D10, B100)."""

import inspect
from io import BytesIO

import pytest
from django.contrib import admin
from django.forms import ALL_FIELDS
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Role
from deputies.forms import liberty
from deputies.forms.deputy import DeputyForm
from deputies.forms.leave import LeaveForm, RegisterForm
from deputies.models import Activity, Deputy, Participation, Seat
from reception import referral_workflow
from reception.enums import OpinionStatus
from reception.forms.visitor import VisitorForm
from reception.models import Opinion, ReceptionDay
from reports.models import DutyReport
from tests.factories.activities import logged, photo_file
from tests.factories.congress import DistrictFactory, LiaisonFactory, SysadminFactory, TownFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.reception import day_at, opinion_at, people, referral_of
from tests.factories.reports import submitted


pytestmark = pytest.mark.django_db
NAME, PHONE, MASKED = "张三", "13800001234", "138****1234"
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def who():
    return people()


@pytest.fixture
def referral(who):
    return referral_of(opinion_at(OpinionStatus.ACCEPTED, who))


def page_of(client, user, record):
    client.force_login(user, "congress.backends.UnreadCountBackend")
    return client.get(record.get_absolute_url()).content.decode()


@pytest.mark.parametrize("person", ["office", "liaison", "district_office", "deputy"])
def test_matter_shows_its_visitor_masked(person, who, referral, client):
    page = page_of(client, getattr(who, person), referral.opinion)
    assert (MASKED in page, NAME in page, PHONE in page) == (True, False, False)


@pytest.mark.parametrize(
    ("key", "secrets"),
    [
        ("opinions_taken", ["路灯不亮0", "交通出行", "已签收"]),
        ("visits_received", ["张某", "1人<"]),
        ("days_served", ["石坎镇代表联络站"]),
    ],
)
def test_evidence_tells_only_number_and_day_of_what_is_out_of_sight(key, secrets, who, referral, client):
    """The town that looks after the seat sees the deputy's figures, not another town's matters."""
    day_at("held", who)
    neighbour = LiaisonFactory(jurisdiction=TownFactory(parent=who.town.district))
    Seat.objects.filter(pk=who.seat.pk).update(
        constituency=ConstituencyFactory(jurisdiction=who.town, town=neighbour.jurisdiction)
    )
    where = {"key": f"reception.{key}", "year": clock.today().year, "seat": who.seat.pk}
    told = {}
    for reader in (who.liaison, neighbour):
        client.force_login(reader, "congress.backends.UnreadCountBackend")
        page = client.get(reverse("deputies:evidence", kwargs=where)).content.decode()
        assert chinese_date(clock.today()) in page.split("条记录")[1]
        told[reader] = [secret in page for secret in secrets] + ["不在您的查看范围内" in page]
    assert told == {
        who.liaison: [True for _ in secrets] + [False],
        neighbour: [False for _ in secrets] + [True],
    }


def test_unit_sees_its_visitor_masked(who, referral, client):
    page = page_of(client, who.clerk, referral)
    assert (MASKED in page, NAME in page, PHONE in page) == (True, False, False)


def reveal(client, user, referral, reason):
    client.force_login(user, "congress.backends.UnreadCountBackend")
    visitor = referral.opinion.visit.visitor
    response = client.post(reverse("reception:visitor_reveal", args=[visitor.pk]), {"reason": reason})
    return response, list(visitor.disclosures.values_list("by", "reason"))


def test_unit_reveals_for_a_reason_that_is_logged(who, referral, client):
    response, disclosures = reveal(client, who.clerk, referral, "联系来访人核实位置")
    assert PHONE in response.content.decode()
    assert disclosures == [(who.clerk.pk, "联系来访人核实位置")]


def test_unit_reveals_nothing_without_a_reason(who, referral, client):
    response, disclosures = reveal(client, who.clerk, referral, " ")
    assert (PHONE in response.content.decode(), disclosures) == (False, [])


def test_unit_that_gave_the_matter_back_reveals_nothing(who, client):
    referral = referral_of(opinion_at(OpinionStatus.REFERRED, who))
    referral_workflow.return_referral(referral, by=who.clerk, reason="不属本单位职责")
    referral_workflow.confirm_return(referral, by=who.office)
    response, disclosures = reveal(client, who.clerk, referral, "再看一眼")
    assert (response.status_code, disclosures) == (403, [])


def exported(client, user, url_name):
    """The cells of an export, row by row."""
    client.force_login(user, "congress.backends.UnreadCountBackend")
    sheet = load_workbook(BytesIO(client.get(reverse(url_name)).content)).active
    return [list(row) for row in sheet.iter_rows()]


def test_roster_export_holds_what_the_office_sees(who, client):
    SeatFactory(jurisdiction=DistrictFactory(), deputy__name="外区代表")
    heading, *rows = exported(client, who.office, "admin:deputies_seat_export")
    assert [row[0].value for row in rows] == [who.seat.deputy.name]


def test_roster_export_runs_no_formula(who, client):
    Seat.objects.filter(pk=who.seat.pk).update(remark=FORMULA)
    heading, row = exported(client, who.office, "admin:deputies_seat_export")
    [remark] = [cell for name, cell in zip(heading, row, strict=True) if name.value == "备注"]
    assert (remark.data_type, remark.value) == ("s", FORMULA.removeprefix("="))


def test_unit_export_holds_the_district_and_runs_no_formula(who, client):
    who.unit.contact = FORMULA
    who.unit.save()
    people()
    heading, *rows = exported(client, who.district_office, "admin:congress_unit_export")
    assert {row[0].value for row in rows} == {who.unit.name, who.co_unit.name}
    assert "f" not in {cell.data_type for row in rows for cell in row}


def test_only_tables_without_voters_are_exported():
    exporting = {
        model.__name__ for model, table in admin.site._registry.items() if hasattr(table, "export_action")
    }
    assert exporting == {"Constituency", "Delegation", "DeputyGroup", "Seat", "Station", "Unit"}


def test_visitors_are_in_no_table_of_the_admin():
    assert {"visitor", "visit"} & {model._meta.model_name for model in admin.site._registry} == set()


@pytest.mark.parametrize("role", Role.keepers)
def test_keepers_of_the_system_see_no_business_data_even_as_superusers(role, who, rf):
    opinion_at(OpinionStatus.TRIAGED, who)
    day_at("planned", who)
    logged(who.seat)
    submitted(who.seat)
    keeper = SysadminFactory(role=role, jurisdiction=who.town.district, is_superuser=True)
    request = rf.get("/")
    request.user = keeper
    business = [Deputy, Seat, Activity, Participation, Opinion, ReceptionDay, DutyReport]
    seen = {model: admin.site.get_model_admin(model).get_queryset(request).count() for model in business}
    assert seen == dict.fromkeys(business, 0)
    assert all(model.objects.exists() for model in business)


def test_uploads_have_no_address_of_their_own(who, client):
    photo = logged(who.seat, photos=[photo_file()]).photos.get()
    client.force_login(who.district_office, "congress.backends.UnreadCountBackend")
    assert client.get(photo.image.url).status_code == 404


def private_fields(form):
    return {name for name, field in form.fields.items() if "data-private" in field.widget.attrs}


def test_browser_keeps_no_personal_data_of_what_was_typed(who):
    leave, paper = LeaveForm(), RegisterForm(user=who.office, scope={})
    assert private_fields(VisitorForm(user=who.office)) == {"name", "phone", "address"}
    assert private_fields(DeputyForm()) == {"born", "phone"}
    assert private_fields(leave) == private_fields(paper) == {"reason_kind", "reason", "evidence"}


def test_browser_keeps_nothing_of_a_case_of_liberty(who):
    forms = [
        form
        for _, form in inspect.getmembers(liberty, inspect.isclass)
        if form.__module__ == liberty.__name__
    ]
    kept = [form.__name__ for form in forms if hasattr(form, "private") and form.private != ALL_FIELDS]
    assert kept == []
    form = liberty.ReceiveForm(user=who.office)
    assert private_fields(form) == set(form.fields)
