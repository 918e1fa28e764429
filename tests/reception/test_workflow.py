"""The table of an opinion's steps, proved row by row."""

import pytest
from django.core.exceptions import PermissionDenied

from congress.workflow import StepNotAvailable
from reception.enums import OpinionStatus
from reception.workflow import offered, opinions
from tests.factories.congress import LeaderFactory
from tests.factories.reception import PATHS, WALK, opinion_at, people, take


pytestmark = pytest.mark.django_db

STEPS = [step for step in opinions.steps.values() if step.name not in {"unit_act", "hear", "learn"}]
ALLOWED = [(step.name, status) for step in STEPS for status in sorted(step.sources)]


def test_path_leads_to_every_status():
    assert set(PATHS) == set(OpinionStatus) - {opinions.initial}


def test_walk_knows_every_step():
    assert set(WALK) == {step.name for step in STEPS}


def test_step_has_label_and_rule():
    assert [step.name for step in opinions.steps.values() if not (step.label and step.allowed.__doc__)] == []


@pytest.mark.parametrize(("name", "status"), ALLOWED)
def test_step_leads_to_its_target(name, status):
    who = people()
    opinion = take(name, opinion_at(status, who), who)
    assert opinion.status == (opinions.steps[name].target or status)


@pytest.mark.parametrize("status", OpinionStatus)
def test_status_refuses_all_other_steps_and_a_leader_the_rest(status):
    who = people()
    opinion, leader = opinion_at(status, who), LeaderFactory(jurisdiction=who.town.district)
    before = (opinion.status, opinion.status_since, opinion.events.count())
    refused = {StepNotAvailable: set(), PermissionDenied: set()}
    for name in opinions.steps:
        with pytest.raises((StepNotAvailable, PermissionDenied)) as refusal:
            opinions.take(name, opinion, by=leader)
        refused[refusal.type].add(name)
    opinion.refresh_from_db()
    open_steps = {step.name for step in opinions.steps.values() if status in step.sources}
    assert refused == {StepNotAvailable: set(opinions.steps) - open_steps, PermissionDenied: open_steps}
    assert (opinion.status, opinion.status_since, opinion.events.count()) == before


def test_step_by_a_stranger_changes_nothing():
    opinion, stranger = opinion_at(OpinionStatus.REGISTERED), people().office
    with pytest.raises(PermissionDenied, match="您不能对此分类。"):
        opinions.take("triage", opinion, by=stranger)
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.REGISTERED


def test_offered_steps_leave_out_what_follows_from_a_referral():
    who = people()
    opinion = opinion_at(OpinionStatus.REFERRED, who)
    assert [step.name for step in offered(opinion, who.office)] == [
        "reassign",
        "urge",
        "coordinate",
        "escalate",
        "withdraw",
    ]
