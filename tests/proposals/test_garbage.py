"""What is typed wrongly into the form of any step is told in a sentence; so no step is taken with it."""

import pytest

from congress import clock
from proposals import handling_workflow, workflow
from proposals.forms.assignment import ASSIGNMENT_STEPS
from proposals.forms.commitment import COMMITMENT_STEPS
from proposals.forms.step import PROPOSAL_STEPS, SIGNATURE_STEPS
from proposals.forms.supervision import KEY_STEPS
from tests.access.world import NOW
from tests.garbage import LONG, NUL, typed


STEPS = {
    "proposal": (workflow.proposals, PROPOSAL_STEPS),
    "signature": (workflow.sponsorships, SIGNATURE_STEPS),
    "assignment": (handling_workflow.assignments, ASSIGNMENT_STEPS),
    "commitment": (workflow.commitments, COMMITMENT_STEPS),
    "key": (handling_workflow.key_supervisions, KEY_STEPS),
}
PEOPLE = ("office", "district", "clerk", "deputy", "colleague")
# What a congress with committees alone does, and what is rare: nothing of it stands in that world.
NOWHERE = {
    "proposal": {
        *("answer", "order_answer", "send_to_committee", "report", "decide", "defend"),
        *("consent_withdrawal", "refuse_withdrawal"),
    }
}


def first_open(world, kind, table, name):
    """(record, user) of the first record from which somebody may take the step."""
    for key, record in world.records.items():
        if key.startswith(f"{kind}_") and hasattr(record, "events") and record.status in table.statuses:
            for person in PEOPLE:
                if table.can_take(name, record, world.users[person]):
                    return record, world.users[person]
    return None


@pytest.mark.parametrize("kind", STEPS)
def test_garbage_is_told(kind, world):
    table, steps = STEPS[kind]
    wrong, nowhere = {}, set()
    with clock.at(NOW):
        for name, (form_class, _) in steps.items():
            found = first_open(world, kind, table, name)
            if found is None:
                nowhere.add(name)
                continue
            told = {"about": found[0], "user": found[1]}
            for text in (NUL, LONG):
                form = form_class(typed(form_class(**told), text), **told)
                sentences = [sentence for field in form.errors.values() for sentence in field]
                spoken = all(sentence.endswith(("。", "！", "）")) for sentence in sentences)
                if form.fields and not (sentences and spoken):
                    wrong[name] = sentences
    assert (wrong, nowhere) == ({}, NOWHERE.get(kind, set()))
