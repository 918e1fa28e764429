"""What is typed wrongly into the form of any step is told in a sentence, and nothing is changed."""

import pytest
from django.test import Client
from django.urls import reverse

from congress import clock
from reception.forms.appointment import APPOINTMENT_STEPS
from reception.forms.day import DAY_STEPS
from reception.forms.opinion import OPINION_STEPS
from reception.forms.plan import PLAN_STEPS
from reception.forms.referral import REFERRAL_STEPS
from reception.forms.turn import TURN_STEPS
from reception.forms.undertaking import UNDERTAKING_STEPS
from reception.views.notice import NOTICE_STEPS
from tests.access.world import NOW
from tests.garbage import LONG, NUL, typed


STEPS = {
    "appointment": APPOINTMENT_STEPS,
    "day": DAY_STEPS,
    "notice": NOTICE_STEPS,
    "opinion": OPINION_STEPS,
    "plan": PLAN_STEPS,
    "referral": REFERRAL_STEPS,
    "turn": TURN_STEPS,
    "undertaking": UNDERTAKING_STEPS,
}
# What nobody in the world of the tests may do as it stands there.
NOWHERE = {"turn": {"agree", "grant"}}
PEOPLE = ("office", "district", "liaison", "clerk", "deputy", "colleague")


@pytest.fixture(autouse=True)
def _then(world):
    with clock.at(NOW):
        yield


def opened(world, kind, name):
    """(client, address, record, form) of everybody's first record on which the step is open."""
    for key, record in world.records.items():
        if key != kind and not key.startswith(f"{kind}_"):
            continue
        if type(record).__name__.lower() not in (kind, f"reception{kind}", "turnrequest"):
            continue
        address = reverse(f"reception:{kind}_step", args=[record.pk, name])
        for person in PEOPLE:
            client = Client()
            client.force_login(world.users[person], "congress.backends.UnreadCountBackend")
            page = client.get(address)
            if page.status_code == 200 and "form" in page.context:
                return client, address, record, page.context["form"]
    return None


@pytest.mark.parametrize("kind", STEPS)
def test_garbage_is_told_and_changes_nothing(kind, world):
    nowhere = set()
    for name in STEPS[kind]:
        found = opened(world, kind, name)
        if found is None:
            nowhere.add(name)
        elif found[3].fields:
            told_and_unchanged(name, *found)
    assert nowhere == NOWHERE.get(kind, set())


def told_and_unchanged(name, client, address, record, form):
    before = (type(record).objects.values().get(pk=record.pk), record.events.count())
    for text in (NUL, LONG):
        page = client.post(address, typed(form, text))
        assert (page.status_code, bool(page.context["form"].errors)) == (200, True), (name, text[:3])
        sentences = [sentence for told in page.context["form"].errors.values() for sentence in told]
        assert all(sentence.endswith(("。", "！", "）")) for sentence in sentences), (name, sentences)
    assert (type(record).objects.values().get(pk=record.pk), record.events.count()) == before, name
