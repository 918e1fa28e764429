"""Every step of E1 from every status by everybody: the table of steps and the rules of sight and role agree.

Nobody's permission depends on pages here. The people stand in one world; each step is asked for by
``Workflow.can_take``, which the steps themselves ask again when they are taken (``test_workflow.py``).
"""

from collections import defaultdict

import pytest

from congress.enums import Role
from reception.enums import OpinionStatus as Status
from reception.models import Opinion
from reception.workflow import FOLLOWING_STEPS, opinions
from tests.factories.congress import LeaderFactory, LocalOfficeFactory, TownFactory, UserFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import opinion_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

STAFF_HERE = {"district", "office", "liaison"}
OFFICES_HERE = {"district", "office"}
# Who may take a step with a matter of the town; and with one that was escalated to the district.
ALLOWED = {
    "register": STAFF_HERE,
    "triage": OFFICES_HERE,
    "explain": OFFICES_HERE,
    "refer": OFFICES_HERE,
    "reassign": OFFICES_HERE,
    "not_accept": OFFICES_HERE,
    "convert": OFFICES_HERE | {"deputy"},
    "inform": OFFICES_HERE | {"deputy"},
    "urge": STAFF_HERE | {"deputy"},
    "coordinate": STAFF_HERE | {"deputy"},
    "escalate": OFFICES_HERE,
    "merge": OFFICES_HERE,
    "copy": OFFICES_HERE,
    "answer": OFFICES_HERE | {"deputy"},
    "survey": STAFF_HERE,
    "promise": OFFICES_HERE,
    "redo": OFFICES_HERE,
    "close": OFFICES_HERE,
    "reopen": OFFICES_HERE,
    "withdraw": OFFICES_HERE,
}
ESCALATED = {
    **{name: people - {"office"} for name, people in ALLOWED.items() if people == OFFICES_HERE},
    "urge": STAFF_HERE | {"deputy", "gov_office"},
    "coordinate": STAFF_HERE | {"deputy", "gov_office"},
    "convert": {"district", "deputy"},
    "refer": {"district", "gov_office"},
    "reassign": {"district", "gov_office"},
    "escalate": set(),
    "copy": OFFICES_HERE,
    "close": OFFICES_HERE,
    "reopen": OFFICES_HERE,
}


def everybody(who):
    """The people of the place, of another place, and those of other roles, by name."""
    elsewhere = TownFactory(parent=who.town.district)
    colleague = SeatFactory(jurisdiction=who.town, with_user=True)
    return {
        "office": who.office,
        "district": who.district_office,
        "liaison": who.liaison,
        "deputy": who.deputy,
        "colleague": colleague.deputy.user,
        "clerk": who.clerk,
        "stranger": who.co_clerk,
        "gov_office": who.gov_office,
        "other_office": LocalOfficeFactory(jurisdiction=elsewhere),
        "leader": LeaderFactory(jurisdiction=who.town.district),
        "sysadmin": UserFactory(role=Role.SYSADMIN),
        "auditor": UserFactory(role=Role.AUDITOR),
    }


def expected(step, opinion):
    if opinion.status not in step.sources:
        return set()
    if opinion.serial is None and step.name == "withdraw":
        return STAFF_HERE
    who_may = {**ALLOWED, **ESCALATED} if opinion.escalated else ALLOWED
    return who_may[step.name]


def test_every_step_from_every_status_by_everybody(who):
    crowd = everybody(who)
    found = [opinion_at(status, who) for status in Status]
    # Handled by a unit after the district took it up.
    found.append(opinion_at(Status.ESCALATED, who))
    steps = [step for step in opinions.steps.values() if step.name not in FOLLOWING_STEPS]
    wrong = defaultdict(set)
    for opinion in Opinion.objects.filter(pk__in=[record.pk for record in found]).select_related(
        "jurisdiction__parent", "visit"
    ):
        for step in steps:
            may = {name for name, user in crowd.items() if opinions.can_take(step.name, opinion, user)}
            if may != expected(step, opinion):
                wrong[opinion.status, step.name] = may ^ expected(step, opinion)
    assert wrong == {}
    # Outside of their area, and without a task, nobody may anything.
    assert {step.name for step in steps} == set(ALLOWED)


def test_sight_of_every_status_by_everybody(who):
    crowd = everybody(who)
    whole = {
        opinion_at(status, who).pk: status for status in (Status.TRIAGED, Status.ESCALATED, Status.COPIED)
    }
    seen = {
        name: {
            whole[pk] for pk in Opinion.objects.visible_to(user).values_list("pk", flat=True) if pk in whole
        }
        for name, user in crowd.items()
    }
    everything = set(whole.values())
    assert seen == {
        **dict.fromkeys(("office", "district", "liaison", "deputy", "leader"), everything),
        **dict.fromkeys(("colleague", "stranger", "other_office", "sysadmin", "auditor"), set()),
        "clerk": {Status.COPIED},
        "gov_office": {Status.ESCALATED},
    }


def test_deputy_never_changes_how_a_unit_handled_the_matter():
    """Reply, result class, due dates and rounds are set by steps that no deputy may take (E1)."""
    own = {name for name, people in {**ALLOWED, **ESCALATED}.items() if "deputy" in people}
    assert own == {"urge", "coordinate", "answer", "convert", "inform"}
