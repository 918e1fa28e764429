"""Stations: their pages, their assets, posted rules and loans."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress.desk import waiting_for
from deputies.models import Loan, PostedRule, Station, StationAsset
from tests.factories.congress import LocalOfficeFactory, StreetFactory
from tests.factories.deputies import SeatFactory, StationFactory
from tests.factories.structure import LoanFactory, PostedRuleFactory, StationAssetFactory


LIST = reverse("deputies:station_list")
LIST_QUERIES = 9
DETAIL_QUERIES = 14

pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def station(town):
    return StationFactory(jurisdiction=town, name="石坎镇代表之家")


@pytest.fixture
def as_liaison(client, liaison):
    client.force_login(liaison)


def errors_of(client, page, record, **data):
    """The errors of a form that was sent, {} where it was saved."""
    response = client.post(reverse(f"deputies:{page}", args=[record.pk]), data)
    return response.context["form"].errors if response.status_code == 200 else {}


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_any_number(count, client, town, as_liaison, django_assert_num_queries):
    StationFactory.create_batch(count, jurisdiction=town)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_much_for_any_number(
    count, client, town, station, as_liaison, liaison, django_assert_num_queries
):
    station.seats.set(SeatFactory.create_batch(count, jurisdiction=town))
    for make in (StationAssetFactory, LoanFactory, PostedRuleFactory):
        extra = {"publisher": liaison} if make is PostedRuleFactory else {}
        make.create_batch(count, station=station, **extra)
    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(station.get_absolute_url())


def test_deputy_reads_hours_and_rules_but_no_books(client, deputy, station):
    PostedRuleFactory(station=station, title="接待制度")
    LoanFactory(station=station)
    client.force_login(deputy)
    page = client.get(station.get_absolute_url())
    assert [rule.title for rule in page.context["rules"]] == ["接待制度"]
    assert "loans" not in page.context
    assert "借阅登记" not in page.content.decode()


def test_deputy_sees_the_station_to_which_he_belongs(client, deputy, seat, district):
    street = StreetFactory(parent=district)
    his, other = StationFactory.create_batch(2, jurisdiction=street)
    his.seats.add(seat)
    client.force_login(deputy)
    assert list(client.get(LIST).context["page_obj"]) == [his]
    assert [client.get(one.get_absolute_url()).status_code for one in (his, other)] == [200, 404]


def test_office_sets_up_a_station(client, office, liaison, seat, town):
    client.force_login(office)
    data = {
        "jurisdiction": town.pk,
        "name": "东街联络站",
        "kind": "station",
        "phone": "0500-6212345",
        "seats": [seat.pk],
        "liaisons": [liaison.pk],
    }
    assert client.post(reverse("deputies:station_add"), data | {"phone": "12"}).status_code == 200
    assert client.post(reverse("deputies:station_add"), data).status_code == 302
    station = Station.objects.get()
    assert (list(station.seats.all()), list(station.liaisons.all())) == ([seat], [liaison])


def test_loan_needs_the_leaders_consent(client, station, as_liaison, liaison):
    data = {"what": "代表手册", "borrower": "王芳", "lent_on": "2025-03-20", "due_on": "2025-04-20"}
    assert errors_of(client, "loan_add", station, **data) == {
        "consent_by": ["借阅须经领导同意，请填写同意的领导。"]
    }
    assert Loan.objects.exists() is False
    assert errors_of(client, "loan_add", station, **data, consent_by="张主席") == {}
    assert Loan.objects.get().registered_by == liaison


def test_dates_of_a_loan_are_in_order(client, station, as_liaison):
    loan = LoanFactory(station=station)
    kept = {"what": "书", "borrower": "王芳", "consent_by": "张主席"}
    assert errors_of(client, "loan_edit", loan, **kept, lent_on="2025-03-21", due_on="2025-04-01") == {
        "lent_on": ["借出日期不能晚于今天，请在借出时登记。"]
    }
    assert errors_of(client, "loan_edit", loan, **kept, lent_on="2025-03-02", due_on="2025-03-01") == {
        "__all__": ["应还日期不能早于借出日期。"]
    }
    assert errors_of(client, "loan_return", loan, returned_on="2025-02-28") == {
        "__all__": ["归还日期不能早于借出日期。"]
    }
    assert errors_of(client, "loan_return", loan, returned_on="2025-03-21") == {
        "returned_on": ["归还日期不能晚于今天，请在归还时登记。"]
    }


def test_overdue_loan_waits_on_the_desk_until_it_is_back(client, office, liaison, station, as_liaison):
    loan = LoanFactory(station=station, what="代表手册", lent_on=date(2025, 2, 1), due_on=date(2025, 3, 10))
    elsewhere = LocalOfficeFactory()
    waiting = [[item.title for item in waiting_for(user)] for user in (office, liaison, elsewhere)]
    assert waiting == [["催还：代表手册"], ["催还：代表手册"], []]
    assert errors_of(client, "loan_return", loan, returned_on="2025-03-20") == {}
    assert waiting_for(office) == []


def test_rule_is_published_by_whom_and_when(client, station, as_liaison, liaison, office):
    data = {"title": "接待制度", "text": "每月一次。"}
    assert errors_of(client, "posted_rule_add", station, **data) == {}
    rule = PostedRule.objects.get()
    assert (rule.publisher, str(rule.published_at.date())) == (liaison, "2025-03-20")
    assert errors_of(client, "posted_rule_add", station, **data) == {
        "__all__": ["本站已有同名的制度，请在原来那一条上修改。"]
    }
    client.force_login(office)
    assert errors_of(client, "posted_rule_edit", rule, **data, posted_on="2025-03-21") == {
        "posted_on": ["上墙日期不能晚于今天（2025年3月20日）。"]
    }
    assert errors_of(client, "posted_rule_edit", rule, **data, posted_on="2025-03-19") == {}
    rule.refresh_from_db()
    assert rule.publisher == office


def test_rule_prints(client, station, as_liaison):
    rule = PostedRuleFactory(station=station)
    page = client.get(reverse("deputies:posted_rule_pdf", args=[rule.pk]))
    assert (page["Content-Type"], page.content[:5]) == ("application/pdf", b"%PDF-")


def test_asset_is_registered_and_corrected(client, station, as_liaison):
    assert errors_of(client, "asset_add", station, name="电脑", quantity=1, since="2025-03-21") == {
        "since": ["配置日期不能晚于今天（2025年3月20日）。"]
    }
    assert errors_of(client, "asset_add", station, name="电脑", quantity=1) == {}
    asset = StationAsset.objects.get()
    assert errors_of(client, "asset_edit", asset, name="电脑", quantity=0) == {}
    asset.refresh_from_db()
    assert asset.quantity == 0


def test_sheet_of_stations(client, office, liaison, seat, station):
    station.seats.add(seat)
    station.liaisons.add(liaison)
    client.force_login(office)
    content = client.get(reverse("admin:deputies_station_export")).content
    rows = list(load_workbook(io.BytesIO(content)).active.values)
    assert rows == [
        ("所在镇街", "名称", "类型", "地址", "开放时间", "电话", "站长", "联络员", "进站代表"),
        ("石坎镇", "石坎镇代表之家", "代表联络站", None, None, None, None, "联络员", "丁一"),
    ]
