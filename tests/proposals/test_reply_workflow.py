"""A unit's letter: drafted, checked, sent; contacts; joining units' opinions (domain.md D2, E2)."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock, desk
from congress.enums import LetterRule
from congress.handling import HandlingStatus
from congress.models import OfficeRules
from proposals import handling_workflow, workflow
from proposals.enums import ProposalStatus as S
from proposals.enums import ReplyStatus, SendBackReason
from proposals.models import Letter, Reply
from tests.factories.proposals import assignment_of, proposal_at
from tests.factories.ratings import REPLY, SEND_BACK, checked, leading, met, replied
from tests.proposals.test_rating_workflow import joint


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def lines(user):
    return [item.title for item in desk.waiting_for(user)]


def test_draft_is_the_units_own_until_it_is_signed(who):
    proposal = proposal_at(S.HANDLING, who)
    part = assignment_of(proposal)
    handling_workflow.draft_reply(part, by=who.clerk, text="已更换一半。")
    handling_workflow.draft_reply(part, by=who.clerk, text="已全部更换。")
    draft = Reply.objects.get()
    assert (draft.text, draft.status, draft.version) == ("已全部更换。", ReplyStatus.DRAFT, 1)
    seen = {name for name in ("clerk", "office", "deputy") if Reply.objects.visible_to(getattr(who, name))}
    assert seen == {"clerk"}
    replied(proposal, who, text="已全部更换，请查看。")
    draft.refresh_from_db()
    assert (draft.status, draft.text, Reply.objects.count()) == (ReplyStatus.SENT, "已全部更换，请查看。", 1)
    assert Reply.objects.visible_to(who.deputy).get() == draft


def test_reply_beside_the_point_is_sent_back_before_the_deputies_see_it(who):
    proposal = proposal_at(S.REPLY_REVIEW, who)
    assert f"审核答复：{proposal}" in lines(who.office)
    assert (proposal.replied_on, list(Reply.objects.visible_to(who.deputy))) == (None, [])
    with pytest.raises(PermissionDenied):
        workflow.pass_reply(proposal, by=who.clerk)
    workflow.send_back(proposal, by=who.office, **SEND_BACK)
    part = leading(proposal)
    assert (proposal.status, part.status, part.replied_on) == (S.HANDLING, HandlingStatus.ACCEPTED, None)
    replied(proposal, who, text="已于3月更换。")
    workflow.pass_reply(proposal, by=who.office)
    versions = [(row.version, row.status, row.send_back_reason) for row in part.replies.all()]
    assert versions == [(1, ReplyStatus.SENT_BACK, SendBackReason.BESIDE), (2, ReplyStatus.SENT, "")]
    assert (proposal.status, proposal.replied_on) == (S.REPLIED, date(2025, 3, 20))
    assert [row.text for row in Reply.objects.visible_to(who.deputy)] == ["已于3月更换。"]


def test_second_reply_is_checked_as_the_first(who):
    proposal = proposal_at(S.REHANDLING, who)
    checked(proposal)
    assert replied(proposal, who).status == S.REPLY_REVIEW
    workflow.send_back(proposal, by=who.office, **SEND_BACK)
    assert proposal.status == S.REHANDLING
    replied(proposal, who)
    workflow.pass_reply(proposal, by=who.office)
    assert proposal.status == S.REPLIED_AGAIN


def test_letter_goes_to_each_deputy(who):
    joint(who)
    assert Letter.objects.count() == 2


def test_letter_goes_to_the_leading_deputy_who_passes_it_on(who):
    OfficeRules.objects.create(jurisdiction=who.town, reply_letters=LetterRule.LEAD)
    joint(who)
    assert Letter.objects.get().sponsorship.seat == who.seat


def test_letter_is_read_when_the_deputy_opens_the_page(client, who):
    proposal = proposal_at(S.REPLIED, who)
    for user in (who.office, who.deputy):
        client.force_login(user)
        assert client.get(proposal.get_absolute_url()).status_code == 200
        assert (Letter.objects.get().read_at is not None) == user.is_deputy


def test_first_contact_ends_the_clock(who):
    proposal = proposal_at(S.HANDLING, who)
    part = leading(proposal)
    assert (part.contact_by, f"联系代表：{proposal}" in lines(who.clerk)) == (date(2025, 4, 18), True)
    met(proposal, who)
    part.refresh_from_db()
    assert (part.contacted_on, f"联系代表：{proposal}" in lines(who.clerk)) == (date(2025, 3, 20), False)
    with pytest.raises(ValidationError, match="不能早于交办日期"):
        met(proposal, who, held_on=date(2025, 3, 19))


def test_late_opinion_is_declared_absent_and_stays_seen(who):
    proposal = proposal_at(S.HANDLING, who)
    workflow.add_units(proposal, by=who.office, co_units=[who.co_unit])
    joining = assignment_of(proposal, who.co_unit)
    with pytest.raises(ValidationError, match="期限还没有到"):
        handling_workflow.declare_absent(joining, by=who.office)
    late = datetime(2025, 4, 22, 9, tzinfo=timezone.get_default_timezone())
    with clock.at(late):
        handling_workflow.declare_absent(joining, by=who.office)
        proposal.refresh_from_db()
        assert (joining.status, proposal.status) == (HandlingStatus.ABSENT, S.CO_OPINION_DONE)
        handling_workflow.reply(leading(proposal), by=who.clerk, **REPLY, replied_on=clock.today())
    proposal.refresh_from_db()
    assert proposal.status == S.REPLIED
