"""What is published of proposals and replies, and who decides about it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress.workflow import StepNotAvailable
from proposals.enums import ProposalStatus as S
from proposals.enums import WithholdReason
from proposals.models import Proposal
from proposals.workflow import publication
from tests.factories.congress import LeaderFactory, SysadminFactory
from tests.factories.deputies import SeatFactory
from tests.factories.proposals import proposal_at, session_of, take
from tests.factories.reception.people import people


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LIST = reverse("proposals:publication_list")


def pending(state="pending"):
    return reverse("proposals:publication_pending", args=[state])


def published(who, **fields):
    return take("publish", proposal_at(S.REPLIED, who, **fields), who)


def test_publish_keeps_what_was_put_out_with_its_day(who):
    proposal = published(who)
    assert (proposal.publication, proposal.published_on.isoformat()) == ("published", "2025-03-20")
    assert (proposal.public_text, proposal.public_reply) == ("路灯坏了半年。", "已更换。")
    assert (proposal.events.last().label, proposal.status) == ("公开", S.REPLIED)


@pytest.mark.parametrize(
    "told", ["请打13812345678。", "身份证110101199003074567。", "请打１３８１２３４５６７８。"]
)
def test_publish_refuses_personal_data(who, told):
    proposal = proposal_at(S.REPLIED, who)
    with pytest.raises(ValidationError) as refusal:
        publication.publish(proposal, by=who.office, text=told, reply=" ")
    assert set(refusal.value.message_dict) == {"text", "reply"}
    proposal.refresh_from_db()
    assert proposal.publication == "pending"


def test_secret_proposal_is_published_with_the_deputys_consent_alone(who):
    proposal = proposal_at(S.REPLIED, who, secret=True)
    with pytest.raises(ValidationError, match="代表要求不公开"):
        publication.publish(proposal, by=who.office, text="路灯", reply="已更换")
    publication.publish(proposal, by=who.office, text="路灯", reply="已更换", agreed=True)
    assert proposal.events.last().note == "代表已同意公开。"


def test_withheld_says_why_and_may_be_published_later(who):
    proposal = take("withhold", proposal_at(S.REPLIED, who), who)
    assert (proposal.publication, proposal.publication_reason) == ("withheld", WithholdReason.PRIVACY)
    assert take("publish", proposal, who).publication_reason == ""


def test_taken_down_is_gone_for_readers(client, who):
    proposal = published(who)
    client.force_login(who.clerk)
    detail = reverse("proposals:publication_detail", args=[proposal.pk])
    assert client.get(detail).status_code == 200
    publication.unpublish(proposal, by=who.office, reason=WithholdReason.ERROR, note="写错")
    assert client.get(detail).status_code == 404
    assert (proposal.public_text, proposal.published_on) == ("", None)
    with pytest.raises(PermissionDenied):
        publication.unpublish(proposal, by=who.office, reason=WithholdReason.ERROR, note="写错")


def test_proposal_without_reply_is_not_published(who):
    with pytest.raises(StepNotAvailable):
        take("publish", proposal_at(S.HANDLING, who), who)


def test_form_offers_the_text_masked(client, who):
    proposal = proposal_at(S.REPLIED, who)
    Proposal.objects.filter(pk=proposal.pk).update(text="路灯坏了，\n\n请打13812345678。")
    client.force_login(who.office)
    form = client.get(reverse("proposals:proposal_step", args=[proposal.pk, "publish"])).context["form"]
    assert form.initial == {"text": "路灯坏了，\n请打138****5678。", "reply": "已更换。"}


def test_everybody_of_the_district_reads_what_is_published(client, who):
    proposal = published(who)
    proposal_at(S.REPLIED, who)
    colleague = SeatFactory(jurisdiction=who.town, deputy__name="司徒𬍛", with_user=True).deputy.user
    for user in (colleague, who.co_clerk, who.gov_office, LeaderFactory(jurisdiction=who.town.district)):
        client.force_login(user)
        assert list(client.get(LIST).context["object_list"]) == [proposal]
        page = client.get(reverse("proposals:publication_detail", args=[proposal.pk])).content.decode()
        assert ("路灯坏了半年。" in page, "李镇长" in page, "发到别处" in page) == (True, False, False)
    client.force_login(people().deputy)
    assert list(client.get(LIST).context["object_list"]) == []
    client.force_login(SysadminFactory())
    assert client.get(LIST).status_code == 403


def test_search_finds_what_was_published_and_nothing_else(client, who):
    session_of(who.seat.term)
    proposal = published(who, text="井盖松了")
    client.force_login(who.deputy)
    for words, found in {"半年": [proposal], "井盖": [], "1号": [proposal]}.items():
        assert list(client.get(LIST, {"q": words}).context["object_list"]) == found


def test_office_sees_what_waits_and_how_much_is_published(client, who):
    published(who)
    take("withhold", proposal_at(S.REPLIED, who), who)
    waiting = proposal_at(S.REPLIED, who)
    client.force_login(who.office)
    page = client.get(pending())
    assert list(page.context["object_list"]) == [waiting]
    assert page.context["counted"] == {
        "pending": 1,
        "published": 1,
        "withheld": 1,
        "taken_down": 0,
        "all": 3,
        "rate": 33.3,
    }
    assert "涉及个人隐私" in client.get(pending("withheld")).content.decode()
    assert client.get(pending("published-not")).status_code == 404
    client.force_login(who.deputy)
    assert client.get(pending()).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_however_many(client, django_assert_num_queries, who, count):
    session_of(who.seat.term)
    for _ in range(count):
        published(who)
        proposal_at(S.REPLIED, who)
    client.force_login(who.office)
    for address in (LIST, pending()):
        client.get(address)
    with django_assert_num_queries(12):
        client.get(LIST)
    with django_assert_num_queries(12):
        client.get(pending())
