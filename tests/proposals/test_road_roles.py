"""Every step of the road from every status by everybody: the table of steps and the rules agree (E2)."""

from collections import defaultdict

import pytest

from congress.enums import Role
from proposals.enums import ProposalKind as K
from proposals.enums import ProposalStatus as S
from proposals.models import Proposal
from proposals.workflow import proposals
from proposals.workflow.road_steps import ROAD_STEPS
from tests.factories.congress import (
    DistrictOfficeFactory,
    LeaderFactory,
    LocalOfficeFactory,
    UserFactory,
)
from tests.factories.proposals import cosigners
from tests.factories.road import ask, county_people, of_recess, road_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

OFFICE = {"office"}
# Who may take a step, with a record for which there is one.
ALLOWED = dict.fromkeys((step.name for step in ROAD_STEPS), OFFICE) | {
    "judge": {"lead", "cosigner"},
    "demand_again": {"lead", "office"},
}
# The kinds of which a step is, as the law has them; of a motion of the recess nothing is the presidium's.
OF_KIND = {
    K.MOTION: {"present", "put_on_agenda", "send_to_committee", "report", "decide", "convert", "vote"},
    K.RECALL: {"present", "put_on_agenda", "send_to_committee", "report", "vote", "defend"},
    K.INTERPELLATION: {"present", "order_answer", "answer", "judge", "demand_again"},
    K.INQUIRY: {"answer"},
}
EVERY_KIND = {"conclude"}
# Not from everywhere where the table has it.
NOT_YET = {
    (K.MOTION, S.ACCEPTED): {"send_to_committee", "convert"},
    (K.INTERPELLATION, S.ACCEPTED): {"answer"},
    (K.RECALL, S.PRESIDIUM_DECISION): {"send_to_committee"},
}
ON_THEIR_WAY = [
    *((K.MOTION, status) for status in (S.ACCEPTED, S.PRESIDIUM_DECISION, S.ON_AGENDA, S.VOTED)),
    *((K.MOTION, status) for status in (S.TO_COMMITTEE, S.REPORTED, S.COMMITTEE_DECISION)),
    *((K.INTERPELLATION, status) for status in (S.ACCEPTED, S.PRESIDIUM_DECISION, S.TO_ANSWER, S.ANSWERED)),
    *((K.INQUIRY, status) for status in (S.ACCEPTED, S.ANSWERED)),
    *((K.RECALL, status) for status in (S.PRESIDIUM_DECISION, S.ON_AGENDA, S.TO_COMMITTEE, S.REPORTED)),
]


def expected(step, proposal):
    kind, status = K(proposal.kind), S(proposal.status)
    if status not in step.sources or step.name in NOT_YET.get((kind, status), ()):
        return set()
    if step.name in ("consent_withdrawal", "refuse_withdrawal"):
        return OFFICE if proposal.withdrawal_asked_on else set()
    return ALLOWED[step.name] if step.name in OF_KIND[kind] | EVERY_KIND else set()


def crowd(who, cosigner):
    return {
        "lead": who.deputy,
        "cosigner": cosigner.deputy.user,
        "stranger": cosigners(who.seat, 1)[0].deputy.user,
        "office": who.office,
        "town": LocalOfficeFactory(jurisdiction=who.town),
        "other_district": DistrictOfficeFactory(),
        "liaison": who.liaison,
        "gov_office": who.gov_office,
        "clerk": who.clerk,
        "leader": LeaderFactory(jurisdiction=who.town.district),
        "sysadmin": UserFactory(role=Role.SYSADMIN),
        "auditor": UserFactory(role=Role.AUDITOR),
    }


def wrong_ones(found, people):
    wrong = defaultdict(set)
    for proposal in Proposal.objects.filter(pk__in=[one.pk for one in found]).select_related("jurisdiction"):
        for step in ROAD_STEPS:
            may = {name for name, user in people.items() if proposals.can_take(step.name, proposal, user)}
            if may != expected(step, proposal):
                wrong[proposal.kind, proposal.status, step.name] = may ^ expected(step, proposal)
    return wrong


def test_every_step_from_every_status_by_everybody():
    who = county_people()
    others = cosigners(who.seat, 9)
    found = [road_at(status, who, kind, others=others) for kind, status in ON_THEIR_WAY]
    asked = road_at(S.ON_AGENDA, who, K.MOTION, others=others)
    ask(asked, who)
    assert wrong_ones([*found, asked], crowd(who, others[0])) == {}


def test_motion_of_the_recess_is_the_committees_alone():
    who = county_people()
    motion = of_recess(who)
    offered = [step.name for step in ROAD_STEPS if proposals.can_take(step.name, motion, who.office)]
    assert offered == ["send_to_committee", "convert"]
