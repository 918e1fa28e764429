"""The statistics of proposals: each number by its rule, and the records behind it."""

import re
from datetime import date, timedelta
from io import BytesIO
from urllib.parse import urljoin

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from congress.figures import Period
from congress.statistics import ALL
from proposals import handling_workflow, workflow
from proposals.enums import ProposalStatus as S
from proposals.statistics import BY_NAME, DIMENSIONS, MEASURES, Question, table_of
from tests.factories.proposals import assignment_of, category, drafted, proposal_at, session_of, take
from tests.factories.ratings import DISCONTENT, met, rated
from tests.factories.reception.people import NOON
from tests.factories.sessions import SessionFactory


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
CELL = re.compile(r'<td data-label="([^"]+)"[^>]*><a href="([^"]+)">([^<]+)</a>')


def year(user, **fields):
    return Question(user, Period.of_year(2025), **fields)


def counted(user, by="kind", code=ALL):
    """The values of a part that are neither nothing nor unknown."""
    table = table_of(year(user), DIMENSIONS[by])
    row = next(row for row in (table.total, *table.rows) if row.code == code)
    return {name: value for name, value in row.values.items() if value}


def replied(proposal, who, days):
    with clock.at(NOON + timedelta(days=days)):
        take("reply", proposal, who)


def test_proposal_is_counted_by_what_became_of_it(who):
    session_of(who.seat.term)
    for days in (10, 20, 100):
        replied(proposal_at(S.HANDLING, who), who, days)
    proposal_at(S.ACCEPTED, who)
    for status in (S.SUBMITTED, S.WITHDRAWN, S.REJECTED):
        proposal_at(status, who)
    take("publish", take("close", proposal_at(S.REPLIED, who), who), who)
    assert counted(who.office) == {
        "taken": 5,
        "assigned": 4,
        "replied": 4,
        "in_time": 3,
        "in_time_rate": 75.0,
        "closed": 1,
        "closed_rate": 20.0,
        "published": 1,
        "published_rate": 25.0,
        "attitude_rate": 100.0,
        "attitude_rated": 1,
        "attitude_satisfied": 1,
        "result_rate": 100.0,
        "result_rated": 1,
        "result_satisfied": 1,
        "attitude_satisfied_only": 1,
        "result_satisfied_only": 1,
        "median": 10,
        "ninetieth": 100,
        "open": 4,
    }


def test_unit_is_counted_by_its_own_reply(who):
    session_of(who.seat.term)
    proposal = drafted(who)
    workflow.submit(proposal, by=who.deputy)
    workflow.accept(proposal, by=who.office, category=category())
    workflow.assign(proposal, by=who.office, lead=who.unit, co_units=[who.co_unit])
    handling_workflow.accept(assignment_of(proposal), by=who.clerk)
    proposal_at(S.ACCEPTED, who)
    table = table_of(year(who.office), DIMENSIONS["unit"])
    assert [(row.label, row.values["taken"]) for row in table.rows] == [(str(who.unit), 1), ("还没有交办", 1)]
    assert counted(who.clerk) == {"taken": 1, "assigned": 1, "open": 1}
    assert counted(who.co_clerk) == {}


def test_late_proposal_is_overdue_until_its_unit_replies(who):
    proposal_at(S.HANDLING, who)
    with clock.at(NOON.replace(month=7)):
        assert counted(who.office)["overdue"] == 1


def test_lowest_rating_of_the_deputies_counts(who):
    rated(proposal_at(S.REPLIED, who), who, **DISCONTENT)
    values = counted(who.office)
    assert (values["attitude_rate"], values["result_rated"], values.get("result_satisfied")) == (
        100.0,
        1,
        None,
    )


def test_unit_that_met_the_deputies_in_time_is_counted(who):
    session_of(who.seat.term)
    met(proposal_at(S.HANDLING, who), who)
    proposal_at(S.HANDLING, who)
    assert counted(who.office)["contacted"] == 1


def test_promises_are_kept_when_all_are(who):
    proposal = take("promise", proposal_at(S.REPLIED, who), who)
    assert {name: counted(who.office).get(name) for name in ("promised", "kept", "kept_rate")} == {
        "promised": 1,
        "kept": None,
        "kept_rate": None,
    }
    proposal.commitments.update(status="kept", settled_on=clock.today())
    assert counted(who.office)["kept_rate"] == 100.0


def test_deputy_and_town_are_those_of_the_leading_seat(who):
    proposal_at(S.ACCEPTED, who)
    table = table_of(year(who.district_office), DIMENSIONS["deputy"])
    assert [row.label for row in table.rows] == [who.seat.called]
    towns = table_of(year(who.district_office), DIMENSIONS["town"]).rows
    assert [row.values["taken"] for row in towns] == [1]


def test_year_before_stands_beside_the_same_part(client, who):
    session_of(who.seat.term, starts_on=date(2024, 1, 9), ends_on=date(2024, 1, 12))
    with clock.at(NOON.replace(year=NOON.year - 1)):
        proposal = proposal_at(S.HANDLING, who)
    with clock.at(NOON.replace(year=NOON.year - 1, day=25)):
        take("reply", proposal, who)
    client.force_login(who.office)
    asked = {"year": 2025, "compare": "before"}
    page = client.get(reverse("proposals:statistics_by", args=["unit"]), asked)
    told = {tile["label"]: tile["rule"] for tile in page.context["tiles"]}
    assert (told["受理"], told["用时中位数"], told["答复超期"]) == ("上年同期1件，少1件", "上年同期5天", "")
    cells = {label: link for label, link, _ in CELL.findall(page.content.decode())}
    behind = client.get(
        urljoin(page.request["PATH_INFO"], cells["上年同期受理"].replace("&amp;", "&"))
    ).context
    assert (behind["value"], behind["page_obj"].paginator.count) == ("1", 1)
    sent = client.get(reverse("proposals:statistics_sheet", args=["unit"]), asked)
    headings, row, _ = load_workbook(BytesIO(sent.content)).active.values
    assert dict(zip(headings, row, strict=True))["上年同期受理"] == 1


def test_session_before_stands_beside_a_session(client, who):
    term = who.seat.term
    first = SessionFactory(term=term, number=1, starts_on=date(2024, 1, 9), ends_on=date(2024, 1, 12))
    session = SessionFactory(term=term, number=4, ends_on=date(2025, 1, 12))
    rated(proposal_at(S.REPLIED, who), who, **DISCONTENT)
    client.force_login(who.office)
    address = reverse("proposals:statistics_by", args=["kind"])
    page = client.get(address, {"session": session.pk, "compare": "before"}).context
    assert page["tiles"][0]["rule"] == "上次会议0件，多1件"
    (heading, [(bar, told)]) = page["ratings"][1]
    assert (heading, bar.row.label) == ("代表对办理结果的评价", "建议、批评和意见")
    link = f"suggestion/result_dissatisfied_only/?session={session.pk}&compare=before"
    assert told == [("满意", 0, ""), ("基本", 0, ""), ("不满意", 1, link)]
    assert client.get(urljoin(address, link)).context["value"] == "1"
    # Of the first session there is none before.
    page = client.get(address, {"session": first.pk, "compare": "before"}).context
    assert (page["compared"], page["tiles"][0]["rule"]) == (False, "")


def test_session_stands_in_for_the_period(who):
    session = session_of(who.seat.term)
    proposal_at(S.ACCEPTED, who)
    asked = Question(who.office, Period.of_year(2020), session=session)
    assert table_of(asked, DIMENSIONS["month"]).total.values["taken"] == 1
    assert table_of(year(who.office, kind="motion"), DIMENSIONS["kind"]).total.values["taken"] == 0


def test_every_number_opens_its_records(client, who):
    session_of(who.seat.term)
    take("close", proposal_at(S.REPLIED, who), who)
    proposal_at(S.HANDLING, who)
    client.force_login(who.office)
    address = reverse("proposals:statistics_by", args=["unit"], query={"year": 2025})
    cells = CELL.findall(client.get(address).content.decode())
    assert ("受理", f"{who.unit.pk}/taken/?year=2025", "2") in cells
    for label, link, text in cells:
        page = client.get(urljoin(address, link)).context
        assert (page["value"], page["back"]) == (text, address)
        if BY_NAME.get(link.split("/")[1]).unit == "件":
            assert (label, page["page_obj"].paginator.count) == (label, int(text))


def test_sheet_says_what_the_page_says(client, who):
    proposal_at(S.REPLIED, who)
    client.force_login(who.office)
    sent = client.get(reverse("proposals:statistics_sheet", args=["kind"]), {"year": 2025})
    rows = list(load_workbook(BytesIO(sent.content)).active.values)
    assert rows[0][:3] == ("种类", "受理", "交办")
    assert [row[:4] for row in rows[1:]] == [("建议、批评和意见", 1, 1, 1), ("合计", 1, 1, 1)]
    assert len(rows[0]) == len(MEASURES) + 1


def test_address_of_nothing_is_a_404(client, who):
    client.force_login(who.office)
    for path in ("colour/", "kind/motion/taken/", "kind/all/beauty/"):
        assert client.get(f"{reverse('proposals:statistics')}{path}").status_code == 404
    client.force_login(who.deputy)
    assert client.get(reverse("proposals:statistics")).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_however_many(client, django_assert_num_queries, who, count):
    session_of(who.seat.term)
    for _ in range(count):
        proposal_at(S.REPLIED, who)
    client.force_login(who.office)
    address = reverse("proposals:statistics_by", args=["unit"])
    client.get(address)
    with django_assert_num_queries(10):
        client.get(address)
