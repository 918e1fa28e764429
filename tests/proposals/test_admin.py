"""The workbench: promises, key supervision, inspections to look up; steps lead to their own pages."""

import pytest
from django.urls import reverse

from proposals.enums import ProposalStatus as S
from tests.factories.commitments import promised
from tests.factories.proposals import proposal_at, session_of
from tests.factories.supervision import chosen, inspected


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
MODELS = ("commitment", "keysupervision", "inspection")


def followed_up(who):
    proposal = proposal_at(S.REPLIED, who)
    return promised(proposal, who), chosen(proposal, who), inspected(proposal, who)


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_however_many(client, django_assert_num_queries, who, count):
    session_of(who.seat.term)
    for _ in range(count):
        followed_up(who)
    client.force_login(who.office)
    for model, queries in zip(MODELS, (10, 8, 9), strict=True):
        address = reverse(f"admin:proposals_{model}_changelist")
        client.get(address)
        with django_assert_num_queries(queries):
            page = client.get(address)
        assert page.context["cl"].result_count == count


def test_what_the_workflow_decides_is_read_and_steps_are_offered(client, who):
    records = followed_up(who)
    client.force_login(who.office)
    pages = [
        client.get(reverse(f"admin:proposals_{model}_change", args=[record.pk]))
        for model, record in zip(MODELS, records, strict=True)
    ]
    told = [
        [event.instance.label for event in page.context["inline_admin_formsets"][0].formset.forms]
        for page in pages[:2]
    ]
    assert told == [["承诺"], ["选定"]]
    assert [page.context["has_change_permission"] for page in pages] == [False] * 3
    steps = [[step["label"] for step in page.context.get("steps", ())] for page in pages]
    assert steps == [["调整时限", "认定不能落实"], ["调整督办分工", "督办结束", "转下一年继续督办"], []]
