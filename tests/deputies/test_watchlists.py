"""Who takes little part: lists for the office alone (domain.md B64)."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from deputies.enums import Mark
from tests.factories.activities import entry_at
from tests.factories.congress import OfficeRulesFactory
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import SpeechFactory, line_of, marked, meeting_of


DAYS = {"first": "2025-01-01", "last": "2025-12-31"}


@pytest.fixture
def in_office(client, office):
    client.force_login(office)
    return client


def lists(client, **days):
    page = client.get(reverse("deputies:watchlists"), DAYS | days)
    return page, {
        found.key: [(entry.seat.deputy.name, entry.told) for entry in found.entries]
        for found in page.context["lists"]
    }


def test_lists_tell_who_takes_little_part_and_lead_to_the_records(in_office, office, seat, town):
    OfficeRulesFactory(jurisdiction=town, few_activities=1, low_attendance=60)
    busy = SeatFactory(jurisdiction=town, with_user=True, deputy__name="马强")
    gone = SeatFactory(jurisdiction=town, deputy__name="缪昀", ends_on=date(2025, 6, 30))
    meetings = [meeting_of(seat.term, on=date(2025, 1, day)) for day in (8, 9, 10)]
    for one, marks in (
        (seat, (Mark.PRESENT, Mark.ABSENT, Mark.UNRECORDED)),
        (busy, (Mark.PRESENT, Mark.PRESENT, Mark.EXCUSED)),
        (gone, (Mark.ABSENT, Mark.ABSENT, Mark.ABSENT)),
    ):
        for meeting, mark in zip(meetings, marks, strict=True):
            if mark != Mark.UNRECORDED:
                marked(line_of(one, meeting), mark)
    SpeechFactory(seat=busy, meeting=meetings[0])
    entry_at("verified", busy, office)

    page, found = lists(in_office)
    name = seat.deputy.name
    assert found == {
        "silent": [(name, "出席1场，发言0次")],
        "inactive": [(name, "0次")],
        "away": [(name, "2场中出席1场，请假0场，缺席1场")],
    }
    rules = [one.rule for one in page.context["lists"]]
    assert ("少于1次" in rules[1], "不到60%" in rules[2]) == (True, True)

    evidence = [in_office.get(one.entries[0].url).context for one in page.context["lists"]]
    assert [shown["value"] for shown in evidence[:2]] == [1, 0]
    assert [part["value"] for part in evidence[2]["components"]] == [1, 3]

    content = in_office.get(reverse("deputies:watchlists_sheet"), DAYS).content
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("名单", "代表", "情况"),
        ("从不发言", name, "出席1场，发言0次"),
        ("闭会活动参加较少", name, "0次"),
        ("会议出勤率低", name, "2场中出席1场，请假0场，缺席1场"),
    ]


def test_chosen_days_bound_lists_and_evidence(in_office, seat):
    for day in (date(2024, 12, 30), date(2025, 1, 8)):
        marked(line_of(seat, on=day, session__starts_on=day), Mark.PRESENT)
    page, found = lists(in_office, first="2024-12-01")
    assert found["silent"] == [(seat.deputy.name, "出席2场，发言0次")]
    shown = in_office.get(page.context["lists"][0].entries[0].url).context
    assert (shown["value"], shown["when"]) == (2, "2024年12月1日以来")
    assert lists(in_office, last="2025-01-07")[1]["silent"] == []
    refused = lists(in_office, first="2025-12-31", last="2025-01-01")[0].context["form"].errors
    assert refused == {"last": ["最后一天早于第一天，请改正。"]}


def test_few_activities_are_counted_by_the_year(in_office, seat):
    told = {
        first: lists(in_office, first=first)[0].context["lists"][1].rule
        for first in ("2025-07-01", "2024-01-02", "2024-01-01")
    }
    one = "这段时间经核实参加的闭会期间活动少于2次的。"
    two = "按一年2次，2年4次计，这段时间经核实参加的闭会期间活动少于4次的。"
    assert told == {"2025-07-01": one, "2024-01-02": two, "2024-01-01": two}


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_queries(count, in_office, seat, town, django_assert_num_queries):
    SeatFactory.create_batch(count - 1, jurisdiction=town)
    meeting = meeting_of(seat.term)
    for line in meeting.attendances.all():
        marked(line, Mark.PRESENT)
    with django_assert_num_queries(13):
        _, found = lists(in_office)
    assert len(found["silent"]) == count
