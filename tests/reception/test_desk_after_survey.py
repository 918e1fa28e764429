"""What waits for whom once a voter was asked, and while the district has the matter."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress import clock, desk
from congress.enums import Satisfaction
from reception import answer_workflow
from reception.enums import OpinionStatus
from reception.models import Opinion
from tests.factories.reception import NOON, opinion_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

THROUGH_A_UNIT = ["refer", "accept", "reply", "copy", "answer"]
AGAIN = ["accept", "reply", "copy", "answer", "survey"]
OFFICES = ("office", "district_office", "gov_office")


def walked(who, *steps, start=OpinionStatus.TRIAGED):
    opinion = opinion_at(start, who)
    for step in steps:
        take(step, opinion, who)
    return opinion


def to_do(who):
    """What each office is to do: {role: [action]}, without those who have nothing to do."""
    found = {role: [item.action for item in desk.waiting_for(getattr(who, role))] for role in OFFICES}
    return {role: actions for role, actions in found.items() if actions}


def satisfied(who, *steps):
    opinion = walked(who, *steps)
    answer_workflow.survey(
        opinion, by=who.liaison, handling_rating=Satisfaction.SATISFIED, deputy_rating=Satisfaction.SATISFIED
    )
    return opinion


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([*THROUGH_A_UNIT, "survey"], {"office": ["重新办理"]}),
        ([*THROUGH_A_UNIT, "survey", "redo", *AGAIN], {"office": ["报区协调"]}),
        (["explain", "survey"], {"office": ["报区协调"]}),
        (["escalate", *THROUGH_A_UNIT, "survey"], {"district_office": ["重新办理"]}),
        (["escalate", *THROUGH_A_UNIT, "survey", "redo", *AGAIN], {"district_office": ["重新办理"]}),
        (["escalate", "explain", "survey"], {"district_office": ["办结"]}),
    ],
)
def test_dissatisfied_voters_matter_waits_for_who_can_act(steps, expected, who):
    opinion = walked(who, *steps)
    assert to_do(who) == expected
    ((role, (action,)),) = expected.items()
    taken = {"重新办理": "redo", "报区协调": "escalate", "办结": "close"}[action]
    by = getattr(who, role)
    assert answer_workflow.opinions.prepare(taken, opinion, by=by).label == action


@pytest.mark.parametrize("steps", [THROUGH_A_UNIT, ["escalate", *THROUGH_A_UNIT], ["explain"]])
def test_satisfied_voters_matter_is_closed_by_its_office(steps, who):
    satisfied(who, *steps)
    assert to_do(who) == {"office": ["办结"]}


@pytest.mark.parametrize(
    "steps",
    [
        [*THROUGH_A_UNIT, "survey"],
        [*THROUGH_A_UNIT, "survey", "redo", *AGAIN],
        ["explain", "survey"],
        ["escalate", *THROUGH_A_UNIT, "survey", "redo", *AGAIN],
    ],
)
def test_redoable_says_whether_a_redo_is_granted(steps, who):
    opinion = walked(who, *steps)
    redoable = Opinion.objects.with_redoable().get(pk=opinion.pk).redoable
    try:
        take("redo", opinion, who)
    except ValidationError:
        assert not redoable
    else:
        assert redoable


def test_page_puts_the_redo_first(client, who):
    opinion = walked(who, *THROUGH_A_UNIT, "survey")
    client.force_login(who.office)
    (first, *_) = client.get(opinion.get_absolute_url()).context["steps"]
    assert (first["label"], first["primary"]) == ("重新办理", True)


def test_page_of_an_escalated_matter_does_not_offer_to_escalate_it(client, who):
    opinion = walked(who, "escalate", "refer")
    client.force_login(who.district_office)
    steps = client.get(opinion.get_absolute_url()).context["steps"]
    assert [(step["label"], step["due_on"]) for step in steps if "（" not in step["label"]] == [
        ("改派", None),
        ("催办", None),
        ("协调对接", None),
        ("撤回", None),
    ]
    address = reverse("reception:opinion_step", args=[opinion.pk, "escalate"])
    assert client.get(address).status_code == 403


def test_late_escalated_matter_is_urged_by_the_district_offices(client, who):
    opinion = walked(who, "escalate", "refer")
    with clock.at(NOON + timedelta(days=40)):
        assert to_do(who) == {"district_office": ["催办"], "gov_office": ["催办"]}
        client.force_login(who.gov_office)
        assert client.get(reverse("reception:opinion_step", args=[opinion.pk, "urge"])).status_code == 200


def test_reopened_escalated_matter_is_shared_out_by_the_government_office(who):
    walked(who, "escalate", *THROUGH_A_UNIT, "survey", "close", "reopen")
    assert to_do(who) == {"district_office": ["重新分类"], "gov_office": ["转办"]}
