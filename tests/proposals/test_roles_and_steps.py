"""Every step of a suggestion, its signatures, parts, letters and promises, from every status by everybody.

The tables of steps and the rules agree (E2); the road of motions has its own test. Each step is asked for by
``Workflow.can_take``, which the steps themselves ask again when they are taken (``test_workflow.py``).
"""

from collections import defaultdict

import pytest

from congress import clock
from congress.enums import Role
from congress.handling import HandlingStatus as H
from congress.handling import PromiseStatus
from proposals import handling_workflow, workflow
from proposals.enums import KeyStatus, ReplyStatus, SponsorStatus
from proposals.enums import ProposalStatus as S
from proposals.models import Assignment, Commitment, KeySupervision, Proposal, Reply, Sponsorship
from proposals.workflow.road_steps import ROAD_STEPS
from proposals.workflow.supervision_steps import key_supervisions
from tests.factories.commitments import commitment_at
from tests.factories.congress import DistrictOfficeFactory, LeaderFactory, LocalOfficeFactory, UserFactory
from tests.factories.proposals import assignment_of, cosigners, drafted, proposal_at, take
from tests.factories.ratings import REPLY
from tests.factories.road import ROAD, county_people
from tests.factories.supervision import KEY_WALK, chosen


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

OFFICE, ASSIGNING, CLERK, LEAD = {"office"}, {"office", "gov_office"}, {"clerk"}, {"lead"}
SIGNERS = {"lead", "cosigner"}
# Who may take a step from where the table has it; of a proposal that two deputies signed.
PROPOSAL = {
    **dict.fromkeys(("edit", "invite", "submit", "ask_withdrawal"), LEAD),
    # What two handed in, both take back together.
    "withdraw": lambda proposal: LEAD if proposal.is_written else set(),
    **dict.fromkeys(("begin_review", "accept", "return", "reject", "merge", "unmerge"), OFFICE),
    **dict.fromkeys(("assign", "add_units", "pass_reply", "send_back", "redo"), ASSIGNING),
    **dict.fromkeys(("rate", "rate_again"), SIGNERS),
    **dict.fromkeys(("urge_rating", "refer_to_committee", "close"), OFFICE),
    **dict.fromkeys(("key", "inspect", "inspect_result", "publish", "withhold"), OFFICE),
    "promise": OFFICE | CLERK,
    # What an office wrote, a later round's reply, what is published: not here.
    **dict.fromkeys(("hand_over", "pass_again", "send_back_again", "unpublish"), set()),
}
PART = {
    **dict.fromkeys(("accept", "request_return", "request_extension", "reply", "receipt"), CLERK),
    **dict.fromkeys(("draft_reply", "contact"), CLERK),
    **dict.fromkeys(("confirm_return", "refuse_return", "grant_extension", "refuse_extension"), ASSIGNING),
    **dict.fromkeys(("cancel", "urge", "declare_absent"), ASSIGNING),
}
LETTER = dict.fromkeys(("revise", "sign", "issue"), CLERK) | dict.fromkeys(("pass", "send_back"), ASSIGNING)
PROMISE = dict.fromkeys(("progress", "report_kept"), CLERK)
PROMISE |= dict.fromkeys(("confirm", "send_back", "move", "give_up", "resume"), OFFICE)
KEY = dict.fromkeys(("adjust", "conclude", "carry_on"), OFFICE)
SIGNATURE = dict.fromkeys(("confirm", "decline", "leave", "agree", "refuse"), {"cosigner"})


@pytest.fixture
def who(db):
    return county_people()


@pytest.fixture
def crowd(who):
    """Everybody by name but the cosigner, who is another deputy for each proposal."""
    return {
        "lead": who.deputy,
        "stranger": cosigners(who.seat, 1)[0].deputy.user,
        "office": who.office,
        "town": LocalOfficeFactory(jurisdiction=who.town),
        "other_district": DistrictOfficeFactory(),
        "liaison": who.liaison,
        "gov_office": who.gov_office,
        "clerk": who.clerk,
        "other_clerk": who.co_clerk,
        "leader": LeaderFactory(jurisdiction=who.town.district),
        "sysadmin": UserFactory(role=Role.SYSADMIN),
        "auditor": UserFactory(role=Role.AUDITOR),
    }


def check(table, allowed, model, found, crowd):
    """``found`` has a record of each status; the steps ``allowed`` are for those named and nobody else."""
    records = list(model.objects.filter(pk__in=[record.pk for record in found]))
    road = {*ROAD} if model is Proposal else set()
    assert {record.status for record in records} == set(table.statuses) - road
    wrong = defaultdict(set)
    for record in records:
        proposal = record if model is Proposal else _proposal_of(record)
        other = proposal.sponsorships.filter(role="co").first()
        people = crowd | ({"cosigner": other.seat.deputy.user} if other else {})
        for name, named in allowed.items():
            may = {person for person, user in people.items() if table.can_take(name, record, user)}
            named = named(record) if callable(named) else named
            expected = named & {*people} if record.status in table.steps[name].sources else set()
            if may != expected:
                wrong[record.status, name] = may ^ expected
    assert wrong == {}


def _proposal_of(record):
    return record.assignment.proposal if isinstance(record, Reply) else record.proposal


def test_proposal(who, crowd):
    joint = {"signers": 2}
    needs = {S.ENDED: {"signers": 10}, S.DRAFT: {}, S.WITHDRAWN: {}}
    # Once replies are read before deputies get them, all are.
    order = sorted({*S} - {*ROAD}, key=lambda status: (status == S.REPLY_REVIEW, status))
    found = [proposal_at(status, who, **needs.get(status, joint)) for status in order]
    check(workflow.proposals, PROPOSAL, Proposal, found, crowd)
    others = workflow.FOLLOWING_STEPS | {step.name for step in ROAD_STEPS}
    assert {*PROPOSAL} == set(workflow.proposals.steps) - others


def test_part_and_letter(who, crowd):
    parts = {status: assignment_of(proposal_at(S.HANDLING, who)) for status in (H.ACCEPTED, H.REPLIED)}
    parts[H.ISSUED] = assignment_of(proposal_at(S.ASSIGNED, who))
    for status in (H.RETURN_REQUESTED, H.RETURNED):
        parts[status] = part = assignment_of(proposal_at(S.ASSIGNED, who))
        handling_workflow.request_return(part, by=who.clerk, reason="不属本单位职责")
    handling_workflow.confirm_return(part, by=who.office)
    parts[H.EXTENSION_REQUESTED] = part = assignment_of(take("unit_act", proposal_at(S.HANDLING, who), who))
    parts[H.CANCELLED] = assignment_of(take("withdraw", proposal_at(S.ASSIGNED, who), who))
    parts[H.ABSENT] = assignment_of(take("add_units", proposal_at(S.ASSIGNED, who), who), who.co_unit)
    with clock.at(clock.now().replace(month=6)):
        handling_workflow.declare_absent(parts[H.ABSENT], by=who.office, note="催了两次没有交")
    told = {**REPLY, "replied_on": clock.today()}
    handling_workflow.reply(parts[H.REPLIED], by=who.clerk, **told)
    check(workflow.assignments, PART, Assignment, parts.values(), crowd)
    assert {*PART} == set(workflow.assignments.steps) - workflow.FOLLOWING_PARTS

    letters = {ReplyStatus.SENT: parts[H.REPLIED].replies.get()}
    handling_workflow.draft_reply(parts[H.ACCEPTED], by=who.clerk, **REPLY)
    letters[ReplyStatus.DRAFT] = parts[H.ACCEPTED].replies.get()
    reviewed, returned = (proposal_at(S.REPLY_REVIEW, who) for _ in range(2))
    take("send_back", returned, who)
    letters |= {number: assignment_of(one).replies.get() for number, one in enumerate((reviewed, returned))}
    check(workflow.replies, LETTER, Reply, letters.values(), crowd)
    assert {*LETTER} == set(workflow.replies.steps)


def test_promise_key_supervision_and_signature(who, crowd):
    proposal = proposal_at(S.REPLIED, who)
    made = [commitment_at(status, proposal, who) for status in PromiseStatus if status != "replaced"]
    replaced = commitment_at(PromiseStatus.OPEN, proposal, who)
    workflow.commitments.take("replace", replaced, by=who.office)
    check(workflow.commitments, PROMISE, Commitment, [*made, replaced], crowd)
    assert {*PROMISE} == set(workflow.commitments.steps) - {"replace"}

    keys = {status: chosen(proposal_at(S.HANDLING, who), who) for status in KeyStatus}
    KEY_WALK["conclude"](keys[KeyStatus.CONCLUDED], who)
    KEY_WALK["carry_on"](keys[KeyStatus.CARRIED], who)
    check(key_supervisions, KEY, KeySupervision, keys.values(), crowd)
    assert {*KEY} == set(key_supervisions.steps)

    rows = [_signature(status, who) for status in SponsorStatus]
    check(workflow.sponsorships, SIGNATURE, Sponsorship, rows, crowd)
    assert {*SIGNATURE} == set(workflow.sponsorships.steps) - workflow.FOLLOWING_SIGNATURES


def _signature(status, who):
    """A colleague's, who was asked and has answered or let it pass."""
    draft, [seat] = drafted(who), cosigners(who.seat, 1)
    workflow.invite(draft, by=who.deputy, seats=[seat])
    row = draft.sponsorships.get(seat=seat)
    if status in (SponsorStatus.CONFIRMED, SponsorStatus.WITHDRAWN):
        workflow.confirm(row, by=seat.deputy.user)
    if status == SponsorStatus.WITHDRAWN:
        workflow.leave(row, by=seat.deputy.user)
    elif status == SponsorStatus.DECLINED:
        workflow.decline(row, by=seat.deputy.user)
    elif status == SponsorStatus.EXPIRED:
        take("submit", draft, who)
    row.refresh_from_db()
    return row
