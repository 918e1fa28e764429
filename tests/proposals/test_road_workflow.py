"""The road of motions, interpellations and recalls, proved row by row from the table of steps."""

import pytest
from django.core.exceptions import PermissionDenied

from congress.workflow import StepNotAvailable
from proposals.enums import ProposalKind as K
from proposals.enums import ProposalStatus as S
from proposals.workflow import proposals
from proposals.workflow.road_steps import FOLLOWING_ROAD, ROAD_STEPS
from tests.factories import proposals as suggestions
from tests.factories.congress import LeaderFactory
from tests.factories.road import (
    ROAD,
    ROAD_PATHS,
    ROAD_WALK,
    ask,
    county_people,
    of_recess,
    road_at,
)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

PAIRS = [
    (step.name, status)
    for step in proposals.steps.values()
    for status in sorted(step.sources)
    if step.name in ROAD_WALK or status in ROAD
]
# Which kind takes the step there, where that is no motion.
KINDS = {
    "order_answer": {S.PRESIDIUM_DECISION: K.INTERPELLATION},
    "answer": {S.ACCEPTED: K.INQUIRY},
    "defend": dict.fromkeys(ROAD, K.RECALL),
}
# More than one signer is asked here.
ALL_AGREE = {"withdraw_together": ask}
# One more than there must be: who leaves ends nothing.
NEEDS = {"sign_off": {"signers": 11}}
OF_RECESS = {("send_to_committee", S.ACCEPTED), ("convert", S.ACCEPTED)}


def start(name, status, who):
    if (name, status) in OF_RECESS:
        return of_recess(who)
    return road_at(status, who, KINDS.get(name, {}).get(status), **NEEDS.get(name, {}))


def test_road_leads_to_every_status_of_it():
    assert set(ROAD_PATHS) == {*ROAD}
    assert {step.name for step in (*ROAD_STEPS, *FOLLOWING_ROAD)} == set(ROAD_WALK)


def test_step_has_label_and_rule():
    assert [step.name for step in ROAD_STEPS if not (step.label and step.allowed.__doc__)] == []


@pytest.mark.parametrize(("name", "status"), PAIRS)
def test_step_leads_to_its_target(name, status):
    who = county_people()
    proposal = start(name, status, who)
    take = (ROAD_WALK | ALL_AGREE).get(name) or suggestions.WALK[name]
    take(proposal, who)
    proposal.refresh_from_db()
    assert proposal.status == (proposals.steps[name].target or status)


@pytest.mark.parametrize("status", ROAD)
def test_status_refuses_all_other_steps_and_a_leader_the_rest(status):
    who = county_people()
    proposal, leader = road_at(status, who), LeaderFactory(jurisdiction=who.town.district)
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
