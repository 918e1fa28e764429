"""What is late, by unit, by deputy and by the leader in charge; every number opens what is behind it."""

import re
from datetime import timedelta
from io import BytesIO
from urllib.parse import urljoin

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from proposals import overdue, urging
from proposals.enums import ProposalStatus as S
from tests.factories.proposals import assignment_of, proposal_at, session_of, take
from tests.factories.reception.people import NOON
from tests.factories.supervision import chosen


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
CELL = re.compile(r'<td data-label="([^"]+)"[^>]*><a href="([^"]+)">(\d+)</a>')


@pytest.fixture
def supervised(who):
    """One of each step, the handled one under key supervision; nothing is late yet."""
    session_of(who.seat.term)
    proposal_at(S.ACCEPTED, who)
    proposal_at(S.ASSIGNED, who)
    handled = proposal_at(S.HANDLING, who)
    urging.urge(assignment_of(handled), by=who.office, note="请抓紧。")
    chosen(handled, who)
    take("promise", proposal_at(S.REPLIED, who), who)
    return handled


def counted(user, by):
    dimension = overdue.DIMENSIONS[by]
    table = overdue.table_of(overdue.late_of(user), dimension)
    return {row.label: {name: value for name, value in row.values.items() if value} for row in table.rows}


def test_late_things_are_counted_by_whose_they_are(who, supervised):
    assert counted(who.office, "unit") == {}
    with clock.at(NOON + timedelta(days=700)):
        units = {"accept": 1, "contact": 2, "reply": 2, "receipt": 1, "promise": 1, "progress": 1, "late": 8}
        assert counted(who.office, "unit") == {str(who.unit): units, "没有承办单位": {"assign": 1, "late": 1}}
        assert counted(who.office, "deputy") == {
            who.seat.called: {**units, "assign": 1, "rating": 1, "late": 10}
        }
        assert counted(who.office, "leader") == {
            "钟主任": {"contact": 1, "reply": 1, "receipt": 1, "late": 3}
        }
        assert counted(who.clerk, "unit") == {str(who.unit): units}
        assert counted(who.co_clerk, "unit") == {}
        # Kept by its own unit, met by nobody else.
        take("reply", supervised, who)
        assert counted(who.office, "leader") == {}


def test_every_number_opens_what_is_late(client, who, supervised):
    with clock.at(NOON + timedelta(days=700)):
        client.force_login(who.office)
        for by in overdue.DIMENSIONS:
            address = reverse("proposals:overdue_by", args=[by])
            cells = CELL.findall(client.get(address).content.decode())
            assert {label for label, _, _ in cells} >= {"未答复", "合计"}
            for _, link, number in cells:
                page = client.get(urljoin(address, link)).context
                assert (page["page_obj"].paginator.count, len(page["lates"])) == (int(number), int(number))
        part = who.unit.pk
        sent = client.get(reverse("proposals:overdue_sheet", args=["unit", part, "reply"]))
        _, *rows = load_workbook(BytesIO(sent.content)).active.values
        assert [(row[0], row[2], row[4], row[6]) for row in rows] == [
            ("未答复", "关于更换路灯的建议", str(who.unit), None),
            ("未答复", "关于更换路灯的建议", str(who.unit), "钟主任"),
        ]
        for path in ("colour/", "unit/all/rating/", "unit/all/beauty/", "unit/nobody/late/"):
            assert client.get(f"{reverse('proposals:overdue')}{path}").status_code == 404
        # What one sees nothing of has no name.
        client.force_login(who.co_clerk)
        page = client.get(reverse("proposals:overdue_records", args=["unit", part, "late"])).context
        assert (page["part"], page["lates"]) == ("", [])


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_however_many(client, django_assert_num_queries, who, count):
    session_of(who.seat.term)
    for _ in range(count):
        chosen(proposal_at(S.HANDLING, who), who)
        take("promise", proposal_at(S.REPLIED, who), who)
    with clock.at(NOON + timedelta(days=700)):
        client.force_login(who.office)
        lists = (("overdue_by", ["deputy"], 10), ("overdue_records", ["deputy", "all", "late"], 13))
        for name, args, queries in lists:
            address = reverse(f"proposals:{name}", args=args)
            client.get(address)
            with django_assert_num_queries(queries):
                client.get(address)
