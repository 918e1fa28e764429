"""Subsidies to deputies without a fixed wage: the sums, the payments, whose they are (B56)."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from congress.models import OfficeRules
from congress.models.office_rules import rules_for
from deputies import subsidies
from deputies.models import Deputy, SubsidyPayment
from tests.factories.congress import LocalOfficeFactory, StreetFactory
from tests.factories.deputies import SeatFactory
from tests.factories.subsidies import DECISION, at_duty, at_meeting, paid, rate_of, unwaged


pytestmark = pytest.mark.usefixtures("in_march")
LEDGER = "deputies:subsidy_ledger"


def sums(ledger):
    return [ledger.days, ledger.paid_days, ledger.paid, ledger.open_days, ledger.open_amount]


def test_ledger_adds_up_meetings_and_activities_without_a_wage(seat, office, town):
    rate_of(town, 85)
    SeatFactory(jurisdiction=town, deputy__name="马强")  # has a wage
    unwaged(seat, since=date(2025, 1, 20))
    at_meeting(seat)  # on 8 January: with a wage still
    at_meeting(seat, on=date(2025, 2, 8))
    at_duty(seat, office, days=Decimal("1.5"))
    ledger = subsidies.ledger_of(town, 2025)
    [line] = ledger.lines
    assert (line.seat, sums(ledger)) == (seat, [2, 0, 0, 2, 170])
    assert [duty.days for duty in line.duties] == [Decimal("0.5"), Decimal("1.5")]
    assert subsidies.ledger_of(town, 2024).lines == []


def test_payment_keeps_its_rate_and_is_struck_by_its_opposite(seat, office, town):
    rate_of(town, 100)
    at_duty(unwaged(seat), office)
    payment = paid(seat, office)
    assert (payment.days, payment.rate, payment.amount, payment.decision) == (1, 100, 100, DECISION)
    rate_of(town, 120)
    at_duty(seat, office, on=date(2025, 3, 14))
    assert sums(subsidies.ledger_of(town, 2025)) == [2, 1, 100, 1, 120]
    subsidies.reverse(payment, by=office, paid_on=date(2025, 3, 20), note="登错了人")
    assert sums(subsidies.ledger_of(town, 2025)) == [2, 0, 0, 2, 240]
    with pytest.raises(ValidationError, match="已经冲销"):
        subsidies.reverse(payment, by=office, paid_on=date(2025, 3, 20), note="再冲一次")
    with pytest.raises(TypeError):
        payment.save()


def test_wrong_payments_are_refused(seat, office, town):
    def pay(**values):
        given = {"by": office, "shown": [f"{seat.pk}:1"], "paid_on": date(2025, 3, 20)} | values
        return subsidies.pay(town, 2025, **given)

    at_duty(unwaged(seat), office)
    with pytest.raises(ValidationError, match="还没有确定误工补贴标准"):
        pay()
    rate_of(town)
    with pytest.raises(ValidationError, match="天数刚有变化"):
        pay(shown=[f"{seat.pk}:2"])
    with pytest.raises(ValidationError, match="不能在2025年以前发放"):
        pay(paid_on=date(2024, 12, 31))
    with pytest.raises(ValidationError, match="不能在今天以后"):
        pay(paid_on=date(2025, 3, 21))
    with pytest.raises(PermissionDenied):
        pay(by=LocalOfficeFactory())
    pay()
    with pytest.raises(ValidationError, match="天数刚有变化"):
        pay()
    assert SubsidyPayment.objects.count() == 1


def test_records_of_one_day_are_pointed_out(seat, office, town):
    at_duty(unwaged(seat), office, days=2, on=date(2025, 2, 7))
    at_duty(seat, office, on=date(2025, 3, 14))
    at_meeting(seat, on=date(2025, 2, 8))
    [line] = subsidies.ledger_of(town, 2025).lines
    assert [duty.days for duty in line.doubtful] == [2, Decimal("0.5")]


def test_rate_needs_its_document_and_is_the_towns_own(town, district):
    with pytest.raises(ValidationError) as refused:
        OfficeRules(jurisdiction=district, subsidy_per_day=100).clean()
    assert list(refused.value.message_dict) == ["subsidy_decision"]
    rate_of(district, 150)
    assert (rules_for(town).subsidy_per_day, rules_for(town).subsidy_decision) == (150, DECISION)
    OfficeRules.objects.create(jurisdiction=town, subsidy_per_day=0)
    assert rules_for(town).subsidy_per_day == 0


def test_time_without_a_wage_has_a_beginning(seat):
    for since, until, field in [
        (None, date(2025, 1, 1), "no_wage_from"),
        (date(2025, 1, 2), date(2025, 1, 1), "no_wage_until"),
    ]:
        with pytest.raises(ValidationError) as refused:
            Deputy(no_wage_from=since, no_wage_until=until).clean()
        assert list(refused.value.message_dict) == [field]


def test_office_pays_on_the_page_and_the_deputy_sees_it(client, seat, office, town):
    rate_of(town)
    at_duty(unwaged(seat), office)
    client.force_login(office)
    url = reverse(LEDGER, query={"place": town.pk, "year": 2025})
    page = client.post(url, {"paid_on": "2025-03-20"})
    assert page.context["pay_form"].errors["shown"] == ["请在上面勾选本次发放的代表。"]
    client.post(url, {"shown": f"{seat.pk}:1", "paid_on": "2025-03-20", "note": "凭证12号"})
    payment = SubsidyPayment.objects.get()
    assert (payment.amount, payment.by, payment.note) == (100, office, "凭证12号")
    client.force_login(seat.deputy.user)
    own = reverse("deputies:subsidy_detail", args=[seat.pk])
    page = client.get(own)
    assert page.context["line"].payments == [payment]
    assert reverse("deputies:subsidy_reverse", args=[payment.pk]) not in page.content.decode()
    assert f'href="{own}"' in client.get(seat.get_absolute_url()).content.decode()


def test_street_has_no_ledger(client, district):
    client.force_login(LocalOfficeFactory(jurisdiction=StreetFactory(parent=district)))
    assert client.get(reverse(LEDGER)).status_code == 403


def test_sheet_has_the_sums_and_no_formula(client, seat, office, town):
    rate_of(town)
    seat.deputy.position = "=1+1"
    at_duty(unwaged(seat), office)
    client.force_login(office)
    sheet = load_workbook(BytesIO(client.get(reverse("deputies:subsidy_sheet")).content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[3:9] for row in rows] == [[1, 0, 0, 1, 100, 100]] * 2
    assert ([cell.data_type for cell in sheet[2]].count("f"), rows[1][0]) == (0, "合计")


@pytest.mark.parametrize("count", [1, 3])
def test_ledger_and_detail_cost_as_many_queries(count, client, office, town, django_assert_num_queries):
    rate_of(town)
    for name in ["丁一", "马强", "王芳"][:count]:
        seat = unwaged(SeatFactory(jurisdiction=town, with_user=True, deputy__name=name))
        at_duty(seat, office)
        paid(seat, office)
        at_meeting(seat)
    client.force_login(office)
    client.get(reverse(LEDGER))
    with django_assert_num_queries(11):
        client.get(reverse(LEDGER))
    for _ in range(count - 1):
        at_meeting(seat)
    with django_assert_num_queries(9):
        client.get(reverse("deputies:subsidy_detail", args=[seat.pk]))
