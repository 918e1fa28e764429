"""Who may do what on the road of a motion, an interpellation, a question, a recall (domain.md E2).

The presidium, committees and the standing committee decide; the office of the congress records it.
"""

from congress import clock
from proposals import rules
from proposals.enums import ProposalKind as K
from proposals.enums import ProposalStatus as S
from proposals.enums import SponsorStatus
from proposals.kinds import has_committees
from proposals.models import Verdict


def may_be_assigned(user, proposal):
    """Who assigns: a suggestion once accepted, a motion once adopted; what a register tells of, was."""
    if proposal.status == S.ACCEPTED and proposal.kind != K.SUGGESTION and not clock.is_taken_over():
        return False
    if proposal.status in S.decided and not (proposal.is_motion and proposal.adopted):
        return False
    return rules.can_assign(user, proposal)


def can_present(user, proposal):
    """The office puts before the presidium what was handed in during a session (地方组织法第二十二条)."""
    return proposal.kind in K.presented and bool(proposal.in_session) and rules.can_review(user, proposal)


def can_put_on_agenda(user, proposal):
    """The presidium decides on a motion's place on the agenda, and brings a recall before the congress."""
    return (
        proposal.kind in (K.MOTION, K.RECALL)
        and bool(proposal.in_session)
        and rules.can_review(user, proposal)
    )


def can_send_to_committee(user, proposal):
    """A congress with committees: a motion first, a recall once on the agenda to a committee of inquiry.

    Only a motion of the recess goes there without the presidium (domain.md D2).
    """
    if not has_committees(proposal.jurisdiction):
        return False
    if proposal.kind == K.RECALL:
        return proposal.status == S.ON_AGENDA and rules.can_review(user, proposal)
    at_once = proposal.status == S.ACCEPTED
    return proposal.is_motion and not (at_once and proposal.in_session) and rules.can_review(user, proposal)


def can_report(user, proposal):
    """What a committee reports, the office of the congress records."""
    return rules.can_review(user, proposal)


def can_decide(user, proposal):
    """The standing committee decides on a motion (县级以上)."""
    return proposal.is_motion and has_committees(proposal.jurisdiction) and rules.can_review(user, proposal)


def can_convert(user, proposal):
    """The presidium, in recess the chairs, let a motion be handled as a suggestion."""
    at_once = proposal.status == S.ACCEPTED
    return proposal.is_motion and not (at_once and proposal.in_session) and rules.can_review(user, proposal)


def can_record_vote(user, proposal):
    """What the congress votes on, the office of the congress records."""
    return rules.can_review(user, proposal)


def can_record_defence(user, proposal):
    """Who is to be recalled may defend himself (地方组织法第三十一条)."""
    return proposal.kind == K.RECALL and rules.can_review(user, proposal)


def can_decide_withdrawal(user, proposal):
    """The presidium, when it was asked."""
    return proposal.withdrawal_asked_on is not None and rules.can_review(user, proposal)


def can_order_answer(user, proposal):
    """The presidium decides how an interpellation is answered (地方组织法第二十四条)."""
    return proposal.kind == K.INTERPELLATION and rules.can_review(user, proposal)


def can_record_answer(user, proposal):
    """The answer to an interpellation that the presidium asked for, or to a question as soon as it is put."""
    kind = K.INQUIRY if proposal.status == S.ACCEPTED else K.INTERPELLATION
    return proposal.kind == kind and rules.can_review(user, proposal)


def signatures_to_judge(user, proposal):
    """For whom the user says whether the answer satisfies: himself; for those without accounts the office."""
    signed = [row for row in proposal.sponsorships.all() if row.status == SponsorStatus.CONFIRMED]
    if user.is_deputy:
        return [row for row in signed if row.seat.deputy.user_id == user.pk]
    if rules.can_review(user, proposal):
        return [row for row in signed if row.seat.deputy.user_id is None]
    return []


def can_judge(user, proposal):
    """Each deputy who put the interpellation; for those without accounts the office (代表法第二十条)."""
    return proposal.kind == K.INTERPELLATION and bool(signatures_to_judge(user, proposal))


def can_demand_again(user, proposal):
    """Who leads, or the office for those who put the interpellation (代表法第二十条)."""
    return proposal.kind == K.INTERPELLATION and (
        rules.is_lead(user, proposal) or rules.can_review(user, proposal)
    )


def opinions_of(proposal):
    """(who signed, who of them is not satisfied with the last answer, who has said), as numbers."""
    signed = proposal.sponsorships.filter(status=SponsorStatus.CONFIRMED)
    told = Verdict.objects.filter(sponsorship__in=signed, round=proposal.round)
    said = list(told.values_list("satisfied", flat=True))
    return signed.count(), said.count(False), len(said)


def is_enough(proposal):
    """Whether half of those who put the interpellation, or more, want a second answer (代表法第二十条).

    以上 counts the number itself (民法典第一千二百五十九条), so half is enough.
    """
    signed, unsatisfied, _ = opinions_of(proposal)
    return unsatisfied * 2 >= signed


def can_conclude(user, proposal):
    """The office of the congress files what was decided or answered."""
    return rules.can_review(user, proposal)
