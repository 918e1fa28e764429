"""The tables of steps, proved row by row."""

import pytest
from django.core.exceptions import PermissionDenied

from congress.workflow import StepNotAvailable
from proposals.enums import ProposalStatus, SponsorStatus
from proposals.workflow import offered, proposals, sponsorships
from tests.factories.congress import LeaderFactory
from tests.factories.proposals import NEEDS, PATHS, WALK, drafted, proposal_at, take
from tests.factories.reception.people import people
from tests.factories.road import ROAD, ROAD_WALK


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

# The road of motions has its own world, a county's: ``test_road_workflow.py``.
REACHED = sorted(set(ProposalStatus) - {*ROAD})
# Steps of a later round from where the paths lead in the first; urging when everybody has rated. Proved in
# test_reply_workflow.py and test_rating_workflow.py.
ELSEWHERE = {
    ("urge_rating", ProposalStatus.FEEDBACK),
    ("pass_again", ProposalStatus.REPLY_REVIEW),
    ("send_back_again", ProposalStatus.REPLY_REVIEW),
    ("reply_again", ProposalStatus.HANDLING),
    ("reply_again", ProposalStatus.CO_OPINION_DONE),
}
ALLOWED = [
    (step.name, status)
    for step in proposals.steps.values()
    if step.name != "hand_over" and step.name not in ROAD_WALK
    for status in sorted(step.sources - {*ROAD})
    if (step.name, status) not in ELSEWHERE
]


def test_path_leads_to_every_status_of_today():
    assert sorted({proposals.initial, *PATHS}) == REACHED


def test_walk_knows_every_step():
    assert {*WALK, *ROAD_WALK} == set(proposals.steps)


@pytest.mark.parametrize(("name", "status"), ALLOWED)
def test_step_leads_to_its_target(name, status):
    who = people()
    proposal = take(name, proposal_at(status, who, **NEEDS.get(name, {})), who)
    assert proposal.status == (proposals.steps[name].target or _after(name, status))


def _after(name, status):
    """Whoever signs was invited first; what is filed and promised anew is followed up."""
    if name == "promise" and status in ProposalStatus.filed:
        return ProposalStatus.TRACKING
    return ProposalStatus.COSIGNING if name == "sign" else status


def test_draft_of_an_office_is_handed_over(who):
    proposal = take("hand_over", drafted(who, by=who.office), who)
    lead, former = proposal.sponsorships.all()
    assert (lead.seat.deputy.name, lead.role, lead.status) == ("王芳", "lead", SponsorStatus.INVITED)
    assert (former.seat, former.role, former.status) == (who.seat, "co", SponsorStatus.WITHDRAWN)


@pytest.mark.parametrize("status", REACHED)
def test_status_refuses_all_other_steps_and_a_leader_the_rest(status):
    who = people()
    proposal, leader = proposal_at(status, who), LeaderFactory(jurisdiction=who.town.district)
    before = (proposal.status, proposal.status_since, proposal.events.count())
    refused = {StepNotAvailable: set(), PermissionDenied: set()}
    for name in proposals.steps:
        with pytest.raises((StepNotAvailable, PermissionDenied)) as refusal:
            proposals.take(name, proposal, by=leader)
        refused[refusal.type].add(name)
    proposal.refresh_from_db()
    open_steps = {step.name for step in proposals.steps.values() if status in step.sources}
    assert refused == {StepNotAvailable: set(proposals.steps) - open_steps, PermissionDenied: open_steps}
    assert (proposal.status, proposal.status_since, proposal.events.count()) == before


@pytest.mark.parametrize("name", sponsorships.steps)
def test_signature_is_the_deputys_own(name, who):
    """Neither an office nor the one who leads signs for somebody else."""
    row = drafted(who).sponsorships.get()
    with pytest.raises((StepNotAvailable, PermissionDenied)):
        sponsorships.take(name, row, by=who.office)
    row.refresh_from_db()
    assert row.status == SponsorStatus.CONFIRMED


def test_offered_steps_leave_out_what_follows(who):
    proposal = proposal_at(ProposalStatus.DRAFT, who)
    assert [step.name for step in offered(proposal, who.deputy)] == ["edit", "invite", "submit", "withdraw"]
