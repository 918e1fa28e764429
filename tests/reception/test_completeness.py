"""The four completeness checks as a ledger: gaps, totals, page, sheet, tile."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock, desk
from reception import answer_workflow
from reception.completeness import Check, cells_of, checked, totals, with_gap
from reception.enums import OpinionStatus as Status
from reception.models import Opinion
from tests.factories.congress import LeaderFactory
from tests.factories.reception import NOON, opinion_at, people, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LEDGER, SHEET = "reception:completeness", "reception:completeness_sheet"
GAPS = {
    Status.DRAFT: Check.REGISTERED,
    Status.REGISTERED: Check.ASSIGNED,
    Status.TRIAGED: Check.ASSIGNED,
    Status.RETURNED: Check.ASSIGNED,
    Status.ESCALATED: Check.ASSIGNED,
    Status.REOPENED: Check.ASSIGNED,
    Status.REFERRED: Check.HANDLED,
    Status.REDO: Check.HANDLED,
    Status.ACCEPTED: Check.TOLD,
    Status.PLAN_MADE: Check.TOLD,
    Status.EXTENDED: Check.TOLD,
    Status.REPLIED: Check.TOLD,
    Status.COPIED: Check.TOLD,
    Status.NOT_ACCEPTED: Check.TOLD,
    Status.CONVERTED: Check.TOLD,
    Status.MERGED: Check.TOLD,
    Status.EXPLAINED: 0,
    Status.ANSWERED: 0,
    Status.SURVEYED: 0,
    Status.CLOSED: 0,
}


def states(opinion):
    return [cell.state for cell in cells_of(checked(Opinion.objects.all()).get(pk=opinion.pk))]


def test_each_status_has_its_gap_and_is_counted_once(who):
    found = {opinion_at(status, who).pk: gap for status, gap in GAPS.items()}
    opinion_at(Status.WITHDRAWN, who)
    ledger = checked(Opinion.objects.filter(pk__in=found))
    assert {opinion.pk: opinion.gap for opinion in ledger} == found
    assert set(GAPS) == set(Status) - {Status.WITHDRAWN}
    assert all(len(cells_of(opinion)) == 4 for opinion in ledger)
    with clock.at(NOON + timedelta(days=90)):
        lines = totals(with_gap(Opinion.objects.filter(pk__in=found)))
    # A draft has no clock yet; all others are late after three months.
    assert [(line.count, line.met, line.gaps, line.late) for line in lines] == [
        (20, 19, 1, 0),
        (20, 14, 5, 5),
        (20, 12, 2, 2),
        (20, 4, 8, 8),
    ]


def test_cells_tell_since_when_and_what_waits(who):
    opinion = opinion_at(Status.REFERRED, who)
    row = checked(Opinion.objects.all()).get(pk=opinion.pk)
    registered, assigned, handled, told = cells_of(row)
    assert (registered.state, registered.day, registered.text) == ("met", date(2025, 3, 20), row.number)
    assert (assigned.state, assigned.day) == ("met", date(2025, 3, 20))
    assert (handled.state, handled.day, handled.text) == ("missing", date(2025, 3, 20), "单位还没有签收")
    assert told.state == "waiting"


def test_closed_without_an_answer_stays_a_gap(who):
    opinion = opinion_at(Status.REPLIED, who)
    answer_workflow.close(opinion, by=who.office, note="选民已搬走")
    row = checked(Opinion.objects.all()).get(pk=opinion.pk)
    assert states(opinion) == ["met", "met", "met", "missing"]
    assert (cells_of(row)[3].text, row.gap_since) == ("没有答复选民就办结了", date(2025, 3, 20))
    take("reopen", opinion, who)
    assert states(opinion) == ["met", "missing", "waiting", "waiting"]


@pytest.mark.parametrize("count", [1, 3])
def test_ledger_queries_and_totals_of_the_whole_period(count, client, who, django_assert_num_queries):
    for _ in range(count):
        opinion_at(Status.REFERRED, who)
    closed = opinion_at(Status.CLOSED, who)
    client.force_login(who.office)
    client.get(reverse(LEDGER))

    with django_assert_num_queries(12):
        response = client.get(reverse(LEDGER), {"gap": Check.HANDLED})

    assert closed not in response.context["object_list"]
    assert [(line.met, line.gaps) for line in response.context["totals"]] == [
        (count + 1, 0),
        (count + 1, 0),
        (1, count),
        (1, 0),
    ]


def test_ledger_filters_by_period_place_and_lateness(client, who):
    with clock.at(NOON - timedelta(days=100)):
        last_year = opinion_at(Status.REFERRED, who)
    late, new = opinion_at(Status.REFERRED, who), opinion_at(Status.TRIAGED, who)
    stranger = opinion_at(Status.TRIAGED, people())
    client.force_login(who.district_office)
    with clock.at(NOON + timedelta(days=4)):
        take("triage", opinion_at(Status.REGISTERED, who), who)

    def shown(**query):
        return {row.pk for row in client.get(reverse(LEDGER), query).context["object_list"]}

    this_year = set(Opinion.objects.exclude(pk__in=[last_year.pk, stranger.pk]).values_list("pk", flat=True))
    assert shown() == this_year >= {late.pk, new.pk}
    assert shown(period="last_year") == shown(until="2024-12-31") == {last_year.pk}
    assert shown(period="all") == this_year | {last_year.pk}
    assert shown(since="2025-03-21", period="last_year") == this_year - {late.pk, new.pk}
    assert shown(gap="late") == set()
    assert shown(gap="late", period="all") == {last_year.pk}
    assert shown(town=who.town.pk, gap=Check.HANDLED) == {late.pk}


def test_sheet_says_what_the_page_says_without_personal_data(client, who):
    opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    sheet = load_workbook(BytesIO(client.get(reverse(SHEET)).content)).active
    heading, row = sheet.iter_rows(values_only=True)
    assert heading == (
        "编号",
        "事由",
        "镇街",
        "收到日期",
        "状态",
        "件件有登记",
        "件件有交办",
        "件件有人办",
        "件件有回音",
        "缺口自",
        "本步期限",
    )
    assert row[5:9] == (
        "有：石坎〔2025〕1号 2025-03-20",
        "有 2025-03-20",
        "缺：单位还没有签收 2025-03-20",
        "待上一步",
    )
    assert "张三" not in str(row)


def test_desk_has_the_gaps_of_offices_and_leaders(client, who):
    assert desk.tiles_for(who.office) == []
    opinion_at(Status.REFERRED, who)
    opinion_at(Status.CLOSED, who)
    leader = LeaderFactory(jurisdiction=who.town.district)
    for user in (who.office, who.district_office, leader):
        [tile] = desk.tiles_for(user)
        assert (tile.label, tile.value) == ("四个件件缺口", 1)
    assert [desk.tiles_for(user) for user in (who.deputy, who.clerk, who.liaison)] == [[], [], []]
    client.force_login(leader)
    assert "四个件件缺口" in client.get(reverse("desk")).content.decode()
