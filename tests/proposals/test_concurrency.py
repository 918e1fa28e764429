"""Two registrars at once, on two connections to PostgreSQL."""

import pytest

from proposals import workflow
from proposals.enums import ProposalStatus
from proposals.models import Proposal
from tests.factories.proposals import category, proposal_at
from tests.factories.reception.people import people
from tests.reception.test_concurrency import at_once


pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_numbers_given_at_once_have_neither_gaps_nor_doubles():
    who = people()
    found = [proposal_at(ProposalStatus.SUBMITTED, who) for _ in range(4)]
    kind = category()
    raised = at_once(
        *(
            lambda pk=proposal.pk: workflow.accept(Proposal.objects.get(pk=pk), by=who.office, category=kind)
            for proposal in found
        )
    )
    assert raised == []
    assert sorted(Proposal.objects.values_list("serial", flat=True)) == [1, 2, 3, 4]
