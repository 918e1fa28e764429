"""The ledger of commitments: its page, its sheet, a promise's page, desks and messages."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from congress import clock, desk
from congress.models import Message
from proposals import workflow
from proposals.enums import ProposalStatus as S
from proposals.models import Commitment
from tests.factories.commitments import given_up, kept, promised, proof, told_kept
from tests.factories.congress import ResultClassFactory
from tests.factories.proposals import assignment_of, proposal_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LIST = "proposals:commitment_list"


def at(*day):
    return clock.at(datetime(*day, 12, tzinfo=timezone.get_default_timezone()))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("person", "queries"), [("office", 13), ("clerk", 12), ("deputy", 9)])
def test_ledger_queries(count, person, queries, client, who, django_assert_num_queries):
    for _ in range(count):
        promised(proposal_at(S.REPLIED, who), who)
    client.force_login(getattr(who, person))
    client.get(reverse(LIST))

    with django_assert_num_queries(queries):
        response = client.get(reverse(LIST))

    assert len(response.context["object_list"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_proposal_shows_promises_in_as_many_queries(count, client, who, django_assert_num_queries):
    proposal = proposal_at(S.REPLIED, who)
    for number in range(count):
        promised(proposal, who, text=f"修通{number}号路")
    client.force_login(who.deputy)
    client.get(proposal.get_absolute_url())

    with django_assert_num_queries(21):
        response = client.get(proposal.get_absolute_url())

    assert "修通0号路" in response.text


def test_ledger_tells_closed_from_kept(client, who):
    for finish in (kept, given_up, told_kept):
        proposal = proposal_at(S.REPLIED, who)
        made = promised(proposal, who)
        proposal = proposal_at(S.TRACKING, who)
        finish(made, who)
    client.force_login(who.office)
    kept_of = client.get(reverse(LIST)).context["kept"]
    assert (kept_of.promised, kept_of.kept, kept_of.kept_rate) == (6, 1, 16.7)
    assert (kept_of.assigned, kept_of.closed, kept_of.closed_rate) == (6, 3, 50.0)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "late"}, ["到期"]),
        ({"state": "untold"}, ["到期", "没报"]),
        ({"state": "kept"}, ["落实"]),
        ({"state": "going"}, ["到期", "没报"]),
        ({"light": "red"}, ["到期"]),
        ({"year": "2025"}, ["到期", "没报", "落实"]),
        ({"q": "没报"}, ["没报"]),
    ],
)
def test_ledger_finds(query, found, client, who):
    promised(proposal_at(S.REPLIED, who), who, text="到期", due_on=date(2025, 4, 10))
    promised(proposal_at(S.REPLIED, who), who, text="没报", due_on=date(2025, 12, 31))
    kept(promised(proposal_at(S.REPLIED, who), who, text="落实"), who)
    client.force_login(who.office)
    with at(2025, 5, 6):
        response = client.get(reverse(LIST), query)
    assert sorted(made.text for made in response.context["object_list"]) == sorted(found)


def test_deputy_reads_what_was_promised_to_him_alone(client, who):
    promised(proposal_at(S.REPLIED, who), who)
    client.force_login(who.deputy)
    page = client.get(reverse(LIST))
    assert page.context["heading"] == "答应我的事"
    assert [made.text for made in page.context["object_list"]] == ["年底前修通断头路"]
    assert client.get(reverse("proposals:commitment_sheet")).status_code == 403


def test_sheet_has_the_rows_of_the_ledger(client, who, tmp_path):
    kept(promised(proposal_at(S.REPLIED, who), who), who)
    client.force_login(who.office)
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(client.get(reverse("proposals:commitment_sheet")).content)
    head, row = load_workbook(path).active.values
    told = dict(zip(head, row, strict=True))
    assert (told["编号"], told["承诺事项"], told["状态"], told["落实情况"]) == (
        "第九届四次会议第1号",
        "年底前修通断头路",
        "已落实",
        "路已通车。",
    )


def test_unit_promises_with_its_reply_and_reports_and_the_office_confirms(client, who):
    part = assignment_of(proposal_at(S.HANDLING, who))
    planned = ResultClassFactory(jurisdiction=who.town.district, code="B", promises=True)

    def post(user, url_name, pk, name, **data):
        client.force_login(user)
        return client.post(reverse(url_name, args=[pk, name]), data)

    reply = {"text": "列入计划。", "signatory": "李镇长", "replied_on": "2025-03-20"}
    reply["result_class"] = planned.pk
    refused = post(who.clerk, "proposals:assignment_step", part.pk, "reply", **reply)
    assert refused.context["form"].errors == {"promised": [f"{planned}要写明承诺事项。"]}
    # By its mark the style asks what is promised beside this class alone.
    assert f'<option value="{planned.pk}" selected data-promises="">' in refused.content.decode()
    reply |= {"promised": "修通断头路", "promise_due_on": "2025-12-31"}
    post(who.clerk, "proposals:assignment_step", part.pk, "reply", **reply)
    made = Commitment.objects.get()

    post(who.clerk, "proposals:commitment_step", made.pk, "progress", note="已招标")
    post(who.clerk, "proposals:commitment_step", made.pk, "report_kept", outcome="已通车", proof=proof())
    made.refresh_from_db()
    assert (made.progress, made.outcome, made.status) == ("已招标", "已通车", "reported")
    post(who.office, "proposals:commitment_step", made.pk, "confirm")
    made.refresh_from_db()
    assert made.status == "kept"
    client.force_login(who.deputy)
    paper = client.get(reverse("proposals:commitment_proof", args=[made.pk]))
    assert paper.getvalue() == b"\x89PNG\r\n\x1a\n"
    # Closes the connection as well: nothing is asked of the database after it.
    paper.close()


def test_office_enters_a_promise_that_no_reply_carried(client, who):
    proposal = proposal_at(S.CLOSED, who)
    client.force_login(who.office)
    url = reverse("proposals:proposal_step", args=[proposal.pk, "promise"])
    told = {"part": assignment_of(proposal).pk, "text": "修路", "due_on": "2025-12-31"}
    assert client.post(url, told).status_code == 302
    proposal.refresh_from_db()
    assert (proposal.status, proposal.commitments.get().unit) == (S.TRACKING, who.unit)


def lines(user):
    return [(item.action, item.light) for item in desk.waiting_for(user) if "承诺" in item.action]


def test_desks_tell_of_reports_that_are_due_and_of_late_promises(who):
    made = promised(proposal_at(S.REPLIED, who), who)
    assert (lines(who.clerk), lines(who.office)) == ([], [])
    with at(2025, 3, 27):
        assert lines(who.clerk) == [("报告承诺进展", "amber")]
    with at(2025, 4, 1):
        assert lines(who.clerk) == [("报告承诺进展", "red")]
        assert lines(who.office) == [("查看承诺", "red")]
    told_kept(made, who)
    assert (lines(who.clerk), lines(who.office)) == ([], [("核实承诺", "green")])


def test_deputies_are_told_that_a_promise_is_kept(who, django_capture_on_commit_callbacks):
    made = told_kept(promised(proposal_at(S.REPLIED, who), who), who)
    with django_capture_on_commit_callbacks(execute=True):
        workflow.confirm_kept(made, by=who.office)
    told = Message.objects.filter(recipient=who.deputy).last()
    assert told.sentence == "“关于更换路灯的建议”答应您的事落实了：年底前修通断头路。路已通车。"
