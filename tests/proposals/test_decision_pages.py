"""Who decides reads first what is asked: a unit's return and extension, what deputies said of the reply."""

import pytest
from django.urls import reverse

from proposals import handling_workflow
from proposals.enums import ProposalStatus as S
from tests.factories.proposals import assignment_of, proposal_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def test_form_of_a_decision_tells_what_is_asked(client, who):
    returning, extending = (
        assignment_of(proposal_at(S.ASSIGNED, who)),
        assignment_of(proposal_at(S.HANDLING, who)),
    )
    client.force_login(who.clerk)
    asking = reverse("proposals:assignment_step", args=[extending.pk, "request_extension"])
    assert client.get(asking).context["form"]["until"].help_text == (
        "现在的期限是6月20日，最多延到9月20日，只能延一次。"
    )
    handling_workflow.request_return(returning, by=who.clerk, reason="归交警大队管")
    until = extending.due_on.replace(month=8)
    handling_workflow.request_extension(extending, by=who.clerk, until=until, reason="涉及面广")
    rated = proposal_at(S.FEEDBACK, who)
    client.force_login(who.office)
    told = {
        ("assignment_step", returning.pk, "confirm_return"): "归交警大队管",
        ("assignment_step", returning.pk, "refuse_return"): "归交警大队管",
        ("assignment_step", extending.pk, "refuse_extension"): "涉及面广",
        ("proposal_step", rated.pk, "redo"): "态度基本满意、结果不满意</strong>。只换了两盏。",
    }
    for (page, *args), words in told.items():
        assert words in client.get(reverse(f"proposals:{page}", args=args)).text
