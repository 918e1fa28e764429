"""The stages of what the presidium decides on, and of questions: each kind its own way (domain.md E2)."""

from proposals.enums import Act, ProposalKind
from proposals.enums import ProposalStatus as S


WRITING = ("起草", "起草、联名、提交", (S.DRAFT, S.COSIGNING, S.RETURNED))
REVIEW = ("受理", "审查受理，编号", (S.SUBMITTED, S.UNDER_REVIEW))
CLOSING = "办结归档"
# Of each kind (label, title, statuses under way, acts that end it); the first two and the last are alike.
ROADS = {
    ProposalKind.MOTION: [
        (
            "主席团",
            "主席团（闭会期间主任会议）决定列入议程、交委员会或者转为建议",
            (S.ACCEPTED, S.PRESIDIUM_DECISION),
            (Act.AGENDA, Act.REFERRAL),
        ),
        ("审议", "会议审议，或者委员会审议、提出报告", (S.ON_AGENDA, S.TO_COMMITTEE), (Act.REPORT, Act.VOTE)),
        ("决定", "大会表决，或者常委会审议决定", (S.REPORTED,), (Act.VOTE, Act.DECISION)),
    ],
    ProposalKind.INTERPELLATION: [
        ("主席团", "主席团决定怎样答复", (S.ACCEPTED, S.PRESIDIUM_DECISION), (Act.ORDER,)),
        ("答复", "受质询机关负责人到会答复，或者书面答复", (S.TO_ANSWER,), (Act.ANSWER,)),
    ],
    ProposalKind.INQUIRY: [("答复", "有关机关派负责人回答", (S.ACCEPTED,), (Act.ANSWER,))],
    ProposalKind.RECALL: [
        ("主席团", "主席团提请大会审议", (S.ACCEPTED, S.PRESIDIUM_DECISION), (Act.AGENDA,)),
        (
            "审议",
            "会议审议，听取申辩；必要时由调查委员会调查",
            (S.ON_AGENDA, S.TO_COMMITTEE, S.REPORTED),
            (Act.VOTE,),
        ),
        ("表决", "无记名投票表决", (), (Act.VOTE,)),
    ],
}
# What is waited for before it is filed: in its last stage.
AFTER = {ProposalKind.INTERPELLATION: "提出代表对答复表态，办结归档"}


def takes_road(proposal):
    """Whether its stages are those of its kind: until it is given to a unit."""
    return proposal.kind in ROADS and proposal.assigned_on is None


def road_of(proposal, lead):
    """Rows (label, title, statuses, day on which it was done, who) of the stages of the proposal."""
    office = proposal.jurisdiction.office_name
    acts = list(proposal.proceedings.all())
    yield (*WRITING, proposal.submitted_on, f"{lead}代表")
    yield (*REVIEW, proposal.accepted_on, office)
    for label, title, statuses, ending in ROADS[proposal.kind]:
        last = next((act for act in reversed(acts) if act.act in ending), None)
        yield label, title, statuses, last and last.held_on, last.where if last else office
    last = AFTER.get(proposal.kind, CLOSING)
    yield "办结", last, (S.VOTED, S.COMMITTEE_DECISION, S.ANSWERED), proposal.closed_on, office
