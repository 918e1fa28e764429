"""交办会清单: what is on it, kept units, assigned in one go, on paper and as a sheet (issue 5, part 4)."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from proposals import workflow
from proposals.enums import ProposalKind
from proposals.enums import ProposalStatus as S
from proposals.models import ProposedUnit
from proposals.views import assigning
from tests.congress.docx_lines import read
from tests.factories.proposals import proposal_at
from tests.factories.road import county_people, road_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LIST, PAPER = reverse("proposals:assigning_list"), reverse("proposals:assigning_paper")


def rows(client, page=1):
    return [row.proposal for row in client.get(LIST, {"page": page}).context["rows"]]


def told(*found, **fields):
    """What the form sends of proposals: {field: value} of each, nothing ticked unless told."""
    return {f"{one.pk}-{name}": value for one in found for name, value in ({"lead": ""} | fields).items()}


@pytest.mark.parametrize("count", [1, 3])
def test_list_and_sheet_cost_the_same_however_many_wait(count, client, who, django_assert_num_queries):
    for _ in range(count):
        workflow.propose_units(proposal_at(S.ACCEPTED, who), [(who.unit, "lead")], by=who.office)
    client.force_login(who.office)
    client.get(LIST)
    with django_assert_num_queries(11):
        assert len(rows(client)) == count
    with django_assert_num_queries(6):
        client.get(PAPER, {"as": "xlsx"})


def test_list_holds_what_can_be_assigned_and_no_motion_before_it_is_adopted(client):
    who = county_people()
    road_at(S.ACCEPTED, who, ProposalKind.MOTION)
    voted, suggestion = road_at(S.VOTED, who, ProposalKind.MOTION), proposal_at(S.ACCEPTED, who)
    client.force_login(who.gov_office)
    assert {*rows(client)} == {voted, suggestion}


def test_pages_hold_some_and_papers_all(client, who, monkeypatch):
    monkeypatch.setattr(assigning, "ROWS_PER_PAGE", 2)
    first, second, third = found = [proposal_at(S.ACCEPTED, who) for _ in range(3)]
    workflow.propose_units(third, [(who.unit, "lead"), (who.co_unit, "co")], by=who.office)
    client.force_login(who.office)
    assert (rows(client), rows(client, 2)) == ([first, second], [third])
    assert "3 件" in client.get(LIST).text
    sheet = load_workbook(BytesIO(client.get(PAPER, {"as": "xlsx"}).content)).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        f"{one.number}建议" for one in found
    ]
    lines = read(client.get(PAPER, {"as": "docx"}))
    assert lines[1] == "（2025年3月20日，共3件）"
    assert lines[-1].split("|")[6:8] == [str(who.unit), str(who.co_unit)]
    assert client.get(PAPER).content.startswith(b"%PDF")


def test_units_are_kept_and_what_is_ticked_is_assigned(client, who):
    first, second, unseen = (proposal_at(S.ACCEPTED, who) for _ in range(3))
    workflow.propose_units(unseen, [(who.unit, "lead")], by=who.office)
    client.force_login(who.office)
    page = client.post(LIST, told(first, second, lead=who.unit.name, co=who.co_unit.name), follow=True)
    assert [str(message) for message in page.context["messages"]] == ["拟办单位已存下，还没有交办。"]
    kept = ProposedUnit.objects.order_by("pk").values_list("proposal", "unit", "role")
    both = [(who.unit.pk, "lead"), (who.co_unit.pk, "co")]
    # What was added since the page was opened keeps its units.
    assert [*kept] == [(unseen.pk, *both[0]), *((one.pk, *pair) for one in (first, second) for pair in both)]
    ticked = told(first, second, lead=who.unit.name) | {f"{first.pk}-chosen": "on", "assign": "1"}
    page = client.post(LIST, ticked, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["已交办1件，单位和代表都收到了消息。"]
    first.refresh_from_db()
    assert (first.status, rows(client)) == (S.ASSIGNED, [second, unseen])
    late = (
        told(first, second, lead=who.unit.name) | {f"{first.pk}-chosen": "on"} | {f"{second.pk}-chosen": "on"}
    )
    page = client.post(LIST, late | {"assign": "1"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == [
        "已交办1件，单位和代表都收到了消息。勾选的另有1件已不在清单上，可能别人已经交办，没有重复交办。"
    ]


def test_units_are_thought_of_by_who_assigns_and_only_while_it_waits(who):
    waiting, assigned = proposal_at(S.ACCEPTED, who), proposal_at(S.ASSIGNED, who)
    for nobody in (who.clerk, who.seat.deputy.user):
        with pytest.raises(PermissionDenied, match="拟办单位由交办的机关登记"):
            workflow.propose_units(waiting, [], by=nobody)
    with pytest.raises(ValidationError, match="已经不在等待交办"):
        workflow.propose_units(assigned, [(who.unit, "lead")], by=who.office)
    assert ProposedUnit.objects.count() == 0


def test_wrong_unit_is_told_at_its_field_and_nothing_is_kept(client, who):
    first, second = (proposal_at(S.ACCEPTED, who) for _ in range(2))
    client.force_login(who.office)
    sent = told(first, lead="没有这个局") | told(second, lead=who.unit.name)
    page = client.post(LIST, sent | {f"{second.pk}-chosen": "on", "assign": "1"})
    assert page.context["rows"][0].errors == {"lead": ["没有“没有这个局”这个单位，请用单位全称或者简称。"]}
    second.refresh_from_db()
    assert (second.status, ProposedUnit.objects.count()) == (S.ACCEPTED, 0)
