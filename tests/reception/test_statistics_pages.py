"""The pages of the statistics: what they show, whither their numbers lead, and what they cost."""

import re
from io import BytesIO
from urllib.parse import urljoin

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from reception.enums import OpinionStatus as Status
from tests.factories.congress import TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, opinion_at, people, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

CELL = re.compile(r'<td data-label="([^"]+)"[^>]*><a href="([^"]+)">([^<]+)</a>')
COUNTED = {
    "收到": "1",
    "转办": "1",
    "单位答复": "1",
    "按期答复": "1",
    "按期率": "100.0",
    "答复选民": "1",
    "用时中位数": "0",
    "用时90%位": "0",
    "未办结": "1",
}


def url(by, **query):
    return reverse("reception:statistics_by", args=[by], query=query or None)


def test_every_number_opens_its_records(client, who):
    opinion_at(Status.ANSWERED, who)
    take("survey", opinion_at(Status.EXPLAINED, who), who)
    with clock.at(NOON.replace(year=2024)):
        opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    address = url("nature", year=2025, compare="before")
    body = client.get(address).content.decode()
    cells = CELL.findall(body)
    assert {label: text for label, _, text in cells if label in COUNTED} == COUNTED | {
        "收到": "2",
        "未办结": "2",
    }
    assert ("上年同期收到", "demand/taken/?year=2025&amp;compare=before&amp;before=1", "1") in cells
    for label, link, text in cells:
        found = client.get(urljoin(address, link.replace("&amp;", "&")))
        assert found.status_code == 200
        if "率" not in label and "用时" not in label:
            assert found.context["page_obj"].paginator.count == int(text)
        assert found.context["back"] == address


def test_address_that_makes_no_sense_is_told(client, who):
    client.force_login(who.office)
    wrong = [
        {"span": "days"},
        {"span": "days", "since": "2025-02-02", "until": "2025-02-01"},
        {"span": "days", "since": "2015-02-02", "until": "2025-02-01"},
        {"span": "days", "since": "0001-02-02", "until": "2025-02-01"},
        {"year": "1066"},
        {"span": "x"},
    ]
    forms = [client.get(url("month", **query)).context["form"] for query in wrong]
    assert [list(form.errors) for form in forms] == [
        ["since", "until"],
        ["until"],
        ["until"],
        ["since"],
        ["year"],
        ["span"],
    ]
    for by, part, measure in [
        ("month", "2025-99", "taken"),
        ("category", "x", "taken"),
        ("category", "all", "x"),
        ("place", "all", "taken"),
        ("deputy", str(who.seat.pk), "taken"),
    ]:
        assert client.get(f"{url(by)}{part}/{measure}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "when"),
    [
        ({}, "2025年1月1日至2025年3月20日"),
        ({"year": 2024, "span": "h2"}, "2024年7月1日至2024年12月31日"),
        ({"year": 2024, "span": "q1"}, "2024年1月1日至2024年3月31日"),
        ({"year": 2024, "span": "m2"}, "2024年2月1日至2024年2月29日"),
        ({"span": "q2"}, "2025年4月1日起（还没有到）"),
        ({"span": "days", "since": "2024-05-06", "until": "2024-05-07"}, "2024年5月6日至2024年5月7日"),
    ],
)
def test_period_is_what_the_address_says(client, who, query, when):
    with clock.at(NOON.replace(year=2024)):
        opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)
    assert client.get(url("month", **query)).context["when"] == when


def test_district_chooses_a_town_and_a_unit_sees_its_own(client, who):
    elsewhere = people(TownFactory(parent=who.town.district, name="双溪镇"))
    opinion_at(Status.REFERRED, who)
    opinion_at(Status.REGISTERED, elsewhere)

    def taken(user, **query):
        client.force_login(user)
        return client.get(url("category", **query)).context["tiles"][0]["value"]

    district = [taken(who.district_office), taken(who.district_office, town=elsewhere.town.pk)]
    assert district == ["2", "1"]
    # A town's office has its own, whatever the address says; a unit what was referred to it.
    assert taken(who.office, town=elsewhere.town.pk) == "1"
    assert [taken(who.clerk), taken(elsewhere.clerk)] == ["1", "0"]


def test_sheet_holds_the_table_and_no_formula(client, who):
    type(who.unit).objects.filter(pk=who.unit.pk).update(name="=1+1", short_name="")
    opinion_at(Status.ANSWERED, who)
    client.force_login(who.office)
    address = reverse("reception:statistics_sheet", args=["unit"], query={"compare": "before"})
    sheet = load_workbook(BytesIO(client.get(address).content)).active
    rows = list(sheet.iter_rows(values_only=True))
    counts = (1, 0, 1, 1, 1, 100, 1, 0, 0, 0, None, 0, 0, 0, 0, 0, None, 1, 0)
    before = (0, 0, 0, 0, 0, None, 0, 0, 0, 0, None, None, None, 0, 0, 0, None)
    assert rows[0][:3] == ("承办单位", "收到", "当场解释解决")
    assert rows[0][20:22] == ("上年同期收到", "上年同期当场解释解决")
    assert [row[1:] for row in rows[1:]] == [counts + before] * 2
    assert sheet.cell(2, 1).data_type == "s"


@pytest.mark.parametrize("matters", [1, 3])
def test_page_costs_the_same_for_one_and_three(client, who, matters, django_assert_num_queries):
    for _ in range(matters):
        opinion_at(Status.ANSWERED, who, seats=[who.seat, SeatFactory(jurisdiction=who.town)])
    client.force_login(who.office)
    address = url("deputy")
    client.get(address)
    with django_assert_num_queries(9):
        client.get(address)
    with django_assert_num_queries(8):
        client.get(f"{address}all/taken/")
