"""Units that are urged owe a receipt (B17, B30)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import desk
from congress.models import Message
from proposals import handling_workflow, urging
from proposals.enums import ProposalStatus as S
from reception import workflow as matters
from reception.enums import OpinionStatus
from tests.factories.congress import LeaderFactory
from tests.factories.proposals import assignment_of, proposal_at
from tests.factories.reception import opinion_at, referral_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def part(who):
    return assignment_of(proposal_at(S.HANDLING, who))


def lines(user):
    return [(item.title, item.due_on) for item in desk.waiting_for(user) if item.action == "回执"]


def test_urged_unit_owes_a_receipt_until_it_gives_one(who, part, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        urging.urge(part, by=who.office, note="请月底前答复")
    assert lines(who.clerk) == [("催办回执：关于更换路灯的建议", date(2025, 3, 25))]
    assert Message.objects.get(recipient=who.clerk).sentence == (
        "催办“关于更换路灯的建议”，请于3月25日前回执：请月底前答复"
    )

    with django_capture_on_commit_callbacks(execute=True):
        urging.receipt(part, by=who.clerk, note="路灯已订货，3月28日答复")
    assert (part.owes_receipt, part.receipt_on, lines(who.clerk)) == (False, date(2025, 3, 20), [])
    told = Message.objects.filter(recipient=who.office).last().sentence
    assert told == "本单位回执“关于更换路灯的建议”的催办：路灯已订货，3月28日答复".replace(
        "本单位", str(who.unit)
    )
    assert [event.label for event in part.proposal.events.all()][-2:] == ["催办", "催办回执"]


def test_receipt_is_given_once(who, part):
    with pytest.raises(ValidationError, match="没有待回执的催办"):
        urging.receipt(part, by=who.clerk, note="在办")
    urging.urge(part, by=who.office, note="请抓紧")
    urging.receipt(part, by=who.clerk, note="在办")
    with pytest.raises(ValidationError, match="没有待回执的催办"):
        urging.receipt(part, by=who.clerk, note="在办")


def test_unit_urged_again_owes_another_receipt(who, part):
    for _ in range(2):
        urging.urge(part, by=who.office, note="请抓紧")
        assert part.owes_receipt
        urging.receipt(part, by=who.clerk, note="在办")
    assert part.events.filter(step="urge").count() == 2


def test_reply_settles_what_the_unit_was_urged_about(who, part):
    urging.urge(part, by=who.office, note="请抓紧")
    handling_workflow.reply(
        part, by=who.clerk, text="已更换。", signatory="李镇长", replied_on=date(2025, 3, 20)
    )
    assert (part.owes_receipt, lines(who.clerk)) == (False, [])


def test_leader_urges_nobody(who, part):
    with pytest.raises(PermissionDenied):
        urging.urge(part, by=LeaderFactory(jurisdiction=who.town.district), note="请抓紧")


def test_page_offers_the_receipt_to_the_unit_that_owes_it(client, who, part):
    def offered(user):
        client.force_login(user)
        steps = client.get(part.proposal.get_absolute_url()).context["steps"]
        return [step["label"] for step in steps if "催办" in step["label"]]

    assert (offered(who.office), offered(who.clerk)) == ([f"催办（{who.unit}）"], [])
    client.force_login(who.office)
    client.post(reverse("proposals:assignment_step", args=[part.pk, "urge"]), {"note": "请抓紧"})
    assert offered(who.clerk) == ["催办回执"]


def test_units_of_a_voters_matter_owe_a_receipt_as_well(client, who):
    opinion = opinion_at(OpinionStatus.ACCEPTED, who)
    matters.urge(opinion, by=who.deputy, note="请抓紧")
    referral = referral_of(opinion)
    assert lines(who.clerk) == [(f"催办回执：{opinion}", date(2025, 3, 25))]
    client.force_login(who.clerk)
    labels = [step["label"] for step in client.get(referral.get_absolute_url()).context["steps"]]
    assert "催办回执" in labels
    client.post(
        reverse("reception:referral_step", args=[referral.pk, "receipt"]), {"note": "配件已到，周五修"}
    )
    referral.refresh_from_db()
    assert (referral.receipt_note, lines(who.clerk)) == ("配件已到，周五修", [])
    assert opinion.events.last().note == f"{referral.unit}：配件已到，周五修"
