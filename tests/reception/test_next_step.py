"""Which step a matter's page puts first, and whose due date stands under it."""

from datetime import timedelta

import pytest

from congress import clock
from congress.handling import HandlingStatus
from reception import referral_workflow
from reception.enums import Competence
from reception.enums import OpinionStatus as Status
from tests.factories.reception import NOON, opinion_at, referral_of, triaged_as


pytestmark = pytest.mark.django_db


def first(client, user, record):
    """(label, whether it is the red one, whether a due date stands under it) of a page's first step."""
    client.force_login(user)
    link = client.get(record.get_absolute_url()).context["steps"][0]
    return link["label"], link["primary"], bool(link.get("due_on"))


@pytest.mark.parametrize(
    ("competence", "label"),
    [
        (Competence.LOCAL, "转办"),
        (Competence.DISTRICT, "报区协调"),
        (Competence.JUDICIAL, "不予受理"),
    ],
)
def test_first_step_follows_the_competence(competence, label, client, who):
    assert first(client, who.office, triaged_as(competence, who)) == (label, True, True)


@pytest.mark.parametrize("status", [Status.REFERRED, Status.ESCALATED, Status.REDO])
def test_nothing_is_red_while_others_are_to_act(status, client, who):
    opinion = opinion_at(status, who)
    client.force_login(who.office)
    steps = client.get(opinion.get_absolute_url()).context["steps"]
    assert [link["label"] for link in steps if link["primary"] or link.get("due_on")] == []


def test_what_a_unit_asks_for_comes_first(client, who):
    opinion = opinion_at(Status.REFERRED, who)
    referral_workflow.return_referral(referral_of(opinion), by=who.clerk, reason="不归我们")
    assert first(client, who.office, opinion) == (f"同意退回（{who.unit}）", True, True)


@pytest.mark.parametrize(
    ("status", "label"), [(Status.ACCEPTED, "定办理方案"), (Status.PLAN_MADE, "书面答复")]
)
def test_unit_plans_before_it_replies(status, label, client, who):
    referral = referral_of(opinion_at(status, who))
    assert first(client, who.clerk, referral) == (label, True, True)


def test_matter_page_lights_amber_by_the_days_of_the_office(client, who):
    with clock.at(NOON):
        opinion = opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    with clock.at(NOON + timedelta(days=5)):
        page = client.get(opinion.get_absolute_url()).content.decode()
    assert (page.count("due-amber"), referral_of(opinion).status) == (4, HandlingStatus.ISSUED)
